"""The left one of two sides: what is done to it is done to both, and the right one leads."""

from __future__ import annotations

from PySide6.QtCore import Signal

from handbook.app.changes.sheet import ChangeSheet


class FollowingSheet(ChangeSheet):
    """Stands as high as the other side, and leaves it to that one to say what is being read.

    Two sides that each found their own place would mark two changes, because neither is
    laid out before the other.
    """

    scrolled = Signal(int)
    """Its reader, and nobody else, has moved it to this height."""
    stepped = Signal(int)
    """The change after or before the current one is wanted."""

    def follow(self, height: int) -> None:
        """Stand as high as the other side."""
        self._move(height)

    def mark(self, key: str) -> None:
        """Make a change the current one where it stands: the other side has gone to it."""
        self._make_current(key)

    def step(self, by: int) -> None:
        """Let the other side go on."""
        self.stepped.emit(by)

    def _scrolled(self) -> None:
        if not self._moving:
            self.scrolled.emit(self.verticalScrollBar().value())
