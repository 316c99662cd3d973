"""A table goes to cells and back, and nothing around it moves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.markup.table_text import TableText, table_at, table_of

TEXT = """\
Words.

| When | Who \\| whom |
| :--- | --- |
| Before | the [head](role:headteacher) |
| On the day |

More words | no table.
"""


@pytest.mark.parametrize("line", [3, 4, 5, 6])
def test_any_line_of_a_table_finds_it(line: int) -> None:
    table = table_at(TEXT, line)

    assert table is not None
    assert (table.first, table.last) == (3, 6)
    assert table.head == ("When", "Who \\| whom")
    assert table.rows == (("Before", "the [head](role:headteacher)"), ("On the day", ""))
    assert table.dividers == (":---", "---")


@pytest.mark.parametrize("line", [0, 1, 2, 7, 8, 99])
def test_other_lines_are_no_table(line: int) -> None:
    assert table_at(TEXT, line) is None


def test_a_table_in_a_quotation_keeps_its_marks() -> None:
    table = table_at("> | a | b |\n> | --- | --- |\n> | 1 | 2 |", 1)

    assert table is not None
    assert table.text == "> | a | b |\n> | --- | --- |\n> | 1 | 2 |"


def test_new_cells_are_one_line_and_as_many_as_the_head() -> None:
    table = table_at(TEXT, 3)
    assert table is not None
    made = table_of(("A", "B", "C"), (("a | b", "two\nlines"),), table)

    assert made.text == "| A | B | C |\n| :--- | --- | --- |\n| a \\| b | two lines |  |"


_CELL = st.text(st.characters(whitelist_categories=("L", "N", "P", "S", "Zs")), max_size=12)


@given(st.lists(st.lists(_CELL, min_size=2, max_size=4), min_size=2, max_size=5))
def test_what_is_written_is_read_again(grid: list[list[str]]) -> None:
    wide = len(grid[0])
    start = TableText(1, 2, ("x",) * wide, (), ("---",) * wide)
    made = table_of(tuple(grid[0]), tuple(map(tuple, grid[1:])), start)
    if any(cell.endswith("\\") for row in (made.head, *made.rows) for cell in row):
        return  # a bar after it would be part of the words, in any Markdown
    if any(cell.strip(" >") != cell for row in (made.head, *made.rows) for cell in row):
        return
    again = table_at(made.text, 1)

    assert again is not None
    assert (again.head, again.rows) == (made.head, made.rows)
