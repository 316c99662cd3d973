"""What a reader can do from everywhere, by key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


class CommandId(StrEnum):
    """Names that never change, so that a reader's own key outlives a release."""

    SEARCH = "search"
    CONCERN = "concern"
    BIGGER = "text-bigger"
    SMALLER = "text-smaller"
    USUAL_SIZE = "text-usual"
    BACK = "back"
    FORWARD = "forward"
    NEXT_REGION = "next-region"
    FIND = "find"
    COPY_LINK = "copy-link"
    KEYS = "keys"


class Desk(Protocol):
    """What the commands ask of the window."""

    def search(self) -> None:
        """Put the focus where a question is typed."""

    def open_concern(self) -> None:
        """Start the wizard."""

    def back(self) -> None:
        """Go to where the reader was before."""

    def forward(self) -> None:
        """Take the last step back again."""

    def next_region(self) -> None:
        """Move the focus between the bar and the page."""

    def find(self) -> None:
        """Find on the page that is shown."""

    def copy_chosen(self) -> None:
        """Copy the link to what is chosen."""


class TextSize(Protocol):
    """What the commands ask of the reader's settings."""

    def bigger_text(self) -> None:
        """One step larger text."""

    def smaller_text(self) -> None:
        """One step smaller text."""

    def usual_text(self) -> None:
        """Text of the usual size."""


class Help(Protocol):
    """What the commands ask of the pages about the program."""

    def show_keys(self) -> None:
        """Show the list of keys."""


@dataclass(frozen=True, slots=True)
class Command:
    """Something to do, its words for the list of keys, and its keys."""

    id: CommandId
    words: str
    keys: tuple[str, ...]
    run: Callable[[], None]
    in_wizard: bool = False
    """Whether the keys act on the wizard's pages too, which have no way out by accident."""


class Shortcuts:
    """The keys of all commands in one window."""

    def __init__(self, window: QWidget, known: Sequence[Command]) -> None:
        self.commands = tuple(known)
        self._shortcuts: list[tuple[Command, QShortcut]] = []
        for command in known:
            for key in command.keys:
                shortcut = QShortcut(QKeySequence(key), window)
                shortcut.activated.connect(command.run)
                self._shortcuts.append((command, shortcut))

    def in_wizard(self, *, inside: bool) -> None:
        """Let only the wizard's own keys act, or all of them again."""
        for command, shortcut in self._shortcuts:
            shortcut.setEnabled(command.in_wizard or not inside)


def commands(desk: Desk, text: TextSize, about: Help) -> tuple[Command, ...]:
    """All commands of the window."""
    ids = CommandId
    return (
        Command(ids.SEARCH, "Search all policies", ("Ctrl+K", "Ctrl+L"), desk.search),
        Command(ids.CONCERN, "I have a concern", ("Ctrl+Shift+H",), desk.open_concern),
        Command(ids.BIGGER, "Larger text", ("Ctrl++", "Ctrl+="), text.bigger_text, in_wizard=True),
        Command(ids.SMALLER, "Smaller text", ("Ctrl+-",), text.smaller_text, in_wizard=True),
        Command(ids.USUAL_SIZE, "Usual text size", ("Ctrl+0",), text.usual_text, in_wizard=True),
        Command(ids.BACK, "Back", ("Alt+Left",), desk.back),
        Command(ids.FORWARD, "Forward", ("Alt+Right",), desk.forward),
        Command(ids.NEXT_REGION, "Next part of the window", ("F6",), desk.next_region),
        Command(ids.FIND, "Find on this page", ("Ctrl+F",), desk.find),
        Command(ids.COPY_LINK, "Copy the link", ("Ctrl+Shift+C",), desk.copy_chosen),
        Command(ids.KEYS, "This list", ("F1",), about.show_keys),
    )
