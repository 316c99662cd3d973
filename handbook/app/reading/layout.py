"""Where the column of text stands, and where the clauses and boxes are in it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock, QTextDocument

from handbook.app.document.boxes import PlacedBox, edges, placed_boxes
from handbook.app.document.builder import BuiltDocument, Extent
from handbook.app.document.matches import Match
from handbook.app.document.styles import GUTTER, MEASURE

_TOOL_ROOM, _TOOL_NEEDS = 173, 156
"""What the tools at the right of the text are given, and what they need at least."""
_NO_TOOLS, _LEAST = 48, 26


@dataclass(frozen=True, slots=True)
class ColumnFit:
    """The column of numbers and text within the sheet."""

    left: float
    gutter: float
    measure: float

    @property
    def text(self) -> float:
        """Where the text begins."""
        return self.left + self.gutter

    @property
    def right(self) -> float:
        """Where the text ends at most."""
        return self.text + self.measure


def fit_column(width: float, scale: float, *, tools: bool) -> ColumnFit:
    """The column for a sheet of a width; it never asks for scrolling sideways."""
    gutter = GUTTER * scale
    wished, needed = (_TOOL_ROOM, _TOOL_NEEDS) if tools else (_NO_TOOLS, _NO_TOOLS)
    measure = max(120, min(MEASURE * scale, width - gutter - needed - _LEAST))
    left = max(_LEAST, (width - gutter - measure - wished) / 2)
    return ColumnFit(left, gutter, measure)


@dataclass(frozen=True, slots=True)
class ClauseSpan:
    """Where a clause is, in the document's own pixels."""

    id: str
    top: float
    bottom: float


class Geometry:
    """The rectangles of a laid-out document, worked out once until it is laid out again."""

    def __init__(self, built: BuiltDocument, fit: ColumnFit, scale: float) -> None:
        self._document = built.document
        self.fit = fit
        self._words: dict[Match, list[QRectF]] = {}
        self.sections = {name: self._edges(ext)[0] for name, ext in built.sections.items()}
        self.boxes = placed_boxes(built, fit.text, fit.measure, scale)
        closing = {
            extent.last: placed.rect.bottom()
            for (_, extent), placed in zip(built.boxes, self.boxes, strict=True)
        }
        self.clauses = tuple(
            self._clause(name, extent, closing) for name, extent in built.clauses.items()
        )
        self._tops = [clause.top for clause in self.clauses]
        self._by_id = {clause.id: clause for clause in self.clauses}

    def clause(self, clause_id: str) -> ClauseSpan | None:
        """Where a clause is."""
        return self._by_id.get(clause_id)

    def clause_at(self, y: float) -> ClauseSpan | None:
        """The last clause that begins above a height."""
        index = bisect_right(self._tops, y) - 1
        return self.clauses[index] if index >= 0 else None

    def clause_from(self, y: float) -> ClauseSpan | None:
        """The first clause that begins at a height or below it."""
        return next((clause for clause in self.clauses if clause.top >= y), None)

    def boxes_within(self, top: float, bottom: float) -> list[PlacedBox]:
        """The boxes that show between two heights."""
        return [
            placed
            for placed in self.boxes
            if placed.rect.bottom() >= top and placed.rect.top() <= bottom
        ]

    def word_rects(self, match: Match) -> list[QRectF]:
        """The tight rectangles of a found run of text, one for each line that it is on."""
        if match not in self._words:
            block = self._document.findBlockByNumber(match.block)
            self._words[match] = word_rects(self._document, block, match.start, match.end)
        return self._words[match]

    def _clause(self, name: str, extent: Extent, closing: dict[int, float]) -> ClauseSpan:
        top, bottom = self._edges(extent)
        return ClauseSpan(name, top, max(bottom, closing.get(extent.last, 0)))

    def _edges(self, extent: Extent) -> tuple[float, float]:
        return edges(self._document, extent)


def word_rects(document: QTextDocument, block: QTextBlock, start: int, end: int) -> list[QRectF]:
    """The rectangles of a run of text in a block."""
    layout = block.layout()
    whole = document.documentLayout().blockBoundingRect(block)
    rects = []
    for index in range(layout.lineCount()):
        line = layout.lineAt(index)
        first = max(start, line.textStart())
        last = min(end, line.textStart() + line.textLength())
        if first < last:
            x, to = _x_of(line.cursorToX(first)), _x_of(line.cursorToX(last))
            rect = QRectF(x, line.y(), to - x, line.ascent() + line.descent())
            rects.append(rect.translated(whole.topLeft()))
    return rects


def _x_of(answer: object) -> float:
    # The binding gives the position alone or together with the cursor, by version.
    return float(answer[0] if isinstance(answer, tuple) else answer)  # type: ignore[arg-type]
