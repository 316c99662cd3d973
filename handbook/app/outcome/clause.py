"""A clause read from an outcome, in place, so that it is remembered nowhere."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from handbook.app.look.look import Look
from handbook.app.look.tokens import Token
from handbook.app.look.type import Type
from handbook.app.outcome.body import BAR_WIDTH
from handbook.app.outcome.texts import SpansLabel
from handbook.app.outcome.views import ClauseView
from handbook.app.widgets.button import LinkButton
from handbook.app.widgets.fluid import Fluid
from handbook.app.widgets.paint import RING
from handbook.app.widgets.panel import Panel
from handbook.app.widgets.text import Label
from handbook.domain.blocks import (
    Block,
    Callout,
    Listing,
    Paragraph,
    Subheading,
    Table,
    Verbatim,
)
from handbook.domain.rule import RuleKind

_MEASURE = 680
_TINTS: dict[RuleKind | None, tuple[Token, Token]] = {
    RuleKind.MUST_NOT: ("stop_soft", "stop"),
    RuleKind.MUST: ("must_soft", "must"),
    RuleKind.TELL: ("care_soft", "care"),
    RuleKind.MAY: ("ok_soft", "ok"),
    RuleKind.NOTE: ("wash", "line2"),
    None: ("wash", "line2"),
}


class ClauseBody(Fluid):
    """The words of one clause, and the way back to the route."""

    back_pressed = Signal()

    def __init__(self, look: Look, clause: ClauseView) -> None:
        super().__init__()
        self.back = LinkButton(look, "Back to your route")
        self.back.clicked.connect(self.back_pressed)
        sheet = QWidget()
        sheet.setMaximumWidth(_MEASURE + 2 * RING)
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
        add_blocks(look, words, clause.blocks)
        column.addLayout(words)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 0, 18 - BAR_WIDTH, 0)
        row.addStretch(1)
        row.addWidget(sheet, 1000)
        row.addStretch(1)


def add_blocks(look: Look, column: QVBoxLayout, blocks: tuple[Block, ...]) -> None:
    """Add blocks under each other."""
    for block in blocks:
        column.addWidget(_block(look, block))


def _block(look: Look, block: Block) -> QWidget:
    match block:
        case Paragraph(spans=spans):
            return SpansLabel(look, spans, Type.READING)
        case Subheading(spans=spans):
            return SpansLabel(look, spans, Type.HEADING)
        case Callout():
            return _callout(look, block)
        case Listing():
            return _listing(look, block)
        case Table():
            return _table(look, block)
        case Verbatim(text=text):
            return Label(look, text, Type.READING, wrap=True)


def _callout(look: Look, callout: Callout) -> QWidget:
    tint, bar = _TINTS[callout.kind]
    panel = Panel(look, tint, bar=bar, radius=8)
    column = QVBoxLayout(panel)
    column.setContentsMargins(24, 12, 20, 14)
    column.setSpacing(6)
    add_blocks(look, column, callout.blocks)
    return panel


def _listing(look: Look, listing: Listing) -> QWidget:
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(4, 0, 0, 0)
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    for row, item in enumerate(listing.items):
        mark = f"{listing.start + row}." if listing.ordered else "•"
        head = QVBoxLayout()
        head.addWidget(Label(look, mark, Type.READING, "ink2"))
        head.addStretch(1)
        grid.addLayout(head, row, 0)
        words = QVBoxLayout()
        words.setSpacing(6)
        add_blocks(look, words, item.blocks)
        grid.addLayout(words, row, 1)
    return box


def _table(look: Look, table: Table) -> QWidget:
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(20)
    grid.setVerticalSpacing(8)
    for column, cell in enumerate(table.head):
        grid.addWidget(SpansLabel(look, cell, Type.UI_BOLD, "ink2"), 0, column)
    for row, cells in enumerate(table.rows, start=1):
        for column, cell in enumerate(cells):
            grid.addWidget(SpansLabel(look, cell), row, column)
    return box


def _caution(look: Look, text: str) -> QWidget:
    panel = Panel(look, "warn_soft", bar="warn", radius=8)
    column = QVBoxLayout(panel)
    column.setContentsMargins(20, 8, 16, 8)
    column.addWidget(Label(look, text, Type.META, "warn_ink", wrap=True))
    return panel
