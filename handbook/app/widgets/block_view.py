"""Blocks of content as widgets: for a clause shown in place, not for a whole policy."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from handbook.app.look.look import Look
from handbook.app.look.rules import RULE_DRESSES
from handbook.app.look.tokens import Token
from handbook.app.look.type import Type
from handbook.app.widgets.panel import Panel
from handbook.app.widgets.spans_label import Marks, SpansLabel, no_marks
from handbook.app.widgets.text import Label
from handbook.domain.blocks import (
    Block,
    Callout,
    Listing,
    Paragraph,
    Spans,
    Subheading,
    Table,
    Verbatim,
)
from handbook.domain.rule import RuleKind

GREY: tuple[Token, Token] = ("wash", "line2")
"""Tint and bar of a quotation without a kind."""


@dataclass(frozen=True, slots=True)
class Room:
    """How much room blocks take."""

    callout: tuple[int, int, int, int]
    lines: int
    """Between the lines of a list."""
    table: tuple[int, int]
    """Between the columns and between the rows of a table."""


TIGHT = Room((18, 10, 14, 12), 4, (16, 6))
WIDE = Room((24, 12, 20, 14), 6, (20, 8))


@dataclass(frozen=True, slots=True)
class BlockStyle:
    """How blocks are set: type and colour of running text, its room, and what is marked."""

    role: Type = Type.UI
    token: Token = "ink"
    subheading: Type = Type.UI
    table_head: Token = "ink"
    cells: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignTop
    """Where words stand in a table's row that is higher."""
    room: Room = TIGHT
    grey: tuple[RuleKind, ...] = ()
    """Kinds of callout that are kept as quiet as one without a kind."""
    marks: Marks = no_marks


def add_blocks(
    look: Look, column: QVBoxLayout, blocks: tuple[Block, ...], style: BlockStyle
) -> None:
    """Add blocks under each other."""
    for block in blocks:
        column.addWidget(_block(look, block, style))


def _block(look: Look, block: Block, style: BlockStyle) -> QWidget:
    match block:
        case Paragraph(spans=spans):
            return _label(look, spans, style, style.role)
        case Subheading(spans=spans):
            return _label(look, spans, style, style.subheading)
        case Callout():
            return _callout(look, block, style)
        case Listing():
            return _listing(look, block, style)
        case Table():
            return _table(look, block, style)
        case Verbatim(text=text):
            return Label(look, text, style.role, style.token, wrap=True)


def _label(look: Look, spans: Spans, style: BlockStyle, role: Type) -> QWidget:
    label = SpansLabel(look, spans, role, style.token, marks=style.marks)
    label.setAlignment(Qt.AlignmentFlag.AlignLeft | style.cells)
    return label


def _callout(look: Look, block: Callout, style: BlockStyle) -> QWidget:
    tint, bar = GREY
    if block.kind is not None and block.kind not in style.grey:
        dress = RULE_DRESSES[block.kind]
        tint, bar = dress.fill, dress.bar
    panel = Panel(look, tint, bar=bar, radius=8)
    column = QVBoxLayout(panel)
    column.setContentsMargins(*style.room.callout)
    column.setSpacing(6)
    add_blocks(look, column, block.blocks, style)
    return panel


def _listing(look: Look, listing: Listing, style: BlockStyle) -> QWidget:
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(4, 0, 0, 0)
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(style.room.lines)
    grid.setColumnStretch(1, 1)
    for row, item in enumerate(listing.items):
        mark = f"{listing.start + row}." if listing.ordered else "•"
        head = QVBoxLayout()
        head.addWidget(Label(look, mark, style.role, "ink2"))
        head.addStretch(1)
        grid.addLayout(head, row, 0)
        words = QVBoxLayout()
        words.setSpacing(style.room.lines)
        add_blocks(look, words, item.blocks, style)
        grid.addLayout(words, row, 1)
    return box


def _table(look: Look, table: Table, style: BlockStyle) -> QWidget:
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 0, 0, 0)
    columns, rows = style.room.table
    grid.setHorizontalSpacing(columns)
    grid.setVerticalSpacing(rows)
    head = replace(style, token=style.table_head)
    for column, cell in enumerate(table.head):
        grid.addWidget(_label(look, cell, head, Type.UI_BOLD), 0, column)
    for row, cells in enumerate(table.rows, start=1):
        for column, cell in enumerate(cells):
            grid.addWidget(_label(look, cell, style, Type.UI), row, column)
    return box
