"""The cells of a table, and what can be done with rows and columns. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: the first row is its head. Every change gives another grid."""

    rows: tuple[Row, ...]

    @property
    def wide(self) -> int:
        """How many columns there are."""
        return len(self.rows[0])

    def with_cell(self, row: int, column: int, words: str) -> Grid:
        """With other words in a cell."""
        line = list(self.rows[row])
        line[column] = words
        return self._with_rows([tuple(line) if at == row else r for at, r in enumerate(self.rows)])

    def with_row(self, after: int) -> Grid:
        """With a blank row after another."""
        rows = list(self.rows)
        rows.insert(after + 1, ("",) * self.wide)
        return self._with_rows(rows)

    def with_column(self, after: int) -> Grid:
        """With a blank column after another."""
        return self._with_rows([(*row[: after + 1], "", *row[after + 1 :]) for row in self.rows])

    def without_row(self, at: int) -> Grid:
        """Without a row; the head stays."""
        if at < 1 or len(self.rows) < 3:
            return self
        return self._with_rows([row for i, row in enumerate(self.rows) if i != at])

    def without_column(self, at: int) -> Grid:
        """Without a column; one stays."""
        if self.wide < 2:
            return self
        return self._with_rows([(*row[:at], *row[at + 1 :]) for row in self.rows])

    def with_row_moved(self, at: int, by: int) -> Grid:
        """With a row further up or down; none goes above the head."""
        to = at + by
        if at < 1 or not 1 <= to < len(self.rows):
            return self
        rows = list(self.rows)
        rows[at], rows[to] = rows[to], rows[at]
        return self._with_rows(rows)

    def with_column_moved(self, at: int, by: int) -> Grid:
        """With a column further left or right."""
        to = at + by
        if not 0 <= to < self.wide:
            return self
        order = list(range(self.wide))
        order[at], order[to] = order[to], order[at]
        return self._with_rows([tuple(row[i] for i in order) for row in self.rows])

    def _with_rows(self, rows: list[Row]) -> Grid:
        return replace(self, rows=tuple(rows))
