"""A table with more columns than a line has room for."""

from __future__ import annotations

import pytest

from handbook.app.document.tables import as_list, is_too_wide
from handbook.domain.blocks import Span, Table, block_texts


def table(*rows: tuple[str, ...]) -> Table:
    head, *others = (tuple((Span(cell),) if cell else () for cell in row) for row in rows)
    return Table(head, tuple(others), 7)


@pytest.mark.parametrize(
    ("rows", "wide"),
    [
        ((("When", "Who"), ("At once", "The headteacher")), False),
        ((("A",) * 8, ("1",) * 8), False),
        ((("When",) * 5, ("responsibility",) * 5), True),
        ((("When",) * 5, ("well-known-and-long",) * 5), False),
        ((("When",) * 12, ("",) * 12), True),
    ],
)
def test_it_is_too_wide_where_a_word_would_be_broken(
    rows: tuple[tuple[str, ...], ...], wide: bool
) -> None:
    assert is_too_wide(table(*rows)) is wide


def test_each_row_is_then_a_list_under_its_first_cell_and_no_word_is_lost() -> None:
    shown = as_list(
        table(("When", "Who", "How"), ("Today", "The head", ""), ("Later", "", "Post"))
    )

    assert list(block_texts(shown)) == ["Today", "Who: The head", "Later", "How: Post"]
