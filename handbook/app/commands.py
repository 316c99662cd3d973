"""What a reader can do from everywhere, by key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

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

    def __init__(self, window: QWidget, commands: Sequence[Command]) -> None:
        self.commands = tuple(commands)
        self._shortcuts: list[tuple[Command, QShortcut]] = []
        for command in commands:
            for key in command.keys:
                shortcut = QShortcut(QKeySequence(key), window)
                shortcut.activated.connect(command.run)
                self._shortcuts.append((command, shortcut))

    def in_wizard(self, *, inside: bool) -> None:
        """Let only the wizard's own keys act, or all of them again."""
        for command, shortcut in self._shortcuts:
            shortcut.setEnabled(command.in_wizard or not inside)
