"""A table of Markdown as cells, and cells as a table: what is in a cell stays as it was typed."""

from __future__ import annotations

import re
from dataclasses import dataclass

_DIVIDER = re.compile(r"\s*:?-+:?\s*")
_BAR = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True, slots=True)
class TableText:
    """A table and the lines that it stands in, from 1."""

    first: int
    last: int
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    dividers: tuple[str, ...]
    """`---` for each column, with colons where it is aligned."""
    prefix: str = ""
    """What stands before each line: the mark of a quotation, spaces."""

    @property
    def text(self) -> str:
        """The lines of the table, without an end of line after the last."""
        lines = (self.head, self.dividers, *self.rows)
        return "\n".join(f"{self.prefix}| {' | '.join(line)} |" for line in lines)


def table_at(text: str, line: int) -> TableText | None:
    """The table that a line belongs to; None where it belongs to none."""
    lines = text.split("\n")
    if not 1 <= line <= len(lines) or "|" not in lines[line - 1]:
        return None
    first = last = line - 1
    while first > 0 and "|" in lines[first - 1]:
        first -= 1
    while last + 1 < len(lines) and "|" in lines[last + 1]:
        last += 1
    return _read(lines[first : last + 1], first + 1)


def table_of(
    head: tuple[str, ...], rows: tuple[tuple[str, ...], ...], like: TableText
) -> TableText:
    """A table of these cells in the place of another; each row has as many cells as the head."""
    wide = len(head)
    cells = tuple(tuple(_clean(cell) for cell in _filled(row, wide)) for row in rows)
    dividers = tuple(_filled(like.dividers, wide, "---"))
    return TableText(like.first, like.last, tuple(map(_clean, head)), cells, dividers, like.prefix)


def _read(lines: list[str], first: int) -> TableText | None:
    if len(lines) < 2:
        return None
    prefix = lines[0][: len(lines[0]) - len(lines[0].lstrip(" >"))]
    head, dividers, *rows = (_cells(line) for line in lines)
    if not dividers or not all(_DIVIDER.fullmatch(cell) for cell in dividers):
        return None
    wide = len(head)
    return TableText(
        first,
        first + len(lines) - 1,
        tuple(head),
        tuple(tuple(_filled(tuple(row), wide)) for row in rows),
        tuple(_filled(tuple(dividers), wide, "---")),
        prefix,
    )


def _cells(line: str) -> list[str]:
    inner = line.strip(" >").strip()
    inner = inner.removeprefix("|")
    if inner.endswith("|") and not inner.endswith("\\|"):
        inner = inner[:-1]
    return [cell.strip() for cell in _BAR.split(inner)]


def _filled(cells: tuple[str, ...], wide: int, blank: str = "") -> list[str]:
    return [*cells[:wide], *[blank] * (wide - len(cells))]


def _clean(cell: str) -> str:
    """One line; a bar that a person typed is part of the words."""
    words = " ".join(cell.split())
    return _BAR.sub(r"\\|", words)
