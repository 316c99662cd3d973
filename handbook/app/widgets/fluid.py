"""Scroll areas that leave keys to their page, and insides whose texts break into lines."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from handbook.app.widgets.panel import ScrollBody


class QuietScroll(ScrollBody):
    """Leaves every key to its page; Qt's own takes Alt+Left for scrolling."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass it on."""
        event.ignore()

    def scroll_by(self, key: int) -> bool:
        """Scroll by an arrow, a page key, Space, Home or End; False for any other key."""
        by = _STEPS.get(key)
        if by is not None:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + round(by * self.viewport().height()))
        return by is not None


class Fluid(QWidget):
    """Asks a scroll area for just the height that its texts take at the width given.

    Qt's own minimum counts each wrapped text at its favourite width, which is narrower and
    higher, so that a page would scroll that fits.
    """

    def minimumSizeHint(self) -> QSize:
        """Nothing: the height for the width decides."""
        return QSize(0, 0)


_STEPS: dict[int, float] = {
    Qt.Key.Key_Down: 0.15,
    Qt.Key.Key_Up: -0.15,
    Qt.Key.Key_PageDown: 0.9,
    Qt.Key.Key_PageUp: -0.9,
    Qt.Key.Key_Space: 0.9,
    Qt.Key.Key_Home: -1000,
    Qt.Key.Key_End: 1000,
}
"""Parts of the height that is seen."""
