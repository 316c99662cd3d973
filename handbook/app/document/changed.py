"""The document of changes, by the builder's own writer: marked, one side of two, or plain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument

from handbook.app.document.boxes import edges
from handbook.app.document.builder import BuiltDocument, Extent
from handbook.app.document.marked import marked_blocks, marked_spans, spans_without, without
from handbook.app.document.styles import GUTTER, Property, Styles
from handbook.app.document.units import Place, Side, Tone, Unit
from handbook.app.document.writer import Writer
from handbook.app.look.look import Look
from handbook.app.look.tokens import Token
from handbook.app.look.type import Type
from handbook.domain.blocks import Block, Span, Spans
from handbook.domain.word_changes import RunKind

BARS: dict[Tone, Token] = {
    Tone.NEW: "ok",
    Tone.GONE: "stop",
    Tone.CHANGED: "warn",
    Tone.MOVED: "accent",
}
"""The colour of the bar beside a change; its note says the same in words."""
INKS: dict[Tone, Token] = {
    Tone.NEW: "ok_ink",
    Tone.GONE: "stop_ink",
    Tone.CHANGED: "warn_ink",
    Tone.MOVED: "link",
}
"""The colour of the note."""
WHY = "Why it changed"
_BETWEEN = 40
"""Above the title of the next policy."""
_HAIR = 0.5
"""Less than a pixel is no difference."""
_HOLE = 16
"""Above and below the words where one side has nothing."""


@dataclass(frozen=True, slots=True)
class PlacedUnit:
    """A unit and the blocks that it takes."""

    unit: Unit
    extent: Extent
    is_missing: bool = False
    """True where this side has nothing, and says so."""


@dataclass(frozen=True, slots=True)
class ChangedDocument:
    """A document of changes and where its units are in it."""

    built: BuiltDocument
    units: tuple[PlacedUnit, ...]


def build_changes(
    units: Sequence[Unit], look: Look, side: Side, missing: str = "", *, gutter: int = GUTTER
) -> ChangedDocument:
    """Build one text of the changes; `missing` is said where this side has nothing."""
    return _Builder(look, side, missing, gutter).build(units)


class _Builder:
    """Builds one document from top to bottom."""

    def __init__(self, look: Look, side: Side, missing: str, gutter: int) -> None:
        self._side = side
        self._missing = missing
        self._styles = Styles(look, gutter)
        self._document = QTextDocument()
        self._document.setUndoRedoEnabled(False)
        self._document.setDocumentMargin(0)
        self._document.setDefaultFont(look.font(Type.READING, reading=True))
        self._writer = Writer(self._document, self._styles)

    def build(self, units: Sequence[Unit]) -> ChangedDocument:
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        placed = tuple(self._placed(unit) for unit in units)
        self._writer.finish()
        cursor.endEditBlock()
        boxes = ((box, Extent(first, last)) for box, first, last in self._writer.boxes)
        built = BuiltDocument(
            self._document,
            {each.unit.key: each.extent for each in placed if each.unit.key},
            boxes=tuple(pair for pair in boxes if pair[1].last >= pair[1].first),
            marked=self._writer.marked,
        )
        return ChangedDocument(built, placed)

    def _placed(self, unit: Unit) -> PlacedUnit:
        first = self._writer.next_block
        is_missing = (self._side is Side.WAS and not unit.in_was) or (
            self._side is Side.NOW and not unit.in_now
        )
        if is_missing:
            self._hole()
        else:
            self._unit(unit)
        return PlacedUnit(unit, Extent(first, self._writer.next_block - 1), is_missing)

    def _unit(self, unit: Unit) -> None:
        match unit.place:
            case Place.TITLE:
                above = _BETWEEN if self._writer.next_block else 0
                self._heading(unit, Type.DISPLAY, 1, above)
                if unit.why and self._side is not Side.WAS:
                    self._why(unit.why)
            case Place.SECTION:
                self._heading(unit, Type.SECTION, 2, 28)
            case Place.CLAUSE:
                self._heading(unit, Type.HEADING, 3, 24)
            case Place.SAME:
                form = self._styles.block(Type.META, above=10, below=10)
                self._writer.line(form, unit.title, Type.META, "ink2")
                self._link(unit)
        if self._side is not Side.PLAIN or unit.in_now:
            self._writer.blocks(self._shown(unit.blocks))

    def _heading(self, unit: Unit, role: Type, level: int, above: float) -> None:
        below = 2 if unit.note else 8
        title = self._shown_words(unit.title)
        label = (unit.label_was if self._side is Side.WAS else "") or unit.label
        self._writer.heading(title, role, level=level, label=label, above=above, below=below)
        if unit.note:
            self._note(unit)

    def _note(self, unit: Unit) -> None:
        form = self._styles.block(Type.META, below=8)
        ink: Token = INKS[unit.tone] if unit.tone is not None else "ink2"
        self._writer.line(
            form, (Span(unit.note),), Type.META_BOLD if unit.tone else Type.META, ink
        )
        self._link(unit)

    def _why(self, words: str) -> None:
        form = self._styles.block(Type.READING, above=4, below=8)
        self._writer.line(form, (Span(f"{WHY}: "),), Type.HEADING)
        self._writer.more((Span(words),), Type.READING)

    def _link(self, unit: Unit) -> None:
        if unit.address and unit.in_now:
            self._writer.more((Span("   "),), Type.META)
            words = unit.link.replace(" ", "\N{NO-BREAK SPACE}")
            self._writer.lead_to(words, unit.address, Type.META)

    def _hole(self) -> None:
        form = self._styles.block(Type.META, above=24 + _HOLE, below=8 + _HOLE)
        form.setLeftMargin(form.leftMargin() + self._styles.px(_HOLE))
        self._writer.line(form, (Span(self._missing),), Type.META_BOLD, "ink2")

    def _shown(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        match self._side:
            case Side.BOTH:
                return blocks
            case Side.WAS:
                return without(blocks, RunKind.NEW)
            case Side.NOW:
                return without(blocks, RunKind.GONE)
            case Side.PLAIN:
                return marked_blocks(without(blocks, RunKind.GONE), RunKind.SAME)

    def _shown_words(self, spans: Spans) -> Spans:
        match self._side:
            case Side.BOTH:
                return spans
            case Side.WAS:
                return spans_without(spans, RunKind.NEW)
            case Side.NOW:
                return spans_without(spans, RunKind.GONE) or spans
            case Side.PLAIN:
                return marked_spans(spans_without(spans, RunKind.GONE) or spans, RunKind.SAME)


def level_up(one: ChangedDocument, other: ChangedDocument) -> None:
    """Let each unit begin at the same height in both documents.

    The room is put above the unit after the shorter one; what was put there before is taken
    away first, so that it can be done again after every change of width.
    """
    _set_tops(one, {})
    _set_tops(other, {})
    tops = [[edges(d.built.document, each.extent)[0] for each in d.units] for d in (one, other)]
    wanted: tuple[dict[int, float], dict[int, float]] = ({}, {})
    for place in range(1, len(one.units)):
        steps = [side[place] - side[place - 1] for side in tops]
        short = 0 if steps[0] < steps[1] else 1
        if abs(steps[0] - steps[1]) > _HAIR:
            wanted[short][place] = abs(steps[0] - steps[1])
    for document, more in zip((one, other), wanted, strict=True):
        _set_tops(document, more)


def _set_tops(document: ChangedDocument, more: dict[int, float]) -> None:
    text = document.built.document
    cursor = QTextCursor(text)
    cursor.beginEditBlock()
    for place, each in enumerate(document.units):
        block = text.findBlockByNumber(each.extent.first)
        form = QTextBlockFormat(block.blockFormat())
        if not form.hasProperty(Property.OWN_TOP):
            form.setProperty(Property.OWN_TOP, form.topMargin())
        own, before = form.doubleProperty(Property.OWN_TOP), block.previous()
        top = own
        if place in more:
            # Between two paragraphs Qt leaves the greater of both margins, not their sum.
            after_table = QTextCursor(before).currentTable() is not None
            bottom = 0 if after_table else before.blockFormat().bottomMargin()
            top = max(own, bottom) + more[place]
        if abs(top - form.topMargin()) > _HAIR:
            form.setTopMargin(top)
            cursor.setPosition(block.position())
            cursor.setBlockFormat(form)
    cursor.endEditBlock()
