"""Beside the form: that nothing is kept, what comes out, and what makes a record good."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from handbook.app.journey.contact_card import Icon
from handbook.app.journey.record_for import RecordFor
from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.widgets.paint import box
from handbook.app.widgets.panel import Panel
from handbook.app.widgets.spans_label import SpansLabel
from handbook.app.widgets.text import Label
from handbook.domain.blocks import Span
from handbook.domain.record import FOR, SIGNED, TITLE, Parts

_PROMISE = (
    Span("What you type stays on this page only. It goes to a file that "),
    Span("you", strong=True),
    Span(" choose, or to paper. Leave the page and it is gone."),
)
_TIPS = (
    "What you saw, not what you think it means.",
    "Dates, times, amounts and full words.",
    "Your name, so that it can be relied on.",
)
_CHILD_TIPS = (
    "Tell first, by voice. Then write, the same day.",
    "The child’s own words. What you saw, not what you think it means.",
    "Hand it in, and keep no copy of your own.",
)
_PICTURE = QSize(124, 172)


class KeptPanel(Panel):
    """The promise of this page."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "ok_soft", bar="ok", radius=8)
        head = QHBoxLayout()
        head.setSpacing(9)
        head.addWidget(Icon(look, "lock", 20, "ok_ink"))
        head.addWidget(Label(look, "Nothing is kept here", Type.CALLOUT, "ok_ink", wrap=True), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 14, 16, 15)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(SpansLabel(look, _PROMISE, Type.UI))


class WhatYouGet(QWidget):
    """A small picture of the sheet, and three things to know about it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.picture = SheetPicture(look)
        self._person = Label(look, "", Type.META_BOLD, wrap=True)
        self._head = Label(look, "", Type.META, "ink2", wrap=True)
        facts = QVBoxLayout()
        facts.setSpacing(0)
        facts.addWidget(Label(look, "A sheet of A4", Type.META_BOLD, wrap=True))
        facts.addWidget(Label(look, "with your route at the top", Type.META, "ink2", wrap=True))
        facts.addSpacing(10)
        facts.addWidget(self._person)
        facts.addWidget(self._head)
        facts.addSpacing(10)
        facts.addWidget(Label(look, "Room to sign", Type.META_BOLD, wrap=True))
        facts.addWidget(Label(look, "and page numbers", Type.META, "ink2", wrap=True))
        facts.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(facts, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Label(look, "What you will get", Type.CALLOUT, wrap=True))
        column.addLayout(row)

    def show_for(self, meant: RecordFor) -> None:
        """Say whom it is for, and past whom it must not go."""
        if meant.person:
            self._person.setText(f"{FOR} {meant.person}")
            self._head.setText("not through the head" if meant.past_head else "to hand to them")
        else:
            self._person.setText(f"{FOR} whom you choose")
            self._head.setText(
                "not through the head" if meant.past_head else "a line for the name"
            )

    def forget(self) -> None:
        """Name nobody."""
        self._person.clear()
        self._head.clear()
        self.picture.show_written(frozenset())


class SheetPicture(QWidget):
    """The sheet, drawn small: strokes where something is written, lines where there is room."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._written: frozenset[Parts] = frozenset()
        self.setFixedSize(_PICTURE)
        self.setAccessibleName("A small picture of the sheet")
        look.changed.connect(self.update)

    def show_written(self, parts: frozenset[Parts]) -> None:
        """Show which parts have words."""
        self._written = parts
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sheet."""
        del event
        painter = QPainter(self)
        look = self._look
        rect = QRectF(self.rect())
        box(painter, rect, 4, look.color("surface"), look.color("line2"))
        title = QFont(look.font(Type.BRAND))
        title.setPixelSize(11)
        painter.setFont(title)
        painter.setPen(look.color("ink"))
        painter.drawText(QPointF(12, 22), TITLE)
        y = 33.0
        for part in Parts:
            y = self._draw_part(painter, part, y)
        small = QFont(look.font(Type.SMALL))
        small.setPixelSize(8)
        painter.setFont(small)
        painter.fillRect(QRectF(12, rect.bottom() - 20, 52, 1), look.color("line2"))
        painter.setPen(look.color("ink2"))
        painter.drawText(QPointF(12, rect.bottom() - 8), SIGNED[1])

    def _draw_part(self, painter: QPainter, part: Parts, y: float) -> float:
        """Draw one part and give the height at which the next begins."""
        colour, room = self._look.color("line2"), _PICTURE.width() - 24
        for width in _STROKES[part]:
            if part in self._written:
                box(painter, QRectF(12, y - 1, room * width, 3), 1.5, colour)
            else:
                painter.fillRect(QRectF(12, y + 1, room, 1), colour)
            y += 8
        return y + 4


_STROKES = {
    Parts.SEEN: (0.96, 0.9, 1.0, 0.6),
    Parts.WORDS: (0.7,),
    Parts.WHEN: (0.5,),
    Parts.WHERE: (0.4,),
    Parts.WHO: (0.84,),
    Parts.DONE: (0.9, 0.56),
}
"""How long the strokes of each part are, as parts of the width."""


class Tips(QWidget):
    """What makes a record good, as the guide on writing things down has it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._lines = [Label(look, "", Type.UI, wrap=True) for _ in _TIPS]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(7)
        column.addWidget(Label(look, "A good record", Type.CALLOUT, wrap=True))
        for line in self._lines:
            row = QHBoxLayout()
            row.setSpacing(10)
            row.addWidget(Icon(look, "check", 20, "ok"))
            row.addWidget(line, 1)
            column.addLayout(row)

    def show_for(self, meant: RecordFor) -> None:
        """Show the advice for a record about a child, or about anything else."""
        tips = _CHILD_TIPS if meant.about_child else _TIPS
        for line, tip in zip(self._lines, tips, strict=True):
            line.setText(tip)
