"""Tables without drawn lines: rows whose cells begin below each other."""

from __future__ import annotations

from handbook.importers.form import Grid, Para, Run
from handbook.importers.pdf.letters import Letter
from handbook.importers.pdf.lines import Line, lines_of
from handbook.importers.shaping.labels import bullet_at, label_at

_FEWEST = 3
"""Rows below which lines with gaps are lines."""
_NEAR = 4.0
_GAP = 1.8
_WRAPPED = 1.6
"""How many times its size a line may stand below the row that it belongs to."""


def part_tables(lines: list[Line]) -> list[tuple[float, list[Line] | Grid]]:
    """Lines in their order, with those that make a table put together; each with its height."""
    found: list[tuple[float, list[Line] | Grid]] = []
    plain: list[Line] = []
    place = 0
    while place < len(lines):
        end = _end_of_table(lines, place)
        if end == place:
            plain.append(lines[place])
            place += 1
            continue
        if plain:
            found.append((plain[0].base, plain))
            plain = []
        found.append((lines[place].base, _grid(lines[place:end])))
        place = end
    return [*found, (plain[0].base, plain)] if plain else found


def _end_of_table(lines: list[Line], start: int) -> int:
    """Where the table that begins here ends; the start where none begins."""
    stops = _stops(lines[start])
    if len(stops) < 2 or _is_marked(lines[start]):
        return start
    rows, place = 1, start + 1
    while place < len(lines):
        own = _stops(lines[place])
        if _agree(own, stops) and not _is_marked(lines[place]):
            rows += 1
        elif not _is_wrapped(lines[place], lines[place - 1], stops):
            break
        place += 1
    cells = _cells(lines[start:place], stops)
    figures = all(row[-1].strip().isdigit() or not row[-1].strip() for row in cells)
    return place if rows >= _FEWEST and not figures else start


def _stops(line: Line) -> list[float]:
    """Where the parts of a line begin that wide gaps part."""
    stops: list[float] = []
    before: Letter | None = None
    for letter in line.letters:
        if not letter.text.strip():
            continue
        if before is None or letter.box.left - before.box.right > _GAP * letter.face.size:
            stops.append(letter.box.left)
        before = letter
    return stops


def _agree(own: list[float], stops: list[float]) -> bool:
    return len(own) == len(stops) and all(
        abs(one - other) < _NEAR for one, other in zip(own, stops, strict=True)
    )


def _is_wrapped(line: Line, above: Line, stops: list[float]) -> bool:
    """True for a line that goes on in cells of the row above it, not in its first alone."""
    own = _stops(line)
    known = all(any(abs(one - stop) < _NEAR for stop in stops) for one in own)
    close = above.base - line.base < _WRAPPED * line.size
    return known and close and bool(own) and own[-1] > stops[0] + _NEAR


def _is_marked(line: Line) -> bool:
    return bool(bullet_at(line.text) or label_at(line.text))


def _cells(lines: list[Line], stops: list[float]) -> list[list[str]]:
    return [["".join(one.text for one in cell) for cell in row] for row in _letters(lines, stops)]


def _letters(lines: list[Line], stops: list[float]) -> list[list[list[Letter]]]:
    """The letters of each cell of each row."""
    rows: list[list[list[Letter]]] = []
    for line in lines:
        if not rows or len(_stops(line)) == len(stops):
            rows.append([[] for _ in stops])
        for letter in line.letters:
            if letter.text.strip():
                column = sum(1 for stop in stops[1:] if letter.box.left >= stop - _NEAR)
                rows[-1][column].append(letter)
            else:
                for cell in rows[-1]:
                    if cell and cell[-1].text.strip():
                        cell.append(letter)
    return rows


def _grid(lines: list[Line]) -> Grid:
    page = lines[0].page
    rows: list[list[list[Para]]] = []
    for row in _letters(lines, _stops(lines[0])):
        cells: list[list[Para]] = []
        for cell in row:
            runs: list[Run] = []
            for line in lines_of(cell, page):
                if line.text.strip():
                    runs += [Run(" ")] * bool(runs) + line.runs
            cells.append([Para(runs, f"page {page}")] if runs else [])
        rows.append(cells)
    return Grid(rows, f"page {page}")
