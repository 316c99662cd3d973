"""The first start: what do you do here, and what does this app keep."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from handbook.app.audiences import AUDIENCES
from handbook.app.first_run.card import AudienceCard
from handbook.app.first_run.keeps import KeepsPanel
from handbook.app.first_run.presenter import FirstRunView
from handbook.app.first_run.set_role import SetRole
from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.page import Page
from handbook.app.widgets.button import Button, ButtonKind
from handbook.app.widgets.fluid import Fluid
from handbook.app.widgets.paint import RING
from handbook.app.widgets.panel import COLUMN, Panel, ScrollBody, Strip, centre
from handbook.app.widgets.sign import Sign
from handbook.app.widgets.text import Label
from handbook.domain.audience import Audience

STACK_BELOW = 1000
"""Page width, at 100 % text, below which what is kept stands under the cards."""
_SIDE = 320
_LATER = "You can change it later on the first page, beside “To read and confirm”."
_ASKS = "Welcome. What do you do here?"
_CHOOSE = "Choose what you do here first, or press Not now."
_NUMBERS = ("", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")


class FirstRunPage(Page):
    """Asks once what somebody does at the school; a policy stays open to everybody."""

    shows_search = False
    shows_places = False

    audience_chosen = Signal(object)
    """The Audience with which the handbook is to be opened."""
    put_off = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.cards = tuple(
            AudienceCard(look, audience, number)
            for number, audience in enumerate(AUDIENCES, start=1)
        )
        self._group = QButtonGroup(self)
        for card in self.cards:
            self._group.addButton(card)
            card.moved.connect(self._moved)
            card.entered.connect(self._open)
        self._asking = self._stacked()
        self._set_role = SetRole(look)
        self._is_set: Audience | None = None
        self._title = Label(look, _ASKS, Type.DISPLAY, wrap=True)
        self._said_sign = Sign(look, "info", "ink2", 16)
        self._said = Label(look, _LATER, Type.SMALL, "ink2", wrap=True)
        self._opens = Button(
            look, "Open the handbook", ButtonKind.PRIMARY, trailing_icon="arrow-right", height=44
        )
        self._later = Button(look, "Not now", ButtonKind.GHOST, height=44)
        self._missing = _Missing(look)
        self._date = Label(look, "", Type.SMALL, "ink2")
        self._side = KeepsPanel(look)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._scroll = ScrollBody(look, self._body())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._scroll, 1)
        outer.addWidget(self._foot())

    @property
    def chosen(self) -> AudienceCard | None:
        """The card that is chosen; None before one is."""
        return next((card for card in self.cards if card.isChecked()), None)

    def show_first_run(self, view: FirstRunView) -> None:
        """Show what is known; what was chosen on the page stays."""
        for card in self.cards:
            if card.audience is view.audience and self.chosen is None:
                card.setChecked(True)
        self._show_set(view.audience if view.is_set else None)
        self._missing.show_count(view.blank)
        self._date.setText(f"Content dated {view.content_date}" if view.content_date else "")

    def take_focus(self) -> None:
        """The cards are used at once by the arrows and Enter."""
        if self._is_set is not None:
            self._opens.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        (self.chosen or self.cards[0]).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A number chooses a card."""
        number = event.key() - Qt.Key.Key_0
        bare = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        offered = 0 if self._is_set is not None else len(self.cards)
        if self.look.letter_keys and 1 <= number <= offered and not bare:
            self._choose(number - 1)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what is kept under the cards where the window is narrow."""
        super().resizeEvent(event)
        foot = (self._opens, self._later, self._date)
        self._date.setVisible(sum(each.sizeHint().width() for each in foot) < self.width() - 60)
        two = self.width() / min(self.look.scale, 1.5) >= STACK_BELOW
        sides = QBoxLayout.Direction.LeftToRight if two else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(sides)
        self._columns.setSpacing(64 - RING if two else 24)
        self._side.setFixedWidth(_SIDE if two else min(COLUMN, self.width() - 48))
        self._side.setContentsMargins(0 if two else RING, 60 if two else 0, 0, 24)

    def _choose(self, index: int) -> None:
        self.cards[index].setChecked(True)
        self.cards[index].setFocus(Qt.FocusReason.TabFocusReason)
        self._scroll.ensureWidgetVisible(self.cards[index], 0, 24)

    def _moved(self, by: int) -> None:
        card = self.sender()
        if isinstance(card, AudienceCard):
            self._choose((self.cards.index(card) + by) % len(self.cards))

    def _show_set(self, role: Audience | None) -> None:
        """Ask, or say what the school has set."""
        self._is_set = role
        self._set_role.show_role(role)
        self._title.setText(_ASKS if role is None else "Welcome.")
        for asking in (self._asking, self._said, self._said_sign, self._later):
            asking.setVisible(role is None)

    def _open(self) -> None:
        if self._is_set is not None:
            self.audience_chosen.emit(self._is_set)
            return
        if self.chosen is None:
            self._said.setText(_CHOOSE)
            self.take_focus()
            return
        self._said.setText(_LATER)
        self.audience_chosen.emit(self.chosen.audience)

    def _body(self) -> QWidget:
        inner = QWidget()
        inner.setMaximumWidth(COLUMN + RING)
        self._columns.setContentsMargins(0, 26, 0, 12)
        self._columns.addLayout(self._left(), 1)
        self._columns.addWidget(self._side, 0, Qt.AlignmentFlag.AlignTop)
        inner.setLayout(self._columns)
        body = Fluid()
        centre(body, inner, 18, 24)
        return body

    def _stacked(self) -> QWidget:
        """The cards, one under the other."""
        stacked = QWidget()
        column = QVBoxLayout(stacked)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for card in self.cards:
            column.addWidget(card)
            column.addSpacing(10 - 2 * RING)
        return stacked

    def _left(self) -> QVBoxLayout:
        look = self.look
        lead = Label(
            look,
            "This sets what you are asked to read. Every policy stays open to you.",
            Type.UI,
            "ink2",
            wrap=True,
        )
        column = QVBoxLayout()
        column.setSpacing(0)
        for label in (self._title, lead):
            label.setContentsMargins(RING, 0, RING, 0)
            column.addWidget(label)
            column.addSpacing(4)
        column.addSpacing(8)
        column.addWidget(self._asking)
        set_role = QHBoxLayout()
        set_role.setContentsMargins(RING, 0, RING, 0)
        set_role.addWidget(self._set_role)
        column.addLayout(set_role)
        column.addSpacing(14)
        said = QHBoxLayout()
        said.setContentsMargins(RING, 0, RING, 0)
        said.setSpacing(8)
        said.addWidget(self._said_sign, 0, Qt.AlignmentFlag.AlignTop)
        said.addWidget(self._said, 1)
        column.addLayout(said)
        column.addSpacing(14)
        missing = QHBoxLayout()
        missing.setContentsMargins(RING, 0, RING, 0)
        missing.addWidget(self._missing)
        column.addLayout(missing)
        column.addStretch(1)
        return column

    def _foot(self) -> QWidget:
        look = self.look
        self._opens.clicked.connect(self._open)
        self._later.clicked.connect(self.put_off)
        inner = QWidget()
        inner.setMaximumWidth(COLUMN + 2 * RING)
        row = QHBoxLayout(inner)
        row.setContentsMargins(0, 6, RING, 6)
        row.setSpacing(0)
        row.addWidget(self._opens)
        row.addWidget(self._later)
        row.addStretch(1)
        row.addWidget(self._date)
        foot = Strip(look, "surface", line_above=True)
        centre(foot, inner, 18, 18)
        return foot


class _Missing(Panel):
    """Says in amber that the school has not named everybody yet."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "warn_soft", bar="warn", radius=8)
        self._title = Label(look, "", Type.CALLOUT, "warn_ink", wrap=True)
        words = Label(
            look,
            "Where a name is missing, you will see the role and how to ask for the person.",
            Type.UI,
            wrap=True,
        )
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(self._title)
        lines.addWidget(words)
        row = QHBoxLayout(self)
        row.setContentsMargins(23, 10, 16, 10)
        row.setSpacing(12)
        row.addWidget(Sign(look, "warning", "warn", 20), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(lines, 1)
        self.hide()

    def show_count(self, blank: int) -> None:
        """Say how many; with none, nothing."""
        said = _NUMBERS[blank] if blank < len(_NUMBERS) else str(blank)
        verb = "contact is" if blank == 1 else "contacts are"
        self._title.setText(f"{said} {verb} not filled in yet")
        self.setVisible(blank > 0)
