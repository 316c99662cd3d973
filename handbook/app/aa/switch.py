"""A setting that is on or off: words at the left, a switch with a tick at the right."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.widgets.paint import RING, box, cut_line, focus_ring
from handbook.app.widgets.pressing import EnterButton

_WIDE, _HIGH = 44, 24


class Switch(EnterButton):
    """One row with a hairline above; a press anywhere in it switches.

    Whether it is on shows by place, fill and tick; readers hear a check box. It shows what it
    is told, so that a press that changes nothing leaves it alone.
    """

    def __init__(self, look: Look, title: str) -> None:
        super().__init__()
        self._look = look
        self._says = ""
        self.setText(title)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_state(self, says: str, *, on: bool) -> None:
        """Show what it does, and whether it is on."""
        self._says = says
        self.setAccessibleDescription(says)
        self.setChecked(on)
        self.update()

    def nextCheckState(self) -> None:
        """Stay as it was told."""

    def sizeHint(self) -> QSize:
        """Two lines."""
        look = self._look
        return QSize(280, look.line_height(Type.UI) + look.line_height(Type.SMALL) + 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw words and switch."""
        del event
        painter, look = QPainter(self), self._look
        rect = QRectF(self.rect()).adjusted(RING, 0, -RING, 0)
        painter.fillRect(QRectF(rect.left(), 0, rect.width(), 1), look.color("line"))
        size = look.interface_scale
        words = rect.adjusted(0, 6, -_WIDE * size - 12, 0)
        first, second = look.line_height(Type.UI), look.line_height(Type.SMALL)
        title = QRectF(words.left(), words.top(), words.width(), first)
        says = QRectF(words.left(), title.bottom(), words.width(), second)
        cut_line(painter, look, title, self.text(), Type.UI, "ink")
        cut_line(painter, look, says, self._says, Type.SMALL, "ink2")
        wide, high = _WIDE * size, _HIGH * size
        pill = QRectF(rect.right() - wide, rect.center().y() - high / 2, wide, high)
        self._paint_switch(painter, pill)
        if self.hasFocus():
            focus_ring(painter, look, pill, pill.height() / 2)

    def _paint_switch(self, painter: QPainter, pill: QRectF) -> None:
        look, on = self._look, self.isChecked()
        fill = look.color("accent" if on else "surface")
        box(painter, pill, pill.height() / 2, fill, None if on else look.color("line2"), 1.5)
        side = pill.height() - 6
        knob = QRectF(pill.left() + 3, pill.top() + 3, side, side)
        if on:
            knob.moveRight(pill.right() - 3)
        box(painter, knob, side / 2, look.color("on_accent" if on else "line2"))
        if on:
            tick = round(side - 4)
            icon = look.icon("check", "accent", tick, self.devicePixelRatioF())
            painter.drawPixmap(knob.center() - QPointF(tick / 2, tick / 2), icon)
