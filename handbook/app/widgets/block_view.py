"""Blocks of content as widgets: for a clause shown in place, not for a whole policy."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from handbook.app.look.look import Look
from handbook.app.look.tokens import Token
from handbook.app.look.type import Type
from handbook.app.widgets.panel import Panel
from handbook.app.widgets.text import Label
from handbook.domain.blocks import (
    Block,
    Callout,
    Listing,
    Paragraph,
    Span,
    Spans,
    Subheading,
    Table,
    Verbatim,
    plain,
)
from handbook.domain.rule import RuleKind

Marks = Callable[[str], tuple[tuple[int, int], ...]]
"""Tells which character ranges of a text to mark."""

TINTS: dict[RuleKind | None, tuple[Token, Token]] = {
    RuleKind.MUST_NOT: ("stop_soft", "stop"),
    RuleKind.MUST: ("must_soft", "must"),
    RuleKind.TELL: ("care_soft", "care"),
    RuleKind.MAY: ("ok_soft", "ok"),
    RuleKind.NOTE: ("accent_soft", "accent"),
    None: ("wash", "line2"),
}
"""Tint and bar of each kind of callout; a quotation without a kind is grey."""


def no_marks(text: str) -> tuple[tuple[int, int], ...]:
    """Mark nothing."""
    del text
    return ()


@dataclass(frozen=True, slots=True)
class BlockStyle:
    """How blocks are set: the type role of running text, and what is marked."""

    role: Type = Type.READING
    token: Token = "ink"
    marks: Marks = no_marks


class SpansLabel(Label):
    """Spans of content: bold and italic as written, links as plain words, hits marked."""

    def __init__(self, look: Look, spans: Spans, style: BlockStyle) -> None:
        super().__init__(look, "", style.role, style.token, wrap=True)
        self._spans = spans
        self._marks = style.marks
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(plain(spans))
        look.changed.connect(self._write)
        self._write()

    def _write(self) -> None:
        found = self._marks("".join(span.text for span in self._spans))
        start, parts = 0, []
        for span in self._spans:
            parts.append(self._html(span, start, found))
            start += len(span.text)
        self.setText("".join(parts))

    def _html(self, span: Span, start: int, found: tuple[tuple[int, int], ...]) -> str:
        words, at = "", 0
        for first, last in found:
            low, high = max(first - start, at), min(last - start, len(span.text))
            if low < high:
                words += escape(span.text[at:low]) + self._mark(span.text[low:high])
                at = high
        words += escape(span.text[at:])
        words = words.replace("\n", "<br>")
        if span.strong:
            words = f"<b>{words}</b>"
        return f"<i>{words}</i>" if span.emphasis else words

    def _mark(self, text: str) -> str:
        back, ink = self._look.color("mark").name(), self._look.color("mark_ink").name()
        return f'<b style="background-color:{back};color:{ink}">{escape(text)}</b>'


def add_blocks(
    look: Look, column: QVBoxLayout, blocks: tuple[Block, ...], style: BlockStyle
) -> None:
    """Add blocks under each other."""
    for block in blocks:
        column.addWidget(_block(look, block, style))


def _block(look: Look, block: Block, style: BlockStyle) -> QWidget:
    match block:
        case Paragraph() | Subheading():
            return SpansLabel(look, block.spans, style)
        case Callout():
            return callout(look, block, style)
        case Listing():
            return _listing(look, block, style)
        case Table():
            return _table(look, block, style)
        case Verbatim(text=text):
            return Label(look, text, style.role, style.token, wrap=True)


def callout(look: Look, block: Callout, style: BlockStyle) -> QWidget:
    """A callout in the colours of its kind."""
    tint, bar = TINTS[block.kind]
    panel = Panel(look, tint, bar=bar, radius=8)
    column = QVBoxLayout(panel)
    column.setContentsMargins(18, 10, 14, 12)
    column.setSpacing(6)
    add_blocks(look, column, block.blocks, style)
    return panel


def _listing(look: Look, listing: Listing, style: BlockStyle) -> QWidget:
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(4, 0, 0, 0)
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(1, 1)
    for row, item in enumerate(listing.items):
        mark = f"{listing.start + row}." if listing.ordered else "•"
        head = QVBoxLayout()
        head.addWidget(Label(look, mark, style.role, "ink2"))
        head.addStretch(1)
        grid.addLayout(head, row, 0)
        words = QVBoxLayout()
        words.setSpacing(4)
        add_blocks(look, words, item.blocks, style)
        grid.addLayout(words, row, 1)
    return box


def _table(look: Look, table: Table, style: BlockStyle) -> QWidget:
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    head = BlockStyle(Type.UI_BOLD, style.token, style.marks)
    for row, cells in enumerate((table.head, *table.rows)):
        for column, cell in enumerate(cells):
            grid.addWidget(SpansLabel(look, cell, style if row else head), row, column)
    return box
