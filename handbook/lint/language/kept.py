"""What was worked out for a value that the reader keeps from one check to the next."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import wraps
from typing import TypeVar

Value = TypeVar("Value")
Result = TypeVar("Result")
_MOST = 4_000


def once_each(work: Callable[[Value], Result]) -> Callable[[Value], Result]:
    """`work`, done once for each value that it meets, by identity.

    The desk checks at each pause in typing, and all policies but one are then the very
    same; hashing a whole policy would take as long as reading it through.
    """
    known: dict[Hashable, tuple[Value, Result]] = {}

    @wraps(work)
    def kept(value: Value) -> Result:
        found = known.get(id(value))
        if found is None or found[0] is not value:
            if len(known) >= _MOST:
                known.clear()
            found = known[id(value)] = (value, work(value))
        return found[1]

    return kept
