"""One question with its answers, and what the policy says once somebody has answered."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from handbook.app.confirm.answer import AnswerCard
from handbook.app.confirm.views import QuestionView, Said
from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.widgets.accessible import as_heading
from handbook.app.widgets.button import LinkButton
from handbook.app.widgets.paint import RING, baseline
from handbook.app.widgets.panel import Panel
from handbook.app.widgets.spans_label import SpansLabel
from handbook.app.widgets.text import Label
from handbook.domain.blocks import Span

_GUTTER = 34
_YES, _NO = "Yes. ", "Not quite. "


class QuestionBlock(QWidget):
    """A question. What is answered rightly folds to that answer."""

    chosen = Signal(int, int)
    """The question and the answer, both from 1."""
    clause_wanted = Signal(str)

    def __init__(self, look: Look, number: int, view: QuestionView) -> None:
        super().__init__()
        self._look = look
        self.number = number
        self.view = view
        self._said: QWidget | None = None
        self.read: LinkButton | None = None
        count = len(view.answers)
        self.cards = tuple(
            AnswerCard(look, number, at, count, text) for at, text in enumerate(view.answers, 1)
        )
        heading = Label(look, view.text, Type.OPTION, wrap=True)
        as_heading(heading)
        heading.setAccessibleName(f"Question {number}: {view.text}")
        heading.setContentsMargins(RING, 0, 0, 4)
        self._column = QVBoxLayout()
        self._column.setSpacing(8 - 2 * RING)
        for card in self.cards:
            card.clicked.connect(lambda _=False, at=card.number: self.chosen.emit(number, at))
            self._column.addWidget(card)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        grid.addWidget(_Number(look, number), 0, 0)
        grid.addWidget(heading, 0, 1)
        grid.addLayout(self._column, 1, 1)
        self.show_question(view)

    def show_question(self, view: QuestionView) -> None:
        """Show what has been answered."""
        self.view = view
        right = view.said is Said.RIGHT
        for card in self.cards:
            taken = card.number == view.chosen
            card.show_said(is_right=right and taken, is_wrong=view.said is Said.WRONG and taken)
            card.setVisible(taken or not right)
        if self._said is not None:
            self._column.removeWidget(self._said)
            self._said.hide()
            self._said.deleteLater()
            self._said, self.read = None, None
        if view.said is not Said.NOTHING:
            self._said = self._answer(view)
            self._column.addWidget(self._said)

    @property
    def spoken(self) -> str:
        """What came of the answer, to be read aloud."""
        if self.view.said is Said.NOTHING:
            return ""
        words = "".join(span.text for span in self.view.why)
        return (_YES if self.view.said is Said.RIGHT else _NO) + words

    def focus_first(self) -> None:
        """Put the focus on the first answer."""
        card = next((card for card in self.cards if not card.isHidden()), None)
        if card is not None:
            card.setFocus()

    def _answer(self, view: QuestionView) -> QWidget:
        right = view.said is Said.RIGHT
        lead = Span(_YES if right else _NO, strong=True)
        words = SpansLabel(self._look, (lead, *view.why), Type.UI, "ink" if right else "warn_ink")
        read = LinkButton(self._look, f"Read {view.clause_name}", Type.META)
        read.clicked.connect(lambda: self.clause_wanted.emit(view.clause))
        self.read = read
        whole = QWidget()
        outer = QVBoxLayout(whole)
        outer.setContentsMargins(RING, 8, RING, 0)
        if right:
            left = round(52 * self._look.interface_scale)
            outer.setContentsMargins(left, 4, RING, 0)
            outer.setSpacing(2)
            words.setContentsMargins(RING, 0, 0, 0)
            outer.addWidget(words)
            outer.addWidget(read)
            return whole
        panel = Panel(self._look, "warn_soft", bar="warn", radius=8)
        inner = QVBoxLayout(panel)
        inner.setContentsMargins(20 - RING, 10, 14, 8)
        inner.setSpacing(2)
        words.setContentsMargins(RING, 0, 0, 0)
        inner.addWidget(words)
        inner.addWidget(read)
        outer.addWidget(panel)
        return whole


class _Number(QWidget):
    """The number of a question, in the gutter; its heading says it aloud."""

    def __init__(self, look: Look, number: int) -> None:
        super().__init__()
        self._look = look
        self._number = number
        look.changed.connect(self._fit)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        del event
        painter = QPainter(self)
        painter.setFont(self._look.font(Type.BRAND))
        painter.setPen(self._look.color("ink3"))
        area = QRectF(0, 0, self.width(), self._look.line_height(Type.OPTION))
        painter.drawText(QPointF(RING, baseline(painter, area)), str(self._number))

    def _fit(self) -> None:
        self.setFixedWidth(round(_GUTTER * self._look.interface_scale))
        self.update()
