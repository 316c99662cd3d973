"""The cards of the first start: one group each, one chosen."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout

from handbook.app.audiences import AUDIENCES
from handbook.app.look.look import Look
from handbook.app.look.tokens import Token
from handbook.app.look.type import Type
from handbook.app.widgets.paint import RING, box, focus_ring
from handbook.app.widgets.pressing import EnterButton
from handbook.app.widgets.text import Label
from handbook.domain.audience import Audience

_NUMBER = 34
_TEXT_AFTER = 42
"""From the card's edge to its words, the number's width left out."""
_ICON_ROOM = 56
_LEAST = 74


class AudienceCard(EnterButton):
    """A group: its number, its name, who belongs to it, and an icon."""

    moved = Signal(int)
    """Up (-1) or Down (1) was pressed."""
    entered = Signal()
    """Enter was pressed: this one, and go on."""

    def __init__(self, look: Look, audience: Audience, number: int) -> None:
        super().__init__()
        self._look = look
        self.audience = audience
        self._number = number
        words = AUDIENCES[audience]
        self._icon = words.icon
        self.setText(words.one)
        self.setAccessibleName(f"{words.one}, {number} of {len(AUDIENCES)}")
        self.setAccessibleDescription(words.who)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        for label in (
            Label(look, words.one, Type.OPTION, wrap=True),
            Label(look, words.who, Type.META, "ink2", wrap=True),
        ):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            label.setForegroundRole(QPalette.ColorRole.WindowText)  # a button would have its own
            self._column.addWidget(label)
        self.setMinimumHeight(_LEAST + 2 * RING)
        look.changed.connect(self._fit)
        self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Lie over the neighbours, so that the ring is whole."""
        self.raise_()
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows move, Enter chooses and goes on."""
        match event.key():
            case Qt.Key.Key_Up:
                self.moved.emit(-1)
            case Qt.Key.Key_Down:
                self.moved.emit(1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.setChecked(True)
                self.entered.emit()
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card under its words."""
        del event
        painter = QPainter(self)
        look, chosen = self._look, self.isChecked()
        rect = QRectF(self.rect()).adjusted(RING, RING, -RING, -RING)
        fill: Token = "accent_soft" if chosen or self.underMouse() else "surface"
        edge = look.color("accent" if chosen else "line2")
        box(painter, rect, 12, look.color(fill), edge, 2 if chosen else 1)
        self._paint_number(painter, rect, chosen=chosen)
        icon = look.icon(self._icon, "link" if chosen else "ink2", 22, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(rect.right() - 45, rect.center().y() - 11), icon)
        if self.hasFocus():
            focus_ring(painter, look, rect, 12)

    def _paint_number(self, painter: QPainter, rect: QRectF, *, chosen: bool) -> None:
        look = self._look
        size = self._number_size()
        cap = QRectF(rect.left() + 20, rect.center().y() - size / 2, size, size)
        edge = None if chosen else look.color("line2")
        box(painter, cap, 8, look.color("accent" if chosen else "sunken"), edge)
        painter.setFont(look.font(Type.CALLOUT))
        painter.setPen(look.color("on_accent" if chosen else "ink2"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, str(self._number))

    def _number_size(self) -> int:
        return round(_NUMBER * self._look.line_height(Type.UI) / Type.UI.value.line)

    def _fit(self) -> None:
        left = RING + _TEXT_AFTER + self._number_size()
        self._column.setContentsMargins(left, RING + 12, RING + _ICON_ROOM, RING + 12)
        self.update()
