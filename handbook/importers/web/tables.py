"""Rows and cells of a page's table, with empty cells where one reaches over several."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from handbook.importers.form import Para, Piece

_MOST_SPANNED = 100


def table_rows(table: Any, read_cell: Callable[[Any], list[Piece]]) -> list[list[list[Para]]]:
    """The cells of a table; what is in one is read by whoever walks the page."""
    spans: dict[int, int] = {}
    return [_row(row, spans, read_cell) for row in _rows(table)]


def _row(
    row: Any, spans: dict[int, int], read_cell: Callable[[Any], list[Piece]]
) -> list[list[Para]]:
    cells: list[list[Para]] = []
    for cell in row.iterchildren("td", "th"):
        _fill(cells, spans)
        place = len(cells)
        cells.append(flat(read_cell(cell)))
        wide, high = _span(cell, "colspan"), _span(cell, "rowspan")
        cells.extend([] for _ in range(wide - 1))
        if high > 1:
            spans.update({place + offset: high - 1 for offset in range(wide)})
    _fill(cells, spans)
    return cells


def _fill(cells: list[list[Para]], spans: dict[int, int]) -> None:
    """Empty cells where one from a row above reaches down."""
    while spans.get(len(cells), 0) > 0:
        spans[len(cells)] -= 1
        cells.append([])


def _rows(table: Any) -> Iterator[Any]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from child.iterchildren("tr")


def _span(cell: Any, name: str) -> int:
    value = cell.get(name, "1").strip()
    known = value.isdigit() and len(value) < 5
    return max(1, min(int(value), _MOST_SPANNED)) if known else 1


def flat(pieces: list[Piece]) -> list[Para]:
    """The paragraphs of a cell; a table in it gives its cells one after the other."""
    found: list[Para] = []
    for piece in pieces:
        if isinstance(piece, Para):
            found.append(piece)
        else:
            found += [para for row in piece.rows for cell in row for para in cell]
    return found
