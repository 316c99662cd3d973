"""Writing a sheet from top to bottom: titles, cards, lists, moments, lines to fill in by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtGui import (
    QFontMetricsF,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)

from handbook.app.document.builder import BuiltDocument, Extent
from handbook.app.document.styles import Box, Spot, Styles
from handbook.app.document.writer import Writer
from handbook.app.look.tokens import Token
from handbook.app.look.type import Type
from handbook.app.paper import sheet
from handbook.app.paper.marks import SIGN_GAP, TICK_ROOM, Mark, MarkKind
from handbook.app.paper.paper import FOLLOWED, Paper, paper_look
from handbook.domain.blocks import Span, Spans, Table

_WHEN_MOST = 230
"""The column that says when is at most so wide."""
_RULE_HEIGHT, _SIGN_HEIGHT = 38, 62
"""Room to write a line by hand, 8 mm, and to sign."""


_APART = 12
"""Between the entries of one card."""


@dataclass(frozen=True, slots=True)
class CardLine:
    """A line of a card, in a role and a colour."""

    words: Spans
    role: Type = Type.UI
    token: Token = "ink"
    beside: str = ""
    """Small print behind the words."""
    beside_token: Token = "ink2"
    apart: bool = False
    """Whether it begins another entry, with room above it."""


def _unlinked(words: Spans) -> Spans:
    """Words without links: a person's name is just a name here."""
    return tuple(replace(span, link=None) if span.link else span for span in words)


def spans(text: str, *, strong: bool = False) -> Spans:
    """Plain text as spans; none for an empty text."""
    return (Span(text, strong=strong),) if text else ()


class PaperBuilder:
    """Writes one thing that goes to paper; `paper` gives it parted into pages."""

    def __init__(self) -> None:
        self._look = paper_look()
        self._styles = Styles(self._look, gutter=0)
        self._document = QTextDocument()
        self._document.setUndoRedoEnabled(False)
        self._document.setDocumentMargin(0)
        self._document.setDefaultFont(self._look.font(Type.READING, reading=True))
        self._writer = Writer(self._document, self._styles)
        self._marks: list[Mark] = []
        self._kept: list[Extent] = []
        self._edit = QTextCursor(self._document)
        self._edit.beginEditBlock()

    def title(self, text: str, kicker: str = "", token: Token = "care_ink") -> None:
        """Write the title of a sheet or of a large part, with a few words above it."""
        started = self._writer.next_block > 0
        above = 44 if started else 0
        if kicker:
            form = self._styles.block(Type.META_BOLD, above=above, below=2)
            form.setHeadingLevel(2)
            self._line(form, spans(kicker), Type.META_BOLD, token)
            above = 0
        form = self._styles.block(Type.ROUTE, above=above, below=6)
        form.setHeadingLevel(1)
        self._line(form, spans(text), Type.ROUTE)

    def cover(self, text: str, kicker: str, *, drop: float) -> None:
        """Write the title of a cover, `drop` pixels down the sheet, with a line above it."""
        empty = self._styles.block(below=0)
        empty.setLineHeight(drop, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        self._line(empty, (), Type.READING)
        if kicker:
            self._line(
                self._styles.block(Type.OPTION, below=6), spans(kicker), Type.OPTION, "ink2"
            )
        form = self._styles.block(Type.DISPLAY, below=16)
        form.setHeadingLevel(1)
        self._line(form, spans(text), Type.DISPLAY)

    def entry(self, words: Span, address: str, hint: str, page: str) -> None:
        """Write a line of the contents: a link to its place, small print, the page's number."""
        form = self._styles.block(Type.UI, below=4)
        form.setTabPositions([QTextOption.Tab(sheet.COLUMN, QTextOption.TabType.RightTab)])
        self._line(form, (), Type.UI)
        self._writer.place(words.text, address, Type.UI)
        self._writer.more(spans(f"   {hint}" if hint else ""), Type.SMALL, "ink2")
        self._writer.more(spans(f"\t{page}"), Type.UI)

    def alarm(self, text: str, lines: Sequence[Spans], kicker: str = "") -> None:
        """Write what nobody may overlook, in a red box."""
        spot = Spot(Box.ALARM, self._writer.new_group(Box.ALARM))
        self._writer.box_heading(kicker or text, spot)
        if kicker:
            form = self._styles.block(Type.ROUTE, below=4, spot=spot)
            self._line(form, spans(text), Type.ROUTE, "stop_ink")
        for line in lines:
            self._line(self._styles.block(Type.LEAD, below=4, spot=spot), line, Type.LEAD)
        self._writer.close_box(spot)

    def lead(self, words: Spans) -> None:
        """Write a line or two that say what this is."""
        self._line(self._styles.block(Type.LEAD, below=8), words, Type.LEAD)

    def heading(self, text: str, hint: str = "") -> None:
        """Write a heading, with a quiet hint beside it."""
        form = self._styles.block(Type.OPTION, above=20, below=6)
        form.setHeadingLevel(3)
        self._line(form, spans(text), Type.OPTION)
        if hint:
            self._writer.more(spans(f"   {hint}"), Type.META, "ink2")

    def paragraph(self, words: Spans) -> None:
        """Write a paragraph. A line break in it stays one."""
        self._line(self._styles.block(below=8), words, Type.READING)

    def items(self, lines: Sequence[Spans]) -> None:
        """Write a short list, its lines close together and on one page."""
        first = self._writer.next_block
        for words in lines:
            self._line(self._styles.block(Type.UI, below=2), words, Type.UI)
        if lines:
            self._kept.append(Extent(first, self._writer.next_block - 1))

    def table(self, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Write a table of plain words."""
        first, *others = (tuple(map(spans, row)) for row in (head, *rows))
        self._writer.blocks((Table(first, tuple(others), 0),))

    def small(self, words: Spans) -> None:
        """Write quiet small print."""
        self._line(self._styles.block(Type.META, above=8, below=6), words, Type.META, "ink2")

    def timed(self, words: Spans) -> None:
        """Write by when something must be done, with a clock."""
        self._marked(MarkKind.CLOCK, words, Type.HEADING, below=10)

    def card(self, lines: Sequence[CardLine]) -> None:
        """Write a card with an edge: somebody to go to. It is never cut."""
        spot = Spot(Box.CARD, self._writer.new_group(Box.CARD))
        above: float = self._writer.room_above(spot)
        for line in lines:
            above = max(above, _APART if line.apart else 0)
            form = self._styles.block(line.role, above=above, below=2, spot=spot)
            self._line(form, line.words, line.role, line.token)
            if line.beside:
                gap = "   " if line.words else ""
                self._writer.more(spans(f"{gap}{line.beside}"), Type.SMALL, line.beside_token)
            above = 0
        self._writer.close_box(spot)

    def callout(self, box: Box, heading: str, paragraphs: Sequence[Spans]) -> None:
        """Write a tinted box of a kind, as the reader shows them. It is never cut."""
        spot = Spot(box, self._writer.new_group(box))
        self._writer.box_heading(heading, spot)
        for words in paragraphs:
            self._line(self._styles.block(below=6, spot=spot), words, Type.READING)
        self._writer.close_box(spot)

    def ticked(self, lines: Sequence[Spans]) -> None:
        """Write what to do, each with a tick."""
        for line in lines:
            self._marked(MarkKind.TICK, line)

    def crossed(self, lines: Sequence[Spans]) -> None:
        """Write what not to do, each with a cross."""
        for line in lines:
            self._marked(MarkKind.CROSS, line)

    def timeline(self, moments: Sequence[tuple[str, Spans]]) -> None:
        """Write what happens, each with when it does, along a line of dots."""
        metrics = QFontMetricsF(self._look.font(Type.HEADING, reading=True))
        widths = [metrics.horizontalAdvance(when) + 18 for when, _ in moments]
        column = min(_WHEN_MOST, max(widths, default=0))
        for index, (when, words) in enumerate(moments):
            kind = MarkKind.MOMENT if index else MarkKind.FIRST_MOMENT
            goes_on = index < len(moments) - 1
            self._marks.append(Mark(kind, self._writer.next_block, int(goes_on)))
            form = self._styles.block(below=8)
            form.setLeftMargin(TICK_ROOM + column)
            self._styles.hung(form, column)
            lead = f"{when}\t" if widths[index] <= column else f"{when}  "
            self._line(form, spans(lead), Type.HEADING)
            self._writer.more(_unlinked(words), Type.READING)

    def pair(self, asked: str, said: Spans) -> None:
        """Write a question and, under it, its answer."""
        first = self._writer.next_block
        self._line(self._styles.block(Type.META, below=0), spans(asked), Type.META, "ink2")
        self._line(self._styles.block(Type.UI, below=8), said, Type.UI_BOLD)
        self._kept.append(Extent(first, first + 1))

    def ruled(self, count: int) -> None:
        """Leave so many lines to write on by hand."""
        for _ in range(count):
            self._marks.append(Mark(MarkKind.RULE, self._writer.next_block))
            self._line(self._empty(_RULE_HEIGHT), (), Type.READING)

    def signature(self, *labels: str) -> None:
        """Leave lines to sign on, side by side, each with its label under it."""
        first = self._writer.next_block
        self._marks.append(Mark(MarkKind.SIGN, first, len(labels)))
        self._line(self._empty(_SIGN_HEIGHT), (), Type.READING)
        form = self._styles.block(Type.SMALL, above=4, below=8)
        step = (sheet.COLUMN + SIGN_GAP) / len(labels)
        left = QTextOption.TabType.LeftTab
        form.setTabPositions([QTextOption.Tab(step * at, left) for at in range(1, len(labels))])
        self._line(form, spans("\t".join(labels)), Type.SMALL, "ink2")
        self._kept.append(Extent(first, first + 1))

    def paper(self, *, title: str, footer: str, followed: tuple[str, ...] = FOLLOWED) -> Paper:
        """What was written, parted into pages. Nothing can be added afterwards.

        Links are kept that begin with one of `followed`.
        """
        self._edit.endEditBlock()
        boxes = tuple((box, Extent(first, last)) for box, first, last in self._writer.boxes)
        return Paper(
            BuiltDocument(self._document, boxes=boxes),
            self._look,
            title=title,
            footer=footer,
            gutter=0,
            marks=tuple(self._marks),
            kept=tuple(self._kept),
            followed=followed,
        )

    def _line(
        self, form: QTextBlockFormat, words: Spans, role: Type, token: Token = "ink"
    ) -> None:
        self._writer.line(form, _unlinked(words), role, token)

    def _marked(
        self, kind: MarkKind, words: Spans, role: Type = Type.READING, below: float = 7
    ) -> None:
        self._marks.append(Mark(kind, self._writer.next_block))
        form = self._styles.block(role, below=below)
        form.setLeftMargin(TICK_ROOM)
        self._line(form, words, role)

    def _empty(self, height: float) -> QTextBlockFormat:
        """An empty line; what it is higher than text is room above it."""
        return self._styles.block(above=height - Type.READING.value.line, below=0)
