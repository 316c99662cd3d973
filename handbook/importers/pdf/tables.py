"""Tables whose lines are drawn."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from handbook.importers.form import Grid, Para
from handbook.importers.pdf.letters import Box, Letter, Sheet
from handbook.importers.pdf.lines import lines_of
from handbook.importers.pdf.paragraphs import paragraphs

_THIN = 3.0
_NEAR = 4.0
_MOST_RULES = 4_000


@dataclass
class Ruled:
    """A table by its drawn lines, and the letters in each of its cells."""

    box: Box
    xs: list[float]
    ys: list[float]
    """From the top down."""
    upright: list[Box]
    cells: dict[tuple[int, int], list[Letter]] = field(default_factory=dict)
    _last: list[Letter] | None = None

    @property
    def has_words(self) -> bool:
        """False for a frame round nothing."""
        return any(letter.text.strip() for cell in self.cells.values() for letter in cell)

    def take(self, letter: Letter) -> bool:
        """Put a letter into its cell; False for one that stands elsewhere."""
        if not letter.text.strip():
            last = self._last
            if last is not None:
                last.append(letter)
            return False
        x, y = (letter.box.left + letter.box.right) / 2, (letter.box.bottom + letter.box.top) / 2
        if not self.box.holds(x, y):
            self._last = None
            return False
        row = sum(1 for edge in self.ys[1:-1] if y < edge)
        column = self._column(sum(1 for edge in self.xs[1:-1] if x > edge), y)
        self._last = self.cells.setdefault((row, column), [])
        self._last.append(letter)
        return True

    def _column(self, column: int, y: float) -> int:
        """The first of the columns that a cell reaches over: no line parts it from the next."""
        while column > 0 and not self._is_parted(self.xs[column], y):
            column -= 1
        return column

    def _is_parted(self, x: float, y: float) -> bool:
        return any(
            abs((rule.left + rule.right) / 2 - x) < _NEAR and rule.bottom - 1 <= y <= rule.top + 1
            for rule in self.upright
        )

    def grid(self, page: int, words: Counter[str]) -> Grid:
        """The table with its words put together."""
        rows: list[list[list[Para]]] = []
        for row in range(len(self.ys) - 1):
            cells: list[list[Para]] = []
            for column in range(len(self.xs) - 1):
                lines = lines_of(self.cells.get((row, column), []), page)
                lines = [line for line in lines if line.text.strip()]
                left = min((line.left for line in lines), default=0.0)
                right = self._right(row, column) - 4
                found = paragraphs(lines, left, right, words, {})
                cells.append([para for _, para in found])
            rows.append(cells)
        return Grid([row for row in rows if any(row)], f"page {page}")

    def _right(self, row: int, column: int) -> float:
        middle = (self.ys[row] + self.ys[row + 1]) / 2
        column += 1
        while column < len(self.xs) - 1 and not self._is_parted(self.xs[column], middle):
            column += 1
        return self.xs[column]


def ruled_tables(sheet: Sheet) -> list[Ruled]:
    """The tables of a page, from the top down."""
    if len(sheet.rules) > _MOST_RULES:
        return []
    flat, upright = _rules(sheet)
    tables = [_table(group) for group in _touching([*flat, *upright])]
    found = [table for table in tables if table is not None]
    return sorted(found, key=lambda table: -table.box.top)


def _rules(sheet: Sheet) -> tuple[list[Box], list[Box]]:
    flat: list[Box] = []
    upright: list[Box] = []
    for rule in sheet.rules:
        wide, high = rule.right - rule.left, rule.top - rule.bottom
        if wide > sheet.width * 0.98 and high > sheet.height * 0.9:
            continue
        if high <= _THIN and wide > 8:
            flat.append(rule)
        elif wide <= _THIN and high > 4:
            upright.append(rule)
        elif wide > 12 and high > 8:
            flat += [Box(rule.left, y, rule.right, y) for y in (rule.bottom, rule.top)]
            upright += [Box(x, rule.bottom, x, rule.top) for x in (rule.left, rule.right)]
    return flat, upright


def _touching(rules: list[Box]) -> list[list[Box]]:
    """Rules in groups that hang together."""
    groups: list[list[Box]] = []
    for rule in rules:
        own = [group for group in groups if any(_meet(rule, other) for other in group)]
        joined = [rule, *(other for group in own for other in group)]
        groups = [group for group in groups if group not in own]
        groups.append(joined)
    return groups


def _meet(one: Box, other: Box) -> bool:
    return (
        one.left <= other.right + _NEAR
        and other.left <= one.right + _NEAR
        and one.bottom <= other.top + _NEAR
        and other.bottom <= one.top + _NEAR
    )


def _table(rules: list[Box]) -> Ruled | None:
    upright = [
        rule for rule in rules if rule.right - rule.left <= _THIN and rule.top - rule.bottom > 4
    ]
    flat = [
        rule for rule in rules if rule.top - rule.bottom <= _THIN and rule.right - rule.left > 8
    ]
    xs = _edges([(rule.left + rule.right) / 2 for rule in upright])
    ys = _edges([(rule.bottom + rule.top) / 2 for rule in flat])[::-1]
    if len(xs) < 2 or len(ys) < 2 or (len(xs) == 2 and len(ys) == 2):
        return None
    box = Box(xs[0], ys[-1], xs[-1], ys[0])
    return Ruled(box, xs, ys, upright)


def _edges(values: list[float]) -> list[float]:
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _NEAR:
            found.append(value)
    return found
