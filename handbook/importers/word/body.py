"""The paragraphs and tables of a part of a Word file, in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from handbook.importers.form import Grid, Para, Piece, Run
from handbook.importers.word.names import W, child, local, number, value
from handbook.importers.word.numbering import Numbering, first_line, points
from handbook.importers.word.styles import Styles
from handbook.importers.word.words import Words, is_underlined, size_of

_THROUGH = frozenset(("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "Choice"))
_MOST_COLUMNS = 100
_GALLERY = "table of contents"


@dataclass
class Body:
    """Reads the blocks of one part."""

    styles: Styles
    numbering: Numbering
    words: Words
    boxed: list[str] = field(default_factory=list)
    """The first words of each text box."""
    contents: list[str] = field(default_factory=list)
    """Lines of contents lists, which are left out."""
    number: int = 0
    _joins: Para | None = None
    """A paragraph whose end was deleted: the next one goes on in it."""

    def pieces(self, element: Any) -> Iterator[Piece]:
        """The blocks inside an element."""
        for inside in element:
            name = local(inside)
            if name == "p":
                yield from self._paragraph(inside)
            elif name == "tbl":
                yield self._table(inside)
            elif name == "sdt" and _is_contents(inside):
                self.contents += [t for p in inside.iter(W + "p") if (t := _text(p))]
                self.words.fields.clear()
            elif name in _THROUGH:
                yield from self.pieces(inside)
            elif name == "AlternateContent":
                yield from self.pieces(inside[0] if len(inside) else inside)

    def paras(self, element: Any) -> list[Para]:
        """The paragraphs inside an element; a table gives its cells one after the other."""
        found: list[Para] = []
        for piece in self.pieces(element):
            if isinstance(piece, Para):
                found.append(piece)
            else:
                found += [para for row in piece.rows for cell in row for para in cell]
        return found

    def _paragraph(self, element: Any) -> Iterator[Piece]:
        self.number += 1
        own = child(element, "pPr")
        style = value(own, "pStyle") or self.styles.usual
        was_contents = self.words.in_contents
        runs = self.words.of(element, style)
        if self.styles.is_contents(style) or (was_contents or self.words.in_contents):
            if text := "".join(run.text for run in runs).strip():
                self.contents.append(text)
            runs = []
        boxes, anchors = self.words.boxes, self.words.anchors
        para = self._made(element, own, style, runs)
        para.anchors = anchors
        if self._joins is not None:
            para = self._joined(self._joins, para)
            self._joins = None
        if _end_is_deleted(own):
            self._joins = para
        elif para.runs and (para.text.strip() or any(run.note for run in para.runs)):
            yield para
        for box in boxes:
            yield from self._box(box)

    def _joined(self, first: Para, second: Para) -> Para:
        if not first.text.strip():
            return second
        first.runs = [*first.runs, *second.runs]
        return first

    def _box(self, box: Any) -> Iterator[Piece]:
        kept, self._joins = self._joins, None
        found = list(self.pieces(box))
        self._joins = kept
        words = " ".join(p.text for p in found if isinstance(p, Para)).strip()
        if words:
            self.boxed.append(words)
        yield from found

    def _made(self, element: Any, own: Any, style: str, runs: list[Run]) -> Para:
        para = Para(runs, f"paragraph {self.number}")
        para.level = self._level(own, style)
        para.is_title = self.styles.is_named(style, "title")
        para.size = size_of(element, style, self.styles)
        para.underlined = is_underlined(element)
        alignment = value(own, "jc") or self.styles.paragraph(style, "jc")
        para.centred = alignment == "center"
        if any(run.text.strip() or run.note for run in runs):
            self._number(para, own, style)
        if para.indent is None:
            left, first = self._indents(own, style)
            para.indent, para.inner = (left or 0.0) + (first or 0.0), left or 0.0
        return para

    def _level(self, own: Any, style: str) -> int:
        outline = number(value(own, "outlineLvl"))
        if outline is not None:
            return outline + 1 if outline < 9 else 0
        return self.styles.level(style)

    def _number(self, para: Para, own: Any, style: str) -> None:
        direct = child(own, "numPr")
        name = value(direct, "numId")
        place = number(value(direct, "ilvl"))
        by_style = self.styles.paragraph(style, "numPr", "numId")
        if not name and by_style:
            name = by_style
        if not name or name == "0":
            return
        if place is None:
            place = self._place(name, style)
        mark = self.numbering.mark(name, place)
        if mark is None:
            return
        para.label, para.bullet, para.nested = mark.label, mark.bullet, place
        left, first = self._indents(own, "" if direct is not None else style)
        if direct is None and left is None:
            left, first = self._indents(own, style)
        left = mark.level.left if left is None else left
        first = mark.level.first if first is None else first
        para.inner = left or 0.0
        para.indent = para.inner + (first or 0.0)

    def _place(self, name: str, style: str) -> int:
        stated = number(self.styles.paragraph(style, "numPr", "ilvl"))
        if stated is not None:
            return stated
        by_style = self.numbering.level_of_style(name, style)
        return 0 if by_style is None else by_style

    def _indents(self, own: Any, style: str) -> tuple[float | None, float | None]:
        indent = child(own, "ind")
        left, first = points(indent, "left", "start"), first_line(indent)
        for base in self.styles.chain(style) if style else ():
            indent = child(base.paragraph, "ind")
            left = points(indent, "left", "start") if left is None else left
            first = first_line(indent) if first is None else first
        return left, first

    def _table(self, element: Any) -> Grid:
        place = f"table after paragraph {self.number}"
        rows = [row for row in _rows(element) if child(row, "trPr", "del") is None]
        return Grid([self._row(row) for row in rows], place)

    def _row(self, row: Any) -> list[list[Para]]:
        before = number(value(row, "trPr", "gridBefore")) or 0
        cells: list[list[Para]] = [[] for _ in range(min(before, _MOST_COLUMNS))]
        for cell in _cells(row):
            own = child(cell, "tcPr")
            merged = child(own, "vMerge")
            goes_on = merged is not None and merged.get(W + "val", "continue") == "continue"
            found = self.paras(cell)
            cells.append([] if goes_on and not any(p.text.strip() for p in found) else found)
            span = number(value(own, "gridSpan")) or 1
            cells.extend([] for _ in range(min(span, _MOST_COLUMNS) - 1))
        return cells[:_MOST_COLUMNS]


def _rows(table: Any) -> Iterator[Any]:
    for inside in table:
        name = local(inside)
        if name == "tr":
            yield inside
        elif name in _THROUGH:
            yield from _rows(inside)


def _cells(row: Any) -> Iterator[Any]:
    for inside in row:
        name = local(inside)
        if name == "tc":
            yield inside
        elif name in _THROUGH:
            yield from _cells(inside)


def _is_contents(sdt: Any) -> bool:
    gallery = value(sdt, "sdtPr", "docPartObj", "docPartGallery")
    return gallery.casefold() == _GALLERY


def _end_is_deleted(own: Any) -> bool:
    letters = child(own, "rPr")
    return letters is not None and any(
        child(letters, name) is not None for name in ("del", "moveFrom")
    )


def _text(paragraph: Any) -> str:
    return "".join(t.text or "" for t in paragraph.iter(W + "t")).strip()
