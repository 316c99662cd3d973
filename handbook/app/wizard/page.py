"""The wizard: one question, its answers as cards, and what was answered so far."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from handbook.app.journey.bar import WizardBar
from handbook.app.journey.leaving import on_back_key
from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.page import Page
from handbook.app.widgets.fluid import Fluid, QuietScroll
from handbook.app.widgets.hints import Footer, Hint
from handbook.app.widgets.one_press import OnePress
from handbook.app.widgets.paint import RING
from handbook.app.widgets.panel import COLUMN, centre
from handbook.app.wizard.answers import AnswersPanel
from handbook.app.wizard.card import CardList
from handbook.app.wizard.head import QuestionHead
from handbook.app.wizard.held import HeldKeys, is_bare
from handbook.app.wizard.presenter import StepView
from handbook.app.wizard.side import DangerPanel, SeenPanel

_SIDE = 320
_TWO_COLUMNS_FROM, _TWO_COLUMNS_ROOM = 1000, 760
"""Page width in pixels, and in pixels at 100 % text, from which the side panel stands beside."""
_SEEN_FROM = 560
_FOOT = 4


class WizardPage(Page):
    """Asks one question at a time."""

    own_bar = True
    holds_still = True
    own_keys = (
        Hint(("1–9",), "choose an answer and go on"),
        Hint(("Down", "Up"), "next or previous answer"),
        Hint(("Enter",), "choose"),
        Hint(("Alt", "Left"), "back to the question before"),
        Hint(("Shift", "Shift", "Shift"), "leave quickly; Escape twice does the same"),
    )

    left_quickly = Signal()
    closed = Signal()
    """Back was pressed at the first question."""
    chosen = Signal(int)
    back_pressed = Signal()
    change_pressed = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._is_first = True
        self._one_press = OnePress(self)
        self._held = HeldKeys(self)
        self.bar = WizardBar(look)
        self.bar.left_quickly.connect(self.left_quickly)
        self._head = QuestionHead(look)
        self._head.back.clicked.connect(self._back)
        self._cards = CardList(look)
        self._cards.chosen.connect(self.chosen)
        self._cards.focused.connect(self._show_card)
        self._answers = AnswersPanel(look)
        self._answers.change_pressed.connect(self.change_pressed)
        self._below = AnswersPanel(look)
        self._below.change_pressed.connect(self.change_pressed)
        self._below.progress.hide()
        self._seen = SeenPanel(look)
        self._danger = DangerPanel(look)
        self._footer = Footer(look)
        self._scroll = QuietScroll(self.look, self._left())
        self._scroll.viewport().installEventFilter(self)
        self._side = self._make_side()
        on_back_key(self, self._back)
        look.changed.connect(self._fit_soon)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._body(), 1)
        column.addWidget(self._footer)

    def show_step(self, view: StepView) -> None:
        """Show a question and the answers so far."""
        self._is_first = view.is_first
        self._head.show_step(view)
        self._cards.show_choices(view.choices, view.chosen)
        self._cards.setAccessibleName(view.question)
        self._answers.show_answers(view.answers, f"Question {view.number} of about {view.about}")
        self._below.show_answers(view.answers, "")
        self._danger.show_text(view.danger)
        self._footer.show_hints(_hints(len(view.choices)))
        self._scroll.verticalScrollBar().setValue(0)
        self._fit()
        self._cards.focus_card(view.chosen)
        self._fit_soon()
        self._one_press.guard()

    def clear(self) -> None:
        """Empty everything that was shown."""
        self._head.clear()
        self._cards.clear()
        self._cards.setAccessibleName("")
        self._answers.clear()
        self._below.clear()
        self._danger.show_text("")
        self._footer.show_hints(())

    def take_focus(self) -> None:
        """Focus the card taken before, or the first."""
        chosen = next((card.number for card in self._cards.cards if card.was_chosen), 0)
        self._cards.focus_card(chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A number chooses at once."""
        number = event.key() - Qt.Key.Key_0
        offered = self.look.letter_keys and 1 <= number <= len(self._cards.cards)
        if offered and is_bare(event):
            self.chosen.emit(number)
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Listen for keys that are held while shown."""
        super().showEvent(event)
        self._held.watch()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop listening."""
        self._held.unwatch()
        super().hideEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit the cards anew when the room for them changes."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the columns anew."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Put the side panel below where the window is narrow; leave out what finds no room."""
        roomy = self.look.room(self.width()) >= _TWO_COLUMNS_ROOM
        two = roomy and self.width() >= _TWO_COLUMNS_FROM
        sides = QBoxLayout.Direction.LeftToRight if two else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(sides)
        self._columns.setSpacing((64 - RING if self.width() >= COLUMN + 60 else 22) if two else 8)
        self._side.setFixedWidth(_SIDE + RING if two else self.width() - 48 + RING)
        self._side_column.setContentsMargins(0 if two else RING, 22 if two else 0, 0, 12)
        self._answers.show_brief(brief=not two)
        self._below.setVisible(not two and self._below.has_answers)
        self._gap.changeSize(0, 26 if two else 8)
        grown = self.look.line_height(Type.UI) / Type.UI.value.line
        self._seen.setVisible(two and self.height() / grown >= _SEEN_FROM)

    def _back(self) -> None:
        if self._is_first:
            self.closed.emit()
        else:
            self.back_pressed.emit()

    def _show_card(self, card: QWidget) -> None:
        self._scroll.ensureWidgetVisible(card, 0, 24)

    def _fit(self) -> None:
        width = self._scroll.width() - self._scroll.verticalScrollBar().sizeHint().width()
        room = self._scroll.viewport().height() - self._head.height_for(width) - _FOOT
        self._cards.set_room(width, room)

    def _fit_soon(self) -> None:
        """Fit once the layout has taken up what changed."""
        self._arrange()
        QTimer.singleShot(0, self, self._fit)

    def _left(self) -> QWidget:
        left = Fluid()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, _FOOT)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._cards)
        below = QVBoxLayout()
        below.setContentsMargins(RING, 18, RING, 0)
        below.addWidget(self._below)
        column.addLayout(below)
        column.addStretch(1)
        return left

    def _make_side(self) -> QWidget:
        side = QWidget()
        panels = QVBoxLayout()
        panels.setContentsMargins(0, 0, RING, 0)
        panels.setSpacing(12)
        panels.addWidget(self._seen)
        panels.addWidget(self._danger)
        self._side_column = QVBoxLayout(side)
        self._side_column.setSpacing(0)
        self._side_column.addWidget(self._answers)
        self._gap = QSpacerItem(0, 26, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._side_column.addSpacerItem(self._gap)
        self._side_column.addLayout(panels)
        self._side_column.addStretch(1)
        return side

    def _body(self) -> QWidget:
        self._inner = QWidget()
        self._inner.setMaximumWidth(COLUMN + 2 * RING)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._inner)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.addWidget(self._scroll, 1)
        self._columns.addWidget(self._side)
        body = QWidget()
        centre(body, self._inner, 18, 18)
        return body


def _hints(count: int) -> tuple[Hint, ...]:
    return (
        Hint((f"1–{count}",), "choose and go on"),
        Hint(("Down", "Up"), "move"),
        Hint(("Enter",), "choose"),
        Hint(("Alt", "Left"), "back"),
        Hint(("Shift", "Shift", "Shift"), "leave quickly"),
    )
