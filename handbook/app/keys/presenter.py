"""Which keys there are: those of the commands, and those of each page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class KeyLine:
    """One thing that keys do."""

    does: str
    ways: tuple[tuple[str, ...], ...]
    """Each way is a combination, key by key: `(("Ctrl", "K"), ("Ctrl", "L"))`."""
    is_off: bool = False
    """A single letter or number, which the reader has turned off."""


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """The keys that act in one place."""

    where: str
    lines: tuple[KeyLine, ...]


class KnownCommand(Protocol):
    """A command of the window, as far as the list shows it."""

    @property
    def words(self) -> str:
        """What it does."""

    @property
    def keys(self) -> tuple[str, ...]:
        """Its keys, such as `Ctrl+K`."""


class KnownKeys(Protocol):
    """Keys of one page, and what they do."""

    @property
    def keys(self) -> tuple[str, ...]:
        """Keys pressed together or one after the other."""

    @property
    def does(self) -> str:
        """What they do, as the footer of the page says it."""

    @property
    def is_single(self) -> bool:
        """Whether it is one letter or number, which the reader can turn off."""


class KeysView(Protocol):
    """What the presenter asks of the page."""

    def show_keys(self, groups: tuple[KeyGroup, ...], *, letters_off: bool) -> None:
        """Show all groups."""


class KeysPresenter:
    """Lists the keys; `pages` names each page with the keys that act on it."""

    def __init__(
        self,
        page: KeysView,
        commands: Sequence[KnownCommand],
        pages: Sequence[tuple[str, Sequence[KnownKeys]]],
    ) -> None:
        self._page = page
        self._commands = tuple(commands)
        self._pages = tuple(pages)

    def show(self, *, letter_keys: bool) -> None:
        """Show them, single letters as off where the reader turned them off."""
        everywhere = KeyGroup(
            "Everywhere",
            tuple(map(_of_command, self._commands)),
        )
        groups = [everywhere]
        for where, known in self._pages:
            lines = tuple(_line(each, letter_keys=letter_keys) for each in known)
            groups.append(KeyGroup(where, lines))
        self._page.show_keys(tuple(groups), letters_off=not letter_keys)


def key_parts(key: str) -> tuple[str, ...]:
    """`Ctrl+Shift+C` as its keys; the plus key itself is the last part of `Ctrl++`."""
    if key.endswith("++"):
        return (*key[:-2].split("+"), "+")
    return tuple("Enter" if part == "Return" else part for part in key.split("+"))


def _of_command(command: KnownCommand) -> KeyLine:
    # Both keys of a keyboard that say Enter are one to whoever reads the list.
    return KeyLine(command.words, tuple(dict.fromkeys(map(key_parts, command.keys))))


def _line(known: KnownKeys, *, letter_keys: bool) -> KeyLine:
    does = known.does[:1].upper() + known.does[1:]
    return KeyLine(does, _ways(known.keys), is_off=known.is_single and not letter_keys)


def _ways(keys: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Keys of which each acts alone are ways of their own; the others belong together."""
    holds = {"Ctrl", "Alt", "Shift"}
    if holds.isdisjoint(keys):
        return tuple((key,) for key in keys)
    return (keys,)
