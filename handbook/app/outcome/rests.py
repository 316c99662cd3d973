"""The clauses that an outcome rests on, as chips that open them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent

from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.outcome.views import RestView
from handbook.app.widgets.paint import RING, baseline, box, focus_ring
from handbook.app.widgets.pressing import EnterButton

_HEIGHT = 38


class RestChip(EnterButton):
    """A clause: its policy and number, its title, and an arrow."""

    def __init__(self, look: Look, rest: RestView) -> None:
        super().__init__()
        self._look = look
        self.ref = rest.ref
        self.setText(f"{rest.label}\n{rest.title}")
        self.setAccessibleName(f"{rest.label}, {rest.title}")
        self.setToolTip(f"{rest.label} {rest.title}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        """As wide as its words."""
        label, title = self._parts()
        width = self._look.width_of(label, Type.META_BOLD)
        width += self._look.width_of(title, Type.META)
        grown = max(0, self._look.line_height(Type.META) - 22)
        return QSize(round(width) + 62 + 2 * RING, _HEIGHT + grown + 2 * RING)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chip."""
        del event
        painter = QPainter(self)
        look = self._look
        rect = QRectF(self.rect()).adjusted(RING, RING, -RING, -RING)
        fill = look.color("accent_soft" if self.underMouse() else "surface")
        box(painter, rect, 8, fill, look.color("line"))
        label, title = self._parts()
        line = baseline(painter, rect)
        x = rect.left() + 14
        painter.setFont(look.font(Type.META_BOLD))
        line = baseline(painter, rect)
        painter.setPen(look.color("link"))
        painter.drawText(QPointF(x, line), label)
        x += look.width_of(label, Type.META_BOLD) + 10
        painter.setFont(look.font(Type.META))
        painter.setPen(look.color("ink"))
        room = rect.right() - 32 - x
        shown = QFontMetricsF(painter.font()).elidedText(
            title, Qt.TextElideMode.ElideRight, room + 1
        )
        painter.drawText(QPointF(x, line), shown)
        arrow = look.icon("chevron-right", "ink2", 16, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(rect.right() - 26, rect.center().y() - 8), arrow)
        if self.hasFocus():
            focus_ring(painter, look, rect, 8)

    def _parts(self) -> tuple[str, str]:
        label, _, title = self.text().partition("\n")
        return label, title
