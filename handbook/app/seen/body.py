"""The guide beside its numbers, or over them where the window is narrow."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from handbook.app.journey.in_place import IN_PLACE, MEASURE
from handbook.app.journey.way_back import WayBack
from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.seen.numbers import NumberList
from handbook.app.seen.presenter import SeenPart, SeenView
from handbook.app.widgets.block_view import add_blocks
from handbook.app.widgets.fluid import Fluid
from handbook.app.widgets.paint import RING
from handbook.app.widgets.panel import COLUMN, centre
from handbook.app.widgets.scroll_bar import WIDTH as BAR_WIDTH
from handbook.app.widgets.text import Label

_TWO_FROM = 940
"""Width, at 100 % text, from which the numbers stand beside the words."""
_NUMBERS = 400


class SeenBody(Fluid):
    """Everything on the page that scrolls."""

    back_pressed = Signal()

    def __init__(self, look: Look, view: SeenView) -> None:
        super().__init__()
        self._look = look
        self.back = WayBack(look, "Back to where you were")
        self.back.clicked.connect(self.back_pressed)
        title = Label(look, view.title, Type.ROUTE, wrap=True)
        title.setContentsMargins(RING, 4, RING, 12)
        self._numbers = self._make_numbers(view)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setContentsMargins(RING, 0, RING, 0)
        self._columns.addWidget(self._make_words(view), 1, Qt.AlignmentFlag.AlignTop)
        self._columns.addWidget(self._numbers, 0, Qt.AlignmentFlag.AlignTop)
        self._inner = QWidget()
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(0, 18, 0, 32)
        column.setSpacing(0)
        column.addWidget(self.back)
        column.addWidget(title)
        column.addLayout(self._columns)
        column.addStretch(1)
        centre(self, self._inner, 18, 18 - BAR_WIDTH)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column where the window is narrow or the text large."""
        super().resizeEvent(event)
        grown = self._look.line_height(Type.UI) / Type.UI.value.line
        two = self.width() / grown >= _TWO_FROM
        sides = QBoxLayout.Direction.LeftToRight if two else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(sides)
        self._columns.setSpacing(44 if two else 26)
        # The widest is set on what holds both: a box asks a narrower child for the height that
        # it would take at the full width, and its last lines are lost.
        widest = COLUMN if two else round(MEASURE * grown)
        self._inner.setMaximumWidth(widest + 2 * RING)
        self._numbers.setMinimumWidth(round(_NUMBERS * grown) if two else 0)
        self._numbers.setMaximumWidth(round(_NUMBERS * grown) if two else widest)

    def _make_words(self, view: SeenView) -> QWidget:
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        add_blocks(self._look, column, view.intro, IN_PLACE)
        for part in view.parts:
            self._add_part(column, part)
        return words

    def _add_part(self, column: QVBoxLayout, part: SeenPart) -> None:
        column.addSpacing(8)
        column.addWidget(Label(self._look, part.title, Type.HEADING, wrap=True))
        add_blocks(self._look, column, part.blocks, IN_PLACE)

    def _make_numbers(self, view: SeenView) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        if view.helplines:
            column.addWidget(Label(self._look, view.numbers_title, Type.HEADING, wrap=True))
            add_blocks(self._look, column, view.numbers_intro, IN_PLACE)
            column.addWidget(NumberList(self._look, view.helplines))
        return side
