"""Writes the blocks of a policy into a document."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from handbook.app.document.leads import split_lead
from handbook.app.document.marked import mark_of, touch
from handbook.app.document.matches import Match
from handbook.app.document.pictures import picture_format
from handbook.app.document.styles import DRESSES, Box, Spot, Styles, box_of
from handbook.app.document.tables import as_list, is_too_wide, table_format
from handbook.app.look.tokens import Token
from handbook.app.look.type import Type
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
    all_spans,
)
from handbook.domain.word_changes import RunKind

_BOX_ABOVE, _BOX_BELOW, _BOX_BETWEEN = 25, 30, 36
_PLAIN = Spot()
_NOTE, _BACK = "note:", "note-back:"
"""Addresses of links to a footnote, and back to where its number stands first."""


class Writer:
    """Appends to a document, block after block."""

    def __init__(
        self, document: QTextDocument, styles: Styles, content: Path | None = None
    ) -> None:
        self._document = document
        self._styles = styles
        self._content = content
        self._cursor = QTextCursor(document)
        self._count = 0
        self._drop_blank = False
        self._groups: list[tuple[Box, int, int]] = []
        self._notes: dict[str, int] = {}
        self._marked: list[tuple[Match, RunKind]] = []
        self._with_notes = False

    @property
    def next_block(self) -> int:
        """The number of the block that comes next."""
        return self._count - self._drop_blank

    @property
    def boxes(self) -> list[tuple[Box, int, int]]:
        """Each box with its first and last block."""
        return self._groups

    @property
    def notes(self) -> Mapping[str, int]:
        """Where the links between a text and its footnotes lead: block numbers by address."""
        return self._notes

    @property
    def marked(self) -> tuple[tuple[Match, RunKind], ...]:
        """Where the words are that went or came between two versions."""
        return tuple(self._marked)

    def link_notes(self) -> None:
        """From now on lead from footnotes' numbers to the footnotes, and back."""
        self._with_notes = True

    def new_group(self, box: Box) -> int:
        """Begin a box; returns its group number."""
        self._groups.append((box, self.next_block, self.next_block))
        return len(self._groups)

    def finish(self) -> None:
        """Leave room under the last block."""
        self._leave_below(64)

    def heading(
        self, text: str | Spans, role: Type, *, level: int, label: str = "", above: float = 0,
        below: float = 8,
    ) -> None:  # fmt: skip
        """Write a heading, with its number in the gutter."""
        form = self._styles.block(role, above=above, below=below)
        form.setHeadingLevel(level)
        if label:
            form = self._styles.numbered(form)
        self._begin(form)
        if label:
            number = Type.SECTION if role is Type.SECTION else Type.UI
            self._cursor.insertText(f"{label}\t", self._styles.words(number, "ink3"))
        self._spans((Span(text),) if isinstance(text, str) else text, role)

    def meta(self, text: str) -> None:
        """Write the line of facts under the title."""
        self._begin(self._styles.block(Type.META, below=16))
        self._cursor.insertText(text, self._styles.words(Type.META, "ink2"))

    def box_heading(self, text: str, spot: Spot, mark: RunKind = RunKind.SAME) -> None:
        """Write the first line of a box, in the colour of its kind, or as it went or came."""
        if spot.box is None:
            return
        above = self.room_above(spot)
        self._begin(self._styles.block(Type.CALLOUT, above=above, below=4, spot=spot))
        ink = DRESSES[spot.box].ink
        self._insert(text, self._styles.words(Type.CALLOUT, ink), mark)

    def room_above(self, spot: Spot) -> int:
        """The room that the first line of a box leaves for the edge, and for a box before it."""
        after_box = spot.group > 1 and self._groups[spot.group - 2][2] == self.next_block - 1
        return _BOX_BETWEEN if after_box else _BOX_ABOVE

    def line(self, form: QTextBlockFormat, spans: Spans, role: Type, token: Token = "ink") -> None:
        """Write a block of a format, its words in one role and colour."""
        self._begin(form)
        self._spans(spans, role, token)

    def more(self, spans: Spans, role: Type, token: Token = "ink") -> None:
        """Go on in the same block, in another role or colour."""
        self._spans(spans, role, token)

    def place(self, text: str, address: str, role: Type, token: Token = "ink") -> None:
        """Go on in the same block with words that lead to an address and look like the others."""
        form = self._styles.words(role, token)
        form.setAnchor(True)
        form.setAnchorHref(address)
        self._cursor.insertText(text, form)

    def lead_to(self, text: str, address: str, role: Type) -> None:
        """Go on in the same block with a link."""
        self._cursor.insertText(text, self._styles.lead(self._styles.words(role), address))

    def blocks(self, blocks: tuple[Block, ...], spot: Spot = _PLAIN) -> None:
        """Write blocks; those of a box end with the room that its edge takes."""
        for block in blocks:
            self._block(block, spot)
        if spot.box is not None and spot.depth == 0:
            self.close_box(spot)

    def footnote(self, number: int, blocks: tuple[Block, ...]) -> None:
        """Write a footnote with its number hung in the gutter."""
        back = f"{_BACK}{number}" if f"{_BACK}{number}" in self._notes else ""
        self._notes[f"{_NOTE}{number}"] = self.next_block
        self._item(blocks, f"{number}", Spot(depth=1), back)

    def _block(self, block: Block, spot: Spot) -> None:
        match block:
            case Paragraph(spans=spans):
                self._paragraph(spans, spot)
            case Subheading(spans=spans, level=level):
                form = self._styles.block(Type.HEADING, above=10, below=6, spot=spot)
                form.setHeadingLevel(min(level, 6))
                self._begin(form)
                self._spans(spans, Type.HEADING)
            case Callout():
                self._callout(block)
            case Listing():
                self._listing(block, spot)
            case Table() if is_too_wide(block):
                self.blocks(as_list(block), spot)
            case Table():
                self._table(block)
            case Verbatim(text=text):
                self._verbatim(text, spot)

    def _paragraph(self, spans: Spans, spot: Spot) -> None:
        self._begin(self._styles.block(spot=spot))
        self._spans(spans)

    def _callout(self, callout: Callout) -> None:
        box = box_of(callout.kind)
        lead, blocks = split_lead(callout)
        spot = Spot(box, self.new_group(box))
        if lead:
            first = next(all_spans(callout.blocks), None)
            self.box_heading(lead, spot, mark_of(first) if first else RunKind.SAME)
        self.blocks(blocks, spot)

    def close_box(self, spot: Spot) -> None:
        """End a box: its last block leaves room for the edge."""
        box, first, _ = self._groups[spot.group - 1]
        self._groups[spot.group - 1] = (box, first, self.next_block - 1)
        self._leave_below(_BOX_BELOW)

    def _listing(self, listing: Listing, spot: Spot) -> None:
        inner = Spot(spot.box, spot.group, spot.depth + 1)
        for index, item in enumerate(listing.items):
            mark = f"{listing.start + index}." if listing.ordered else "•"
            self._item(item.blocks, mark, inner)
        self._leave_below(12)

    def _item(self, blocks: tuple[Block, ...], mark: str, spot: Spot, address: str = "") -> None:
        first, rest = blocks[:1], blocks[1:]
        form = self._styles.block(below=5, spot=spot)
        self._begin(self._styles.hung(form, 20 if len(mark) < 3 else 28))
        ink = DRESSES[spot.box].bar if spot.box else "ink2"
        form_of_mark = self._styles.words(token=ink)
        if address:
            form_of_mark = self._styles.lead(form_of_mark, address)
        self._cursor.insertText(mark, form_of_mark)
        self._cursor.insertText("\t", self._styles.words(token=ink))
        for block in first:
            if isinstance(block, Paragraph):
                self._spans(block.spans)
            else:
                self._block(block, spot)
        for block in rest:
            self._block(block, spot)

    def _verbatim(self, text: str, spot: Spot) -> None:
        for line in text.rstrip("\n").split("\n"):
            self._begin(self._styles.block(below=0, spot=spot))
            self._cursor.insertText(line, self._styles.mono())
        self._leave_below(12)

    def _table(self, table: Table) -> None:
        rows, form = (table.head, *table.rows), table_format(table, self._styles)
        grid = self._cursor.insertTable(len(rows), len(table.head), form)
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                self._cursor = grid.cellAt(row, column).firstCursorPosition()
                height = self._styles.block(Type.UI, below=0)
                height.setLeftMargin(0)
                self._cursor.setBlockFormat(height)
                self._spans(cell, Type.UI if row else Type.UI_BOLD)
        self._cursor = QTextCursor(self._document)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._count = self._document.blockCount()
        self._drop_blank = True

    def _spans(self, spans: Spans, role: Type = Type.READING, token: Token = "ink") -> None:
        for before, span in zip((None, *spans), spans, strict=False):
            if before is not None and touch(before, span):
                self._cursor.insertText(" ", self._styles.words(role, token))
            if span.image and self._picture(span):
                continue
            text = span.text.replace("\n", "\u2028")
            self._insert(text, self._span_format(span, role, token), mark_of(span))

    def _insert(self, text: str, form: QTextCharFormat, mark: RunKind) -> None:
        if mark is RunKind.SAME or not text.strip():
            self._cursor.insertText(text, form)
            return
        block, start = self._cursor.blockNumber(), self._cursor.positionInBlock()
        self._cursor.insertText(text, self._styles.marked(form, mark))
        self._marked.append((Match(block, start, self._cursor.positionInBlock()), mark))

    def _picture(self, span: Span) -> bool:
        """Show a picture that fits the text and a sheet of paper; False where there is none."""
        form = picture_format(span, self._content, self._document, self._styles)
        if form is None:
            return False
        block = QTextBlockFormat(self._cursor.blockFormat())
        # A line of fixed height would let the picture run into the lines above it.
        block.setLineHeight(0, QTextBlockFormat.LineHeightTypes.SingleHeight.value)
        self._cursor.setBlockFormat(block)
        self._cursor.insertImage(form)
        return True

    def _span_format(self, span: Span, role: Type, token: Token) -> QTextCharFormat:
        form = self._styles.span(span, role, token)
        if span.footnote and self._with_notes:
            self._notes.setdefault(f"{_BACK}{span.footnote}", self._cursor.blockNumber())
            if span.link is None:
                form = self._styles.lead(form, f"{_NOTE}{span.footnote}")
        return form

    def _leave_below(self, room: float) -> None:
        """Leave room under the last block."""
        form = QTextBlockFormat(self._cursor.blockFormat())
        form.setBottomMargin(self._styles.px(room))
        self._cursor.setBlockFormat(form)

    def _begin(self, form: QTextBlockFormat) -> None:
        plain = self._styles.words()
        if self._count == 0:
            self._cursor.setBlockFormat(form)
            self._cursor.setBlockCharFormat(plain)
            self._count = 1
        elif self._drop_blank:
            # A table is followed by a block of its own, which is used.
            self._cursor.setBlockFormat(form)
            self._drop_blank = False
        else:
            self._cursor.insertBlock(form, plain)
            self._count += 1
