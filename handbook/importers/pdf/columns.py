"""Columns of a page, and the edges of what is set in them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from handbook.importers.pdf.letters import Sheet
from handbook.importers.pdf.lines import Line

_FEWEST = 6
_MIDDLE = (0.3, 0.7)
_CROSSING = 0.12
_STEP = 2.0
_PROSE = 0.18
"""The part of a page's width that half of the lines of a column fill at least."""


@dataclass(slots=True)
class Column:
    """Lines that are read one after the other, between two edges."""

    left: float
    right: float
    lines: list[Line] = field(default_factory=list)


def columns_of(lines: list[Line], sheet: Sheet) -> list[Column]:
    """The columns of a page in reading order; most pages have one."""
    lines = [line for line in lines if line.text.strip()]
    if not lines:
        return []
    gutter = _gutter(lines, sheet)
    if gutter is None:
        return [_column(_ordered(lines))]
    return _parted(lines, gutter)


def _gutter(lines: list[Line], sheet: Sheet) -> float | None:
    """Where a strip without letters parts most lines into two sides; None on most pages."""
    if len(lines) < _FEWEST:
        return None
    best: tuple[int, float] | None = None
    x = sheet.width * _MIDDLE[0]
    while x < sheet.width * _MIDDLE[1]:
        crossing = sum(1 for line in lines if line.left < x - 3 and line.right > x + 3)
        before = sum(1 for line in lines if line.right <= x + 3)
        after = len(lines) - crossing - before
        if min(before, after) >= max(3, len(lines) * 0.2) and crossing <= len(lines) * _CROSSING:
            best = min(best or (crossing, x), (crossing, x))
        x += _STEP
    if best is None:
        return None
    sides = [line for line in lines if line.left > best[1]]
    others = [line for line in lines if line.right <= best[1] + 3]
    if _usual_width(sides) < _PROSE * sheet.width or _usual_width(others) < _PROSE * sheet.width:
        return None
    # Short lines on the left with long ones on the right are a label and its words, not columns.
    starts = Counter(round(line.left) for line in sides)
    return best[1] if starts.most_common(1)[0][1] >= len(sides) * 0.4 else None


def _usual_width(lines: list[Line]) -> float:
    widths = sorted(line.right - line.left for line in lines)
    return widths[len(widths) // 2] if widths else 0.0


def _parted(lines: list[Line], gutter: float) -> list[Column]:
    """Columns between the lines that reach over both."""
    columns: list[Column] = []
    sides: tuple[list[Line], list[Line]] = ([], [])
    for line in sorted(lines, key=lambda one: -one.base):
        if line.left < gutter - 3 and line.right > gutter + 3:
            columns += [_column(_ordered(side)) for side in sides if side]
            sides = ([], [])
            columns.append(_column([line]))
        else:
            sides[line.left >= gutter - 3].append(line)
    columns += [_column(_ordered(side)) for side in sides if side]
    return _merged(columns)


def _merged(columns: list[Column]) -> list[Column]:
    """Lines over both columns that follow each other are one block."""
    found: list[Column] = []
    for column in columns:
        before = found[-1] if found else None
        if (
            before
            and len(column.lines) == 1
            and before.right - before.left > 0
            and (abs(before.left - column.left) < 2 and abs(before.right - column.right) < 60)
        ):
            before.lines += column.lines
            before.right = max(before.right, column.right)
        else:
            found.append(column)
    return found


def _ordered(lines: list[Line]) -> list[Line]:
    """Lines from top to bottom; those at one height from left to right, as one."""
    found: list[Line] = []
    for line in sorted(lines, key=lambda one: (-round(one.base), one.left)):
        last = found[-1] if found else None
        if last is not None and abs(last.base - line.base) < 2 and line.left >= last.right - 1:
            last.letters = [*last.letters, *line.letters]
        else:
            found.append(line)
    return found


def _column(lines: list[Line]) -> Column:
    starts = Counter(round(line.left) for line in lines)
    least = max(1, len(lines) * 0.05)
    left = min(x for x, count in starts.items() if count >= least)
    ordered = sorted(line.right for line in lines)
    return Column(float(left), ordered[-1], lines)
