"""Values of which the larger part may be read later, once it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from threading import RLock
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

Kind = TypeVar("Kind", bound="Later")
Rest = Callable[[], tuple[Any, ...]]
_reading = RLock()
"""The window and the search ask from threads of their own, and must be given the same."""


class Later:
    """Base of a data class whose fields named in LATER may be read when one is asked for.

    A value made by its constructor has everything. One made by `made_later` has the other
    fields, and reads these, all at once and once only; nobody who uses it sees a difference.
    """

    __slots__ = ("_rest",)
    LATER: ClassVar[tuple[str, ...]] = ()
    _rest: Rest

    if not TYPE_CHECKING:  # a checker would take every name for an attribute

        def __getattr__(self, name: str) -> Any:
            """Called for what is not there yet."""
            if name not in self.LATER:
                kind = type(self).__name__
                raise AttributeError(f"{kind!r} object has no attribute {name!r}")
            with _reading:
                _fill(self)
            return object.__getattribute__(self, name)


def made_later(kind: type[Kind], now: Mapping[str, Any], rest: Rest) -> Kind:
    """A value with the fields of `now`, whose LATER fields `rest` gives, in that order."""
    made = kind.__new__(kind)
    for name, value in now.items():
        object.__setattr__(made, name, value)
    object.__setattr__(made, "_rest", rest)
    return made


def _fill(value: Later) -> None:
    try:
        rest = value._rest  # noqa: SLF001 - it is read nowhere else
    except AttributeError:  # another thread was sooner
        return
    for name, read in zip(value.LATER, rest(), strict=True):
        object.__setattr__(value, name, read)
    object.__delattr__(value, "_rest")
