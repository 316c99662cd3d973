"""A small form over the desk, under the button that opened it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from handbook.app.look.look import Look
from handbook.app.look.tokens import Token
from handbook.app.look.type import Type
from handbook.app.widgets.button import Button, ButtonKind
from handbook.app.widgets.paint import RING
from handbook.app.widgets.popover import Popover
from handbook.app.widgets.text import Label

_WIDTH = 460


class DeskPanel(Popover):
    """A title, what is filled in, a sentence on what will happen, and one button."""

    def __init__(self, look: Look, window: QWidget, title: str, act: str) -> None:
        super().__init__(look, window, _WIDTH)
        self.title = Label(look, title, Type.HEADING, wrap=True)
        self.said = Label(look, "", Type.META, "ink2", wrap=True)
        self.act = Button(look, act, ButtonKind.PRIMARY, height=36)
        for label in (self.title, self.said):
            label.setContentsMargins(RING, 4, RING, 2)
        self._column = QVBoxLayout(self.body)
        self._column.setContentsMargins(14, 10, 14, 10)
        self._column.setSpacing(2)
        self._column.addWidget(self.title)
        self._column.addWidget(self.said)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.act)
        self._column.addLayout(row)

    def _height_for(self, width: int) -> int:
        # A wrapped text counts at its favourite width in what the scroll area asks for at least.
        return max(super()._height_for(width), self.body.minimumSizeHint().height() + 2)

    def add(self, widget: QWidget) -> None:
        """Put something between the title and the sentence."""
        self._column.insertWidget(self._column.indexOf(self.said), widget)

    def say(self, words: str, *, is_wrong: bool = False) -> None:
        """Say what will happen, or what is in the way of it."""
        token: Token = "stop_ink" if is_wrong else "ink2"
        self.said.set_token(token)
        self.said.setText(words)
        self.act.setEnabled(not is_wrong)
        self._place_soon()
