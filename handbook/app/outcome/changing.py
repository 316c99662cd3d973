"""The answers that led to an outcome, each with a way to change it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from handbook.app.journey.answer_row import AnswerRow
from handbook.app.journey.answers import AnswerView
from handbook.app.journey.way_back import WayBack
from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.outcome.body import BAR_WIDTH
from handbook.app.widgets.fluid import Fluid
from handbook.app.widgets.paint import RING
from handbook.app.widgets.panel import COLUMN, centre
from handbook.app.widgets.text import Label

_WIDTH = 640


class AnswersBody(Fluid):
    """All answers under each other."""

    back_pressed = Signal()
    change_pressed = Signal(int)

    def __init__(self, look: Look, answers: tuple[AnswerView, ...]) -> None:
        super().__init__()
        self.back = WayBack(look, "Back to your route")
        self.back.clicked.connect(self.back_pressed)
        sheet = QWidget()
        sheet.setMaximumWidth(_WIDTH)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 18, 0, 24)
        column.setSpacing(0)
        column.addWidget(self.back)
        title = Label(look, "Your answers", Type.SECTION)
        title.setContentsMargins(RING, 6, 0, 14)
        column.addWidget(title)
        rows = QVBoxLayout()
        rows.setContentsMargins(RING, 0, 0, 0)
        rows.setSpacing(0)
        last = len(answers) - 1
        for index, answer in enumerate(answers):
            row = AnswerRow(look, answer, goes_on=index < last)
            row.change.clicked.connect(
                lambda _=False, index=answer.index: self.change_pressed.emit(index)
            )
            rows.addWidget(row)
        column.addLayout(rows)
        column.addStretch(1)
        # As wide as the band above, so that both begin at the same left edge.
        line = QWidget()
        line.setMaximumWidth(COLUMN + 2 * RING)
        beside = QHBoxLayout(line)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(sheet, 1000)
        beside.addStretch(1)
        centre(self, line, 18, 18 - BAR_WIDTH)
