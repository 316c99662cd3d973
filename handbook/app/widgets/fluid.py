"""Scroll areas that leave keys to their page, and insides whose texts break into lines."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from handbook.app.widgets.panel import ScrollBody


class QuietScroll(ScrollBody):
    """Leaves every key to its page; Qt's own takes Alt+Left for scrolling."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass it on."""
        event.ignore()


class Fluid(QWidget):
    """Asks a scroll area for just the height that its texts take at the width given.

    Qt's own minimum counts each wrapped text at its favourite width, which is narrower and
    higher, so that a page would scroll that fits.
    """

    def minimumSizeHint(self) -> QSize:
        """Nothing: the height for the width decides."""
        return QSize(0, 0)
