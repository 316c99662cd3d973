"""The way from the handbook to the editors' desk, which is a program window of its own."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QProcess

NO_CONTENT = (
    "That is no folder of content: school.yaml and the folder policies lie in the right one. "
    "To begin a handbook, choose an empty folder."
)
NOT_STARTED = "The desk could not be started."
Start = Callable[[str, list[str]], bool]


class DeskDoor:
    """Asks for the folder of content, and starts the desk on it.

    It is another process: whatever happens at the desk, reading goes on, and the other way
    round.
    """

    def __init__(
        self, ask: Callable[[], str], say: Callable[[str], None], start: Start | None = None
    ) -> None:
        self._ask = ask
        self._say = say
        self._start = start or _start

    def open(self) -> None:
        """Open the desk on a folder that somebody chooses."""
        chosen = self._ask()
        if not chosen:
            return
        from handbook.markup.first_files import holds_content, is_free

        folder = Path(chosen)
        if not holds_content(folder) and not is_free(folder):
            self._say(NO_CONTENT)
            return
        program, *rest = ourselves()
        if not self._start(program, [*rest, "desk", str(folder)]):
            self._say(NOT_STARTED)


def ourselves() -> list[str]:
    """How this program is started once more."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-m", "handbook"]


def _start(program: str, arguments: list[str]) -> bool:
    started = QProcess.startDetached(program, arguments)
    return bool(started[0] if isinstance(started, tuple) else started)
