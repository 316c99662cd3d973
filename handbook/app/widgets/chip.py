"""Chips: round filters and suggestions, with a count after the word."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from handbook.app.look.look import Look
from handbook.app.look.tokens import Token
from handbook.app.look.type import Type
from handbook.app.widgets.paint import RING, baseline, box, focus_ring
from handbook.app.widgets.pressing import EnterButton

HEIGHT = 32


class Chip(EnterButton):
    """A chip. A checkable one is a filter, selected when checked; another is a suggestion."""

    def __init__(
        self, look: Look, text: str, *, icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._icon_name = icon
        self._count: int | None = None
        self.setText(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._relook)

    def set_count(self, count: int) -> None:
        """Show how many there are."""
        self._count = count
        self.setAccessibleName(f"{self.text()}, {count}")
        self._relook()

    def sizeHint(self) -> QSize:
        """As wide as what it shows."""
        width = 26 + self._look.width_of(self.text(), Type.META_BOLD)
        if self._icon_name:
            width += self._icon_size + 8
        if self._count is not None:
            width += 6 + self._look.width_of(str(self._count), Type.SMALL)
        grown = max(0, self._look.line_height(Type.META) - 22)
        return QSize(round(width) + 2 * RING, HEIGHT + grown + 2 * RING)

    def minimumSizeHint(self) -> QSize:
        """Never narrower than its words."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chip."""
        del event
        painter = QPainter(self)
        rect = QRectF(self.rect()).adjusted(RING, RING, -RING, -RING)
        radius = rect.height() / 2
        chosen = self.isChecked()
        ink: Token = "on_accent" if chosen else "ink"
        ground: Token = "accent" if chosen else "wash" if self.underMouse() else "surface"
        fill = self._look.color(ground)
        box(painter, rect, radius, fill, None if chosen else self._look.color("line2"))
        # Words that are not bold take less than their room, so that no chip grows when chosen.
        room = self._look.width_of(self.text(), Type.META_BOLD)
        words = room if chosen else self._look.width_of(self.text(), Type.META)
        x = rect.left() + 13 + (room - words) / 2
        if self._icon_name:
            size = self._icon_size
            pixmap = self._look.icon(self._icon_name, ink, size, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(x, rect.center().y() - size / 2), pixmap)
            x += size + 8
        painter.setFont(self._look.font(Type.META_BOLD if chosen else Type.META))
        painter.setPen(self._look.color(ink))
        painter.drawText(QPointF(x, baseline(painter, rect)), self.text())
        if self._count is not None:
            x += words + 6
            painter.setFont(self._look.font(Type.SMALL))
            painter.setPen(self._look.color("on_accent" if chosen else "ink3"))
            painter.drawText(QPointF(x, baseline(painter, rect)), str(self._count))
        if self.hasFocus():
            focus_ring(painter, self._look, rect, radius)

    @property
    def _icon_size(self) -> int:
        return round(16 * max(1.0, self._look.interface_scale))

    def _relook(self) -> None:
        self.updateGeometry()
        self.update()
