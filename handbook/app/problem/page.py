"""There is nothing to read: where it was looked for, and what to do."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.page import Page
from handbook.app.widgets.button import Button, ButtonKind
from handbook.app.widgets.paint import RING
from handbook.app.widgets.panel import Column, ScrollBody
from handbook.app.widgets.text import Label


class ProblemPage(Page):
    """One sentence on what is wrong, where, and the next step."""

    shows_search = False
    again_pressed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._title = Label(look, "", Type.ROUTE, wrap=True)
        self._words = Label(look, "", Type.LEAD, "ink2", wrap=True)
        self._danger = Label(
            look,
            "If somebody is in danger, call 999. For a worry about a child, go to the Designated "
            "Safeguarding Lead or the headteacher now: you do not need this handbook for it.",
            Type.LEAD,
            wrap=True,
        )
        self._again = Button(look, "Look again", ButtonKind.PRIMARY)
        self._again.clicked.connect(self.again_pressed)
        for label in (self._title, self._words, self._danger):
            label.setContentsMargins(RING, 0, 0, 0)
            label.setMaximumWidth(760)
        row = QHBoxLayout()
        row.addWidget(self._again)
        row.addStretch(1)
        column = Column(spacing=12)
        column.body.setContentsMargins(0, 60, 0, 24)
        for label in (self._title, self._words, self._danger):
            column.body.addWidget(label)
        column.body.addLayout(row)
        column.body.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ScrollBody(look, column))

    def show_problem(self, title: str, words: str) -> None:
        """Say what is wrong."""
        self._title.setText(title)
        self._words.setText(words)

    def take_focus(self) -> None:
        """The next step is to look again."""
        self._again.setFocus()
