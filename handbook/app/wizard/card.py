"""The cards of the wizard: one answer each, and the list that fits them to the window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from handbook.app.look.look import Look
from handbook.app.look.tokens import Token
from handbook.app.look.type import Type
from handbook.app.widgets.paint import RING, box, focus_ring
from handbook.app.widgets.pressing import EnterButton
from handbook.app.wizard.presenter import ChoiceView

_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
_ICON_ROOM = 48


@dataclass(frozen=True, slots=True)
class Density:
    """How much room the cards take."""

    least: int
    pad: int
    gap: int
    """Between two cards; at least as wide as a ring, which the next card would cover."""
    number: int
    title: Type
    hint: Type
    inline: bool
    """The hint stands behind the title where both fit on one line."""


DENSITIES = (
    Density(64, 13, 10, 34, Type.OPTION, Type.UI, inline=False),
    Density(52, 8, 8, 32, Type.CALLOUT, Type.META, inline=False),
    Density(46, 6, 7, 30, Type.CALLOUT, Type.META, inline=True),
    Density(40, 3, 5, 28, Type.CALLOUT, Type.META, inline=True),
)


class ChoiceCard(EnterButton):
    """One answer: its number, its words, and a hint."""

    moved = Signal(int)
    """Up (-1) or Down (1) was pressed."""
    focused = Signal(object)

    def __init__(self, look: Look, choice: ChoiceView, number: int, count: int) -> None:
        super().__init__()
        self._look = look
        self._choice = choice
        self._count = count
        self.number = number
        self.density = DENSITIES[0]
        self.was_chosen = False
        self.setText(choice.title)
        self.setAccessibleName(f"{choice.title}, {number} of {count}")
        self.setAccessibleDescription(choice.hint)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        look.changed.connect(self.update)

    def forget(self) -> None:
        """Keep no word of what was shown."""
        self._choice = ChoiceView("")
        self.setText("")
        self.setAccessibleName("")
        self.setAccessibleDescription("")

    def height_for(self, width: int, density: Density) -> int:
        """How high the card is at a width, its ring left out."""
        title, hint = self._text_heights(self._text_width(width, density), density)
        return max(_scaled(self._look, density.least), title + hint + 2 * density.pad)

    def sizeHint(self) -> QSize:
        """Roomy; the list gives the real size."""
        return QSize(400, self.height_for(400, self.density) + 2 * RING)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that it has the focus."""
        self.focused.emit(self)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows move."""
        match event.key():
            case Qt.Key.Key_Up:
                self.moved.emit(-1)
            case Qt.Key.Key_Down:
                self.moved.emit(1)
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card."""
        del event
        painter = QPainter(self)
        look = self._look
        rect = QRectF(self.rect()).adjusted(RING, RING, -RING, -RING)
        lit = self.hasFocus() or self.was_chosen
        fill: Token = "care_soft" if lit or self.underMouse() else "surface"
        edge = look.color("care" if lit else "line2")
        box(painter, rect, 12, look.color(fill), edge, 2 if lit else 1)
        self._paint_number(painter, rect, lit=lit)
        self._paint_words(painter, rect)
        if self._choice.is_unsure:
            icon = look.icon("info", "care" if lit else "ink2", 24, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(rect.right() - 45, rect.center().y() - 12), icon)
        if self.hasFocus():
            focus_ring(painter, look, rect, 12)

    def _paint_number(self, painter: QPainter, rect: QRectF, *, lit: bool) -> None:
        look = self._look
        size = _scaled(look, self.density.number)
        cap = QRectF(rect.left() + 20, rect.center().y() - size / 2, size, size)
        edge = None if lit else look.color("line2")
        box(painter, cap, 8, look.color("care_fill" if lit else "sunken"), edge)
        painter.setFont(look.font(Type.CALLOUT))
        painter.setPen(look.color("on_care" if lit else "ink2"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, str(self.number))

    def _paint_words(self, painter: QPainter, rect: QRectF) -> None:
        density, choice, look = self.density, self._choice, self._look
        width = self._text_width(round(rect.width()), density)
        title, hint = self._text_heights(width, density)
        left = rect.left() + _text_left(look, density)
        top = rect.center().y() - (title + hint) / 2
        painter.setFont(look.font(density.title))
        painter.setPen(look.color("ink"))
        area = QRectF(left, top, width, title)
        painter.drawText(area, _WRAP | Qt.AlignmentFlag.AlignVCenter, choice.title)
        painter.setFont(look.font(density.hint))
        painter.setPen(look.color("ink2"))
        if hint:
            painter.drawText(QRectF(left, top + title, width, hint), _WRAP, choice.hint)
        elif choice.hint:
            area.setLeft(left + look.width_of(choice.title, density.title) + 14)
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, choice.hint)

    def _text_width(self, width: int, density: Density) -> int:
        return (
            width
            - _text_left(self._look, density)
            - (_ICON_ROOM if self._choice.is_unsure else 20)
        )

    def _text_heights(self, width: int, density: Density) -> tuple[int, int]:
        """The heights of title and hint; the hint takes none behind the title."""
        look, choice = self._look, self._choice
        title = _height(look, choice.title, density.title, width)
        if not choice.hint:
            return title, 0
        if density.inline:
            whole = look.width_of(choice.title, density.title) + 14
            if whole + look.width_of(choice.hint, density.hint) <= width:
                return title, 0
        return title, _height(look, choice.hint, density.hint, width)


class CardList(QWidget):
    """The cards under each other, as roomy as the window allows.

    Their rings overlap the gaps, which no layout of Qt can do; so it places them itself.
    """

    chosen = Signal(int)
    focused = Signal(object)
    """A card took the focus."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._width, self._room = 400, 10_000
        self._density = DENSITIES[0]
        self.cards: tuple[ChoiceCard, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._fit)

    def show_choices(self, choices: Sequence[ChoiceView], chosen: int) -> None:
        """Show other cards; `chosen` was taken before, 0 for none."""
        self.clear()
        count = len(choices)
        self.cards = tuple(
            ChoiceCard(self._look, choice, number, count)
            for number, choice in enumerate(choices, start=1)
        )
        for card in self.cards:
            card.setParent(self)
            card.was_chosen = card.number == chosen
            card.clicked.connect(self._clicked)
            card.moved.connect(self._moved)
            card.focused.connect(self.focused)
            card.show()
        self._fit()

    def clear(self) -> None:
        """Show nothing."""
        for card in self.cards:
            card.forget()
            card.hide()
            card.deleteLater()
        self.cards = ()

    def set_room(self, width: int, height: int) -> None:
        """Fit the cards into this height where they can be, as they are at a width.

        The width is that beside a scroll bar, whether there is one or not. Measured at the width
        that they have, they could need the bar without it and do without it beside it, and Qt
        would go from one to the other until its stack ends.
        """
        self._width, self._room = width, height
        self._fit()

    def focus_card(self, number: int) -> None:
        """Put the focus on a card; on the first where there is no such card."""
        if self.cards:
            card = self.cards[number - 1 if 0 < number <= len(self.cards) else 0]
            card.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break elsewhere at another width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._place()

    def _fit(self) -> None:
        roomiest = (each for each in DENSITIES if self._total(self._width, each) <= self._room)
        self._density = next(roomiest, DENSITIES[-1])
        self._place()

    def _total(self, width: int, density: Density) -> int:
        return sum(self._heights(width, density)) + density.gap * (len(self.cards) - 1) + 2 * RING

    def _heights(self, width: int, density: Density) -> list[int]:
        return [card.height_for(width - 2 * RING, density) for card in self.cards]

    def _place(self) -> None:
        if self.width() <= 2 * RING or not self.cards:
            return
        top, density = 0, self._density
        for card, height in zip(self.cards, self._heights(self.width(), density), strict=True):
            card.density = density
            card.setGeometry(QRect(0, top, self.width(), height + 2 * RING))
            card.update()
            top += height + density.gap
        self.setFixedHeight(top - density.gap + 2 * RING)

    def _clicked(self) -> None:
        card = self.sender()
        if isinstance(card, ChoiceCard):
            self.chosen.emit(card.number)

    def _moved(self, by: int) -> None:
        card = self.sender()
        if isinstance(card, ChoiceCard):
            index = (card.number - 1 + by) % len(self.cards)
            self.cards[index].setFocus(Qt.FocusReason.TabFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Fit anew when the font of the program changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()


def _text_left(look: Look, density: Density) -> int:
    return 42 + _scaled(look, density.number)


def _scaled(look: Look, pixels: int) -> int:
    return round(pixels * look.line_height(Type.UI) / Type.UI.value.line)


def _height(look: Look, text: str, role: Type, width: int) -> int:
    """The height of a text at a width, in lines of its role."""
    metrics = QFontMetrics(look.font(role))
    rect = metrics.boundingRect(QRect(0, 0, max(width, 40), 10_000), int(_WRAP), text)
    lines = max(1, round(rect.height() / metrics.lineSpacing()))
    return max(lines * look.line_height(role), rect.height())
