"""Parting a column into pages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from handbook.app.paper.pages import Hold, PagePart, Strip, pages_of

ROOM = 100


def column(*strips: tuple[float, Hold]) -> list[Strip]:
    """Strips under each other, each with its height."""
    built: list[Strip] = []
    top = 0.0
    for height, hold in strips:
        built.append(Strip(top, top + height, hold))
        top += height
    return built


def test_nothing_is_still_a_page() -> None:
    assert pages_of([], ROOM) == (PagePart(0, 0),)


def test_a_page_is_filled_as_far_as_lines_fit() -> None:
    lines = column(*[(30, Hold.FREE)] * 5)

    assert pages_of(lines, ROOM) == (PagePart(0, 90), PagePart(90, 150))


@pytest.mark.parametrize("hold", [Hold.CLAUSE, Hold.BOX, Hold.LINE])
def test_what_holds_together_goes_to_the_next_page_whole(hold: Hold) -> None:
    lines = column((60, Hold.FREE), (30, hold), (30, Hold.FREE))

    assert pages_of(lines, ROOM) == (PagePart(0, 60), PagePart(60, 120))


def test_what_is_too_high_for_a_page_is_parted_where_it_holds_least() -> None:
    lines = column((50, Hold.LINE), (40, Hold.CLAUSE), (60, Hold.BOX), (30, Hold.FREE))

    assert pages_of(lines, ROOM) == (PagePart(0, 90), PagePart(90, 180))


def test_a_page_does_not_begin_with_the_room_above_its_first_line() -> None:
    lines = [Strip(40, 90), Strip(120, 200)]

    assert pages_of(lines, ROOM) == (PagePart(40, 90), PagePart(120, 200))


@given(some.lists(some.tuples(some.floats(1, 140), some.sampled_from(Hold)), max_size=40))
def test_every_line_is_on_one_page_and_no_page_is_too_full(
    strips: list[tuple[float, Hold]],
) -> None:
    lines = column(*strips)
    pages = pages_of(lines, ROOM)

    for line in lines:
        held = [p for p in pages if p.top <= line.top and line.bottom <= p.bottom]
        assert len(held) == 1
    for page in pages:
        inside = [line for line in lines if page.top <= line.top < page.bottom]
        assert page.bottom - page.top <= ROOM + 0.001 or len(inside) == 1
