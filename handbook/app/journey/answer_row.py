"""One answer given so far, with a way to change it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from handbook.app.journey.answers import AnswerView
from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.widgets.button import LinkButton
from handbook.app.widgets.paint import RING
from handbook.app.widgets.text import ElidedLabel, Label

SPOT = 22
"""The size of the round mark before a line."""
TEXT_LEFT = 36
"""Where the text after the mark begins."""


class AnswerRow(QWidget):
    """One answer: a tick, the question, the answer, and Change."""

    def __init__(self, look: Look, answer: AnswerView, *, goes_on: bool = True) -> None:
        super().__init__()
        self._look = look
        self._goes_on = goes_on
        self._question = ElidedLabel(look, answer.question, Type.META, "ink3")
        self._answer = Label(look, answer.answer, Type.META_BOLD, wrap=True)
        self.change = LinkButton(look, "Change", Type.META, underline=True)
        self.change.setAccessibleName(f"Change: {answer.question}")
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._answer, 1)
        line.addWidget(self.change, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(TEXT_LEFT, 0, 0, 16)
        column.setSpacing(0)
        asked = QHBoxLayout()
        asked.setContentsMargins(0, 0, RING, 0)
        asked.addWidget(self._question)
        column.addLayout(asked)
        column.addLayout(line)

    def forget(self) -> None:
        """Keep no word of what was shown."""
        self._question.set_text("")
        self._answer.clear()
        self.change.setAccessibleName("")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tick and the line down to the next row."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = SPOT / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.color("care_fill"))
        painter.drawEllipse(QPointF(middle, middle + 1), middle, middle)
        tick = self._look.icon("check", "on_care", 14, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(middle - 7, middle - 6), tick)
        if self._goes_on:
            line = QRectF(middle - 1, SPOT + 1, 2, self.height() - SPOT - 11)
            painter.fillRect(line, self._look.color("care"))
