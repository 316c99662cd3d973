"""A box to tick, with its words beside it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from handbook.app.look.look import Look
from handbook.app.look.tokens import Token
from handbook.app.look.type import Type
from handbook.app.widgets.paint import RING, baseline, box, focus_ring

_SQUARE, _HEIGHT = 20, 44


class TickBox(QCheckBox):
    """A painted check box; it stays one for screen readers. Space and Enter tick it."""

    def __init__(self, look: Look, text: str, height: int = _HEIGHT) -> None:
        super().__init__(text)
        self._look = look
        self._height = height
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        look.changed.connect(self._relook)

    def sizeHint(self) -> QSize:
        """As wide as the box and its words."""
        width = self._square + 10 + self._look.width_of(self.text(), Type.UI) + 16
        height = self._height + max(0, self._look.line_height(Type.UI) - Type.UI.value.line)
        return QSize(round(width) + 2 * RING, height + 2 * RING)

    def minimumSizeHint(self) -> QSize:
        """Never narrower than its words."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        """The words tick the box too."""
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ticks as well as Space, once for as long as it is held."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box, its tick and the words."""
        del event
        painter = QPainter(self)
        look = self._look
        rect = QRectF(self.rect()).adjusted(RING, RING, -RING, -RING)
        side = self._square
        square = QRectF(rect.left() + 8, rect.center().y() - side / 2, side, side)
        fill: Token = "accent" if self.isChecked() else "surface"
        box(painter, square, 4, look.color(fill), look.color("line2"), 1.5)
        if self.isChecked():
            icon = look.icon("check", "on_accent", side - 4, self.devicePixelRatioF())
            painter.drawPixmap(square.topLeft() + QPointF(2, 2), icon)
        painter.setFont(look.font(Type.UI))
        painter.setPen(look.color("ink"))
        words = QPointF(square.right() + 10, baseline(painter, rect))
        painter.drawText(words, self.text())
        if self.hasFocus():
            focus_ring(painter, look, rect, 8)

    @property
    def words_at(self) -> int:
        """How far from the left its words begin."""
        return RING + 8 + self._square + 10

    @property
    def _square(self) -> int:
        """The side of the box; it grows with the text."""
        return round(_SQUARE * self._look.line_height(Type.UI) / Type.UI.value.line)

    def _relook(self) -> None:
        self.updateGeometry()
        self.update()
