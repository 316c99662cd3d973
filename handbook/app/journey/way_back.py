"""The link that leads back to where a reader was, above a page to be read."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from handbook.app.widgets.button import LinkButton

_SCROLLING = (Qt.Key.Key_Up, Qt.Key.Key_Down)


class WayBack(LinkButton):
    """Has the focus while the page below it is read, so it leaves the arrows to that page."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass on the arrows, with which Qt's buttons move the focus."""
        if event.key() in _SCROLLING:
            event.ignore()
        else:
            super().keyPressEvent(event)
