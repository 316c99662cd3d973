"""The application on macOS, which hands links and packs over as events."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QProcess
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from handbook.app.desk_door import ourselves
from handbook.domain.opening import SCHEME, Opening, OpeningKind

Answer = Callable[[Opening], None]


class MacApplication(QApplication):
    """Passes on what macOS asks the program to open.

    There a link or a pack is no word of a command line: the system starts the program once and
    sends it an event for each. Only what is sent to the application itself comes through here,
    where a filter would see every event of every widget.
    """

    _waiting: tuple[Opening, ...] = ()
    """Asked for before there was a window, while Qt itself was starting perhaps."""
    _answer: Answer | None = None

    def answer_with(self, answer: Answer) -> None:
        """Give what is asked for to `answer` from now on, and what is waiting at once."""
        self._answer = answer
        waiting, self._waiting = self._waiting, ()
        for opening in waiting:
            answer(opening)

    def event(self, event: QEvent) -> bool:
        """Take links and packs; all else is Qt's."""
        if not isinstance(event, QFileOpenEvent):
            return super().event(event)
        opening = asked_by(event)
        if self._answer is None:
            self._waiting = (*self._waiting, opening)
        else:
            self._answer(opening)
        return True


def asked_by(event: QFileOpenEvent) -> Opening:
    """What is to be opened, read like a word of a command line; an address elsewhere is odd."""
    if path := event.file():
        return Opening.of(path)
    address = bytes(event.url().toEncoded().data()).decode("ascii")
    return Opening.of(address) if address.startswith(SCHEME) else Opening(OpeningKind.ODD)


def open_another(opening: Opening) -> None:
    """Open it in a window of its own, or in one that may be shown."""
    program, *rest = ourselves()
    QProcess.startDetached(program, [*rest, opening.line] if opening.line else rest)
