"""Frees cyclic garbage in the window's thread, and in no other."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1000
YOUNG = 2000
"""So many new objects make it worth looking."""
OLD = 10
"""After so many looks at new objects all are looked at."""


class Collector(QObject):
    """Takes over from Python's own collector until it is closed.

    Python collects in whichever thread happens to allocate. A widget in a cycle would be
    destroyed by a background thread, and Qt does not survive that.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.collect)
        self._timer.start(EVERY_MS)

    def collect(self) -> None:
        """Free what nothing reaches any more, if enough has gathered."""
        young, _, old = gc.get_count()
        if young >= YOUNG:
            gc.collect(2 if old >= OLD else 1)

    def close(self) -> None:
        """Leave the work to Python again."""
        self._timer.stop()
        gc.enable()
