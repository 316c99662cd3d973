"""Reading the lines of a laid-out document, and which of them belong together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from handbook.app.document.boxes import PlacedBox
from handbook.app.document.builder import BuiltDocument, Extent
from handbook.app.paper.pages import Hold, Strip

SHORT = 5
"""A clause of so many lines at most, its heading included, is never cut."""
_CELL_ROOM = 9
"""The padding and the line of a table's cell."""


def strips_of(
    built: BuiltDocument, boxes: tuple[PlacedBox, ...], kept: Iterable[Extent] = ()
) -> list[Strip]:
    """The strips of a document from top to bottom; the blocks of `kept` stay on one page."""
    return _Reader(built.document).read(built, boxes, kept)


class _Reader:
    """Reads a document once, remembering which strips a block became."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._strips: list[Strip] = []
        self._of_block: dict[int, tuple[int, int]] = {}
        self._row: tuple[int, int] | None = None

    def read(
        self, built: BuiltDocument, boxes: tuple[PlacedBox, ...], kept: Iterable[Extent]
    ) -> list[Strip]:
        block = self._document.begin()
        while block.isValid():
            self._read_block(block)
            block = block.next()
        for placed, (_, extent) in zip(boxes, built.boxes, strict=True):
            first, last = self._keep(extent, Hold.BOX)
            self._strips[first] = replace(self._strips[first], top=placed.rect.top())
            self._strips[last] = replace(self._strips[last], bottom=placed.rect.bottom())
        for extent in kept:
            self._keep(extent, Hold.BOX)
        for extent in built.clauses.values():
            first, last = self._range(extent)
            if last - first < SHORT:
                self._keep(extent, Hold.CLAUSE)
        return self._strips

    def _read_block(self, block: QTextBlock) -> None:
        cursor = QTextCursor(block)
        table = cursor.currentTable()
        if table is not None:
            row = (table.firstPosition(), table.cellAt(cursor).row())
            self._read_cell(block, row)
            return
        self._row = None
        first = len(self._strips)
        self._strips += _lines(self._document, block)
        self._of_block[block.blockNumber()] = (first, len(self._strips) - 1)

    def _read_cell(self, block: QTextBlock, row: tuple[int, int]) -> None:
        """Make all cells of a row one strip; the head of a table holds to what is under it."""
        rect = self._document.documentLayout().blockBoundingRect(block)
        top, bottom = rect.top() - _CELL_ROOM, rect.bottom() + _CELL_ROOM
        if row == self._row:
            strip = self._strips[-1]
            top, bottom = min(top, strip.top), max(bottom, strip.bottom)
            self._strips[-1] = replace(strip, top=top, bottom=bottom)
        else:
            hold = Hold.LINE if row[1] == 0 else Hold.FREE
            self._strips.append(Strip(top, bottom, hold))
            self._row = row
        at = len(self._strips) - 1
        self._of_block[block.blockNumber()] = (at, at)

    def _range(self, extent: Extent) -> tuple[int, int]:
        return self._of_block[extent.first][0], self._of_block[extent.last][1]

    def _keep(self, extent: Extent, hold: Hold) -> tuple[int, int]:
        first, last = self._range(extent)
        for index in range(first, last):
            strip = self._strips[index]
            self._strips[index] = replace(strip, hold=max(strip.hold, hold))
        return first, last


def _lines(document: QTextDocument, block: QTextBlock) -> Iterator[Strip]:
    """The lines of a block. A line reaches up to the one before it, as Qt measures it."""
    rect = document.documentLayout().blockBoundingRect(block)
    layout = block.layout()
    count = layout.lineCount()
    if count == 0:
        yield Strip(rect.top(), rect.bottom())
    top = rect.top()
    for index in range(count):
        line = layout.lineAt(index)
        bottom = rect.top() + line.y() + line.height()
        yield Strip(top, bottom, _hold(block, index, count))
        top = bottom


def _hold(block: QTextBlock, index: int, count: int) -> Hold:
    is_last = index == count - 1
    if is_last:
        leads = block.blockFormat().headingLevel() > 0 or block.text().endswith(":")
        return Hold.LINE if leads else Hold.FREE
    lonely = index == 0 or index == count - 2
    return Hold.LINE if lonely or block.blockFormat().headingLevel() > 0 else Hold.FREE
