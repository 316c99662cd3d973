"""Which key presses choose: bare ones, and once for as long as a key is held."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from handbook.app.widgets.listener import Listener

_CHOOSING = frozenset(
    (*range(Qt.Key.Key_1, Qt.Key.Key_9 + 1), Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
)


class HeldKeys(Listener):
    """Takes the repeats of the keys that choose, while it watches.

    On X11 Qt passes some repeats on as presses of their own, when it has read the release
    before the press arrived. Those carry the very millisecond of their release, which no
    finger can do.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._released = (0, 0)

    def watch(self) -> None:
        """Begin to listen."""
        self.listen()

    def unwatch(self) -> None:
        """Stop listening."""
        self.stop_listening()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a repeat; let everything else through."""
        del watched
        if not isinstance(event, QKeyEvent) or event.key() not in _CHOOSING:
            return False
        stroke = (event.key(), event.timestamp())
        if event.type() == QEvent.Type.KeyRelease:
            self._released = stroke
        if event.type() != QEvent.Type.KeyPress:
            return False
        return event.isAutoRepeat() or (stroke[1] > 0 and stroke == self._released)


def is_bare(event: QKeyEvent) -> bool:
    """Whether no other key is held with it; the keypad counts as none."""
    return event.modifiers() in (
        Qt.KeyboardModifier.NoModifier,
        Qt.KeyboardModifier.KeypadModifier,
    )
