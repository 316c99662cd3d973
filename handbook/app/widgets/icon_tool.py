"""Buttons that show an icon alone, and name themselves when pointer or focus comes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from handbook.app.look.look import Look
from handbook.app.widgets.paint import RING, box, focus_ring
from handbook.app.widgets.pressing import EnterButton

SIDE = 36
"""Height and width of the visible button, in logical pixels."""


class IconTool(EnterButton):
    """A round-cornered button with an icon alone. One that is on has the filled icon.

    It keeps 6 px free all round for the focus ring.
    """

    explained = Signal()
    """The pointer or the focus came to it."""
    left = Signal()

    def __init__(
        self, look: Look, icon: str, key: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._icon = icon
        self.key = key
        self.words = ""
        """What a press does."""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.resize(self.sizeHint())
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """The button with room for its focus ring."""
        return QSize(SIDE + 2 * RING, SIDE + 2 * RING)

    def minimumSizeHint(self) -> QSize:
        """It never gives way."""
        return self.sizeHint()

    def name(self, words: str) -> None:
        """Say what a press does now."""
        self.words = words
        self.setAccessibleName(words)

    def nextCheckState(self) -> None:
        """Stay as the page says."""

    def enterEvent(self, event: QEnterEvent) -> None:
        """Name what a press does."""
        super().enterEvent(event)
        self.explained.emit()
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Take the tip away."""
        super().leaveEvent(event)
        self.left.emit()
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Name what a press does."""
        super().focusInEvent(event)
        self.explained.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the tip away."""
        super().focusOutEvent(event)
        self.left.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the tip away with the button."""
        self.left.emit()
        super().hideEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button; one that is on has a filled icon."""
        del event
        painter = QPainter(self)
        rect = QRectF(self.rect()).adjusted(RING, RING, -RING, -RING)
        fill = self._look.color("wash" if self.underMouse() else "surface")
        on = self.isChecked()
        box(painter, rect, 8, fill, self._look.color("accent" if on else "line2"))
        ratio = self.devicePixelRatioF()
        name = f"{self._icon}-filled" if on else self._icon
        icon = self._look.icon(name, "accent" if on else "ink", 18, ratio)
        painter.drawPixmap(rect.center() - QPointF(9, 9), icon)
        if self.hasFocus():
            focus_ring(painter, self._look, rect, 8)
