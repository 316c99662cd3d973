"""One answer of a question: a button with its number, or with a tick once it was right."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from handbook.app.look.look import Look
from handbook.app.look.tokens import Token
from handbook.app.look.type import Type
from handbook.app.widgets.paint import RING, baseline, box, focus_ring
from handbook.app.widgets.pressing import EnterButton

_LEAST, _CAP, _LEFT = 44, 26, 52
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
_YOURS = "Your answer"


class AnswerCard(EnterButton):
    """An answer to choose. One that is right is green and chosen for good."""

    def __init__(self, look: Look, question: int, number: int, count: int, text: str) -> None:
        super().__init__()
        self._look = look
        self.number = number
        self._is_right = False
        self._is_wrong = False
        self.setText(text)
        self.setAccessibleName(f"Question {question}, answer {number} of {count}: {text}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self.updateGeometry)

    def show_said(self, *, is_right: bool, is_wrong: bool) -> None:
        """Show what came of it."""
        self._is_right, self._is_wrong = is_right, is_wrong
        said = "Right" if is_right else "Not quite, try another" if is_wrong else ""
        self.setAccessibleDescription(said)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Long answers break into lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its lines."""
        room = max(40, width - 2 * RING - round(self._left) - self._right)
        metrics = QFontMetrics(self._look.font(self._role))
        lines = metrics.boundingRect(QRect(0, 0, room, 10_000), int(_WRAP), self.text())
        return max(self._least, lines.height() + 20) + 2 * RING

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(320, self.heightForWidth(320))

    def minimumSizeHint(self) -> QSize:
        """The height for the width decides."""
        return QSize(120, self._least + 2 * RING)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw edge, number or tick, and the words."""
        del event
        painter, look = QPainter(self), self._look
        rect = QRectF(self.rect()).adjusted(RING, RING, -RING, -RING)
        fill: Token = "ok_soft" if self._is_right else "surface"
        if not self._is_right and self.underMouse():
            fill = "wash"
        edge: Token = "ok" if self._is_right else "warn" if self._is_wrong else "line2"
        box(painter, rect, 10, look.color(fill), look.color(edge), 2 if edge != "line2" else 1)
        self._paint_cap(painter, rect)
        words = rect.adjusted(self._left, 0, -self._right, 0)
        painter.setFont(look.font(self._role))
        painter.setPen(look.color("ink"))
        painter.drawText(words, int(_WRAP | Qt.AlignmentFlag.AlignVCenter), self.text())
        if self._is_right:
            painter.setFont(look.font(Type.SMALL))
            painter.setPen(look.color("ok_ink"))
            at = rect.right() - 15 - look.width_of(_YOURS, Type.SMALL)
            painter.drawText(QPointF(at, baseline(painter, rect)), _YOURS)
        if self.hasFocus():
            focus_ring(painter, look, rect, 10)

    def _paint_cap(self, painter: QPainter, rect: QRectF) -> None:
        look, size = self._look, _CAP * self._grown
        cap = QRectF(rect.left() + 12, rect.center().y() - size / 2, size, size)
        if self._is_right:
            box(painter, cap, size / 2, look.color("ok"))
            side = round(size * 0.62)
            icon = look.icon("check", "surface", side, self.devicePixelRatioF())
            painter.drawPixmap(cap.center() - QPointF(side / 2, side / 2), icon)
            return
        edge: Token = "warn" if self._is_wrong else "line2"
        fill: Token = "warn_soft" if self._is_wrong else "sunken"
        box(painter, cap, 6, look.color(fill), look.color(edge))
        painter.setFont(look.font(Type.META_BOLD))
        painter.setPen(look.color("warn_ink" if self._is_wrong else "ink2"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, str(self.number))

    @property
    def _role(self) -> Type:
        return Type.UI_BOLD if self._is_right else Type.UI

    @property
    def _grown(self) -> float:
        return self._look.line_height(Type.UI) / Type.UI.value.line

    @property
    def _least(self) -> int:
        return round(_LEAST * self._grown)

    @property
    def _left(self) -> float:
        return _LEFT * self._grown

    @property
    def _right(self) -> int:
        if not self._is_right:
            return 14
        return round(self._look.width_of(_YOURS, Type.SMALL)) + 30
