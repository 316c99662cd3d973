"""Pages built while nobody waits for them, so that each is there at its first key."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer

PAUSE_MS = 80
"""Between two parts: keys, paint and what runs in the background come first."""

Part = Callable[[], object]
"""Builds one thing, if it is not there yet, in a few hundredths of a second at most."""


class Ahead(QObject):
    """Builds one part after the other, with a pause before each."""

    def __init__(self, parts: Iterable[Part], parent: QObject) -> None:
        super().__init__(parent)
        self._parts = deque(parts)
        self._timer = QTimer(self)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._build_one)
        self._timer.start()

    @property
    def is_done(self) -> bool:
        """True once everything is built, or given up."""
        return not self._parts

    def stop(self) -> None:
        """Build nothing more: the window closes."""
        self._parts.clear()
        self._timer.stop()

    def _build_one(self) -> None:
        if self._parts:
            self._parts.popleft()()
        else:
            self._timer.stop()
