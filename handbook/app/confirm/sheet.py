"""What stands on the sheet: what to do now, the questions, or that it is done."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from handbook.app.confirm.question import QuestionBlock
from handbook.app.confirm.steps import StepsHead
from handbook.app.confirm.views import ConfirmView, Said, Stage
from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.reading_record import MY_RECORD
from handbook.app.widgets.button import Button, ButtonKind
from handbook.app.widgets.flow_layout import FlowLayout
from handbook.app.widgets.fluid import Fluid
from handbook.app.widgets.paint import RING
from handbook.app.widgets.panel import centre
from handbook.app.widgets.text import Label

_WIDE = 754
"""Width of the text, in logical pixels."""


class ConfirmSheet(Fluid):
    """The middle of the page; it scrolls."""

    read_pressed = Signal()
    whole_pressed = Signal()
    answered = Signal(int, int)
    clause_wanted = Signal(str)
    next_pressed = Signal()
    home_pressed = Signal()
    record_pressed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.blocks: tuple[QuestionBlock, ...] = ()
        self._asked: tuple[tuple[str, tuple[str, ...]], ...] = ()
        self._head = StepsHead(look)
        self._heading = Label(look, "", Type.ROUTE, wrap=True)
        self._heading.setContentsMargins(RING, 0, RING, 0)
        self._lead = Label(look, "", Type.LEAD, "ink2", wrap=True)
        self._lead.setContentsMargins(RING, 4, RING, 0)
        self._kept = Label(look, "", Type.META, "ink2", wrap=True)
        self._kept.setContentsMargins(RING, 8, RING, 0)
        self.read = Button(look, "", ButtonKind.PRIMARY, icon="book", height=44)
        self._whole = Button(look, "Read the whole policy", height=44)
        self._next = Button(look, "", ButtonKind.PRIMARY, trailing_icon="arrow-right", height=44)
        self._home = Button(look, "Back to Home", ButtonKind.SECONDARY, height=44)
        self._record = Button(look, MY_RECORD, ButtonKind.GHOST, icon="print", height=44)
        self._record.clicked.connect(self.record_pressed)
        self.read.clicked.connect(self.read_pressed)
        self._whole.clicked.connect(self.whole_pressed)
        self._next.clicked.connect(self.next_pressed)
        self._home.clicked.connect(self.home_pressed)
        buttons = FlowLayout(14 - 2 * RING)
        for button in (self.read, self._whole, self._next, self._home, self._record):
            buttons.addWidget(button)
        self._buttons = QWidget()
        self._buttons.setLayout(buttons)
        self._questions = QVBoxLayout()
        self._questions.setSpacing(20)
        inner = QWidget()
        inner.setMaximumWidth(_WIDE + 2 * RING)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 28, 0, 32)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._heading)
        column.addWidget(self._lead)
        column.addWidget(self._kept)
        column.addSpacing(16)
        column.addWidget(self._buttons)
        column.addLayout(self._questions)
        column.addStretch(1)
        centre(self, inner, 24, 24)

    def show_confirm(self, view: ConfirmView) -> None:
        """Show what there is to do."""
        self._head.show_confirm(view)
        self._heading.setText(view.heading)
        self._lead.setText(view.lead)
        is_open = view.stage in (Stage.READ, Stage.CHECK, Stage.READY)
        self._kept.setText("" if is_open else view.kept)
        self._kept.setVisible(bool(self._kept.text()))
        self._show_buttons(view)
        self._show_questions(view)

    def show_head(self, *, shown: bool) -> None:
        """Say which step this is, where the rail has no room."""
        self._head.setVisible(shown)

    def open_question(self) -> QuestionBlock | None:
        """The first question that has not been answered rightly."""
        return next((b for b in self.blocks if b.view.said is not Said.RIGHT), None)

    def first_button(self) -> QWidget:
        """What to press first."""
        buttons = (self.read, self._next, self._home)
        return next((each for each in buttons if not each.isHidden()), self._home)

    def _show_buttons(self, view: ConfirmView) -> None:
        done = view.stage in (Stage.CONFIRMED, Stage.NOTHING, Stage.GONE)
        self.read.setText(view.read)
        self.read.setVisible(view.stage in (Stage.READ, Stage.NOTHING))
        self._whole.setVisible(view.stage is Stage.READ and view.is_changes)
        self._next.setText(f"Next: {view.next_title}")
        self._next.setVisible(bool(view.next_policy))
        self._home.setVisible(done)
        self._record.setVisible(view.stage is Stage.CONFIRMED)
        self._buttons.setVisible(view.stage not in (Stage.CHECK, Stage.READY))
        for button in (self.read, self._next):
            button.updateGeometry()

    def _show_questions(self, view: ConfirmView) -> None:
        asked = tuple((question.text, question.answers) for question in view.questions)
        if asked == self._asked:
            for block, question in zip(self.blocks, view.questions, strict=True):
                if block.view != question:
                    block.show_question(question)
                    self._join_link(block)
            return
        self._asked = asked
        for block in self.blocks:
            self._questions.removeWidget(block)
            block.hide()
            block.deleteLater()
        self.blocks = tuple(
            QuestionBlock(self._look, number, question)
            for number, question in enumerate(view.questions, start=1)
        )
        for block in self.blocks:
            block.chosen.connect(self.answered)
            block.clause_wanted.connect(self.clause_wanted)
            self._questions.addWidget(block)
            self._join_link(block)

    def _join_link(self, block: QuestionBlock) -> None:
        """Two questions may rest on one clause: their links are told apart aloud."""
        if block.read is not None:
            block.read.setAccessibleName(f"{block.read.text()}, for question {block.number}")
