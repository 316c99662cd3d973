"""A clause read from an outcome, in place, so that it is remembered nowhere."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from handbook.app.journey.in_place import IN_PLACE, MEASURE
from handbook.app.journey.way_back import WayBack
from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.outcome.body import BAR_WIDTH
from handbook.app.outcome.views import ClauseView
from handbook.app.widgets.block_view import add_blocks
from handbook.app.widgets.fluid import Fluid
from handbook.app.widgets.paint import RING
from handbook.app.widgets.panel import Panel, centre
from handbook.app.widgets.text import Label


class ClauseBody(Fluid):
    """The words of one clause, and the way back to the route."""

    back_pressed = Signal()

    def __init__(self, look: Look, clause: ClauseView) -> None:
        super().__init__()
        self.back = WayBack(look, "Back to your route")
        self.back.clicked.connect(self.back_pressed)
        sheet = QWidget()
        sheet.setMaximumWidth(MEASURE + 2 * RING)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 18, 0, 32)
        column.setSpacing(0)
        column.addWidget(self.back)
        column.addSpacing(8)
        words = QVBoxLayout()
        words.setContentsMargins(RING, 0, RING, 0)
        words.setSpacing(10)
        words.addWidget(Label(look, clause.label, Type.META_BOLD, "link", wrap=True))
        words.addWidget(Label(look, clause.title, Type.SECTION, wrap=True))
        if clause.caution:
            words.addWidget(_caution(look, clause.caution))
        add_blocks(look, words, clause.blocks, IN_PLACE)
        column.addLayout(words)
        column.addStretch(1)
        centre(self, sheet, 18, 18 - BAR_WIDTH)


def _caution(look: Look, text: str) -> QWidget:
    panel = Panel(look, "warn_soft", bar="warn", radius=8)
    column = QVBoxLayout(panel)
    column.setContentsMargins(20, 8, 16, 8)
    column.addWidget(Label(look, text, Type.META, "warn_ink", wrap=True))
    return panel
