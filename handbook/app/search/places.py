"""A person or a step of the wizard that answers the question, as a card to press."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from handbook.app.look.look import Look
from handbook.app.look.tokens import Token
from handbook.app.look.type import Type
from handbook.app.search.presenter import Place
from handbook.app.widgets.paint import (
    RING,
    box,
    cut_line,
    focus_ring,
    keycap,
    keycap_height,
    keycap_width,
)
from handbook.app.widgets.pressing import EnterButton


class PlaceCard(EnterButton):
    """Icon, title, a line about it, and its key where it has one."""

    def __init__(self, look: Look, place: Place, key: str = "", height: int = 74) -> None:
        super().__init__()
        self._look = look
        self._key = key
        self._height = height
        self.place = place
        self.setAccessibleName(f"{place.title}. {place.about}" if place.about else place.title)
        self.setAccessibleDescription(place.about)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Two lines high."""
        grown = self._look.line_height(Type.UI) / Type.UI.value.line
        return QSize(300, round(self._height * grown) + 2 * RING)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card."""
        del event
        painter = QPainter(self)
        look = self._look
        rect = QRectF(self.rect()).adjusted(RING, RING, -RING, -RING)
        fill = look.color("wash" if self.underMouse() else "surface")
        box(painter, rect, 10, fill, look.color("line"))
        tint: Token = "care" if self.place.icon == "concern" else "link"
        icon = look.icon(self.place.icon, tint, 22, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(rect.left() + 20, rect.center().y() - 11), icon)
        room = rect.width() - 62 - 16
        if self._key:
            room -= keycap_width(look, self._key) + 16
            at = QPointF(
                rect.right() - 22 - keycap_width(look, self._key),
                rect.center().y() - keycap_height(self._look) / 2,
            )
            keycap(painter, look, at, self._key)
        upper, lower = look.line_height(Type.UI_BOLD), look.line_height(Type.META)
        top = rect.center().y() - (upper + lower) / 2
        title = QRectF(rect.left() + 62, top, room, upper)
        about = QRectF(rect.left() + 62, top + upper, room, lower)
        if look.width_of(self.place.title, Type.UI_BOLD) <= room:
            cut_line(painter, look, title, self.place.title, Type.UI_BOLD, "ink")
            cut_line(painter, look, about, self.place.about, Type.META, "ink2")
        else:  # which questions these are goes before what is said of them
            lines = rect.adjusted(62, 4, room + 62 - rect.width(), -4)
            wrapped = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter
            painter.setFont(look.font(Type.UI_BOLD))
            painter.setPen(look.color("ink"))
            painter.drawText(lines, wrapped, self.place.title)
        if self.hasFocus():
            focus_ring(painter, look, rect, 10)


class PlacesRow(QWidget):
    """The cards side by side, above the clauses."""

    chosen = Signal(object)
    """A Place was pressed."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12 - 2 * RING)
        self.cards: list[PlaceCard] = []

    def show_places(self, places: tuple[Place, ...]) -> None:
        """Show other cards; without any, no room is taken."""
        for old in self.cards:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.cards = [PlaceCard(self._look, place, height=60) for place in places]
        for card in self.cards:
            card.clicked.connect(lambda _=False, place=card.place: self.chosen.emit(place))
            self._row.addWidget(card)
        self.setVisible(bool(places))
