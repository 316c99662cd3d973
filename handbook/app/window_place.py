"""Where the window stood, how large it was and whether it filled the screen."""

from __future__ import annotations

import binascii
from base64 import b64decode, b64encode

from PySide6.QtCore import QByteArray, QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from handbook.state.kept_row import KeptRow

SETTLED_MS = 400
"""A window that is dragged is written once, when it has come to rest."""
_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.WindowStateChange)


class WindowPlace(QObject):
    """Keeps the place of a window soon after each move, so that it outlives a power cut."""

    def __init__(self, window: QWidget, row: KeptRow) -> None:
        super().__init__(window)
        self._window = window
        self._row = row
        self._kept = row.read()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLED_MS)
        self._timer.timeout.connect(self.keep)
        window.installEventFilter(self)

    def restore(self) -> bool:
        """Put the window where it was; False where nothing sensible is kept.

        Qt brings it back into sight where its screen has gone, and refuses a place that was
        made for a larger screen.
        """
        try:
            place = b64decode(self._kept, validate=True)
        except binascii.Error:
            return False
        return bool(place) and self._window.restoreGeometry(QByteArray(place))

    def keep(self) -> None:
        """Write the place now, if it is another."""
        self._timer.stop()
        place = b64encode(self._window.saveGeometry().data()).decode("ascii")
        if place != self._kept:
            self._kept = place
            self._row.keep(place)

    def close(self) -> None:
        """Write what has not come to rest yet."""
        if self._timer.isActive():
            self.keep()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the window to come to rest."""
        del watched
        if event.type() in _MOVES and self._window.isVisible():
            self._timer.start()
        return False
