"""Tables of a draft: one line a row, the first row as the head."""

from __future__ import annotations

from handbook.importers.form import Grid, Para
from handbook.importers.writing.escaping import inline


def table_lines(grid: Grid, notes: dict[str, int]) -> list[str]:
    """The lines of a table; rows that are too short get empty cells."""
    width = max((len(row) for row in grid.rows), default=0)
    rows = [[_cell(cell, notes) for cell in row] + [""] * (width - len(row)) for row in grid.rows]
    head, *rest = rows
    return [_row(head), _row(["---"] * width), *map(_row, rest)]


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: list[Para], notes: dict[str, int]) -> str:
    parts = [_part(para, notes) for para in cell]
    return " ".join(" ".join(part.split()) for part in parts if part).replace("|", "\\|")


def _part(para: Para, notes: dict[str, int]) -> str:
    words = inline(para.runs, notes)
    mark = para.label or ("•" if para.bullet else "")
    return f"{mark} {words}".strip() if words else ""
