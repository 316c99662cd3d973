"""What to do, what not to do, and what happens when."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from handbook.app.journey.contact_card import Icon
from handbook.app.look.look import Look
from handbook.app.look.tokens import Token
from handbook.app.look.type import Type
from handbook.app.outcome.views import MomentView
from handbook.app.widgets.panel import Panel
from handbook.app.widgets.spans_label import SpansLabel
from handbook.app.widgets.text import Label
from handbook.domain.blocks import Spans, plain


class Ticked(QWidget):
    """Lines with one icon before each."""

    def __init__(self, look: Look, lines: Sequence[Spans], icon: str, token: Token) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(9)
        for line in lines:
            row = QHBoxLayout()
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(10)
            row.addWidget(Icon(look, icon, 20, token))
            row.addWidget(SpansLabel(look, line), 1)
            column.addLayout(row)


class Timeline(QWidget):
    """Moments under each other, joined by a line."""

    def __init__(self, look: Look, moments: Sequence[MomentView]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        last = len(moments) - 1
        for index, moment in enumerate(moments):
            column.addWidget(_Moment(look, moment, is_first=index == 0, is_last=index == last))


class _Moment(QWidget):
    """When, and what happens then."""

    def __init__(self, look: Look, moment: MomentView, *, is_first: bool, is_last: bool) -> None:
        super().__init__()
        self._look = look
        self._is_first = is_first
        self._is_last = is_last
        self.setAccessibleName(f"{moment.when}: {plain(moment.words)}")
        column = QVBoxLayout(self)
        column.setContentsMargins(30, 0, 0, 7)
        column.setSpacing(0)
        if moment.when:
            column.addWidget(Label(look, moment.when, Type.UI_BOLD, wrap=True))
        column.addWidget(SpansLabel(look, moment.words, Type.META, "ink2"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dot, filled at the first moment, and the line to the next."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = self._look
        x, y = 8.5, look.line_height(Type.UI_BOLD) / 2
        line = look.color("line2")
        if not self._is_first:
            painter.fillRect(QRectF(x - 1, 0, 2, y), line)
        if not self._is_last:
            painter.fillRect(QRectF(x - 1, y, 2, self.height() - y), line)
        painter.setPen(QPen(look.color("care_edge"), 2))
        painter.setBrush(look.color("care_fill" if self._is_first else "canvas"))
        painter.drawEllipse(QPointF(x, y), 6.5, 6.5)


class Protection(Panel):
    """What protects the person who tells."""

    def __init__(self, look: Look, words: Spans) -> None:
        super().__init__(look, "ok_soft", bar="ok", radius=8)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Icon(look, "shield", 20, "ok_ink"))
        head.addWidget(Label(look, "Your protection", Type.UI_BOLD, "ok_ink", wrap=True), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 16, 12)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(SpansLabel(look, words, Type.META))
