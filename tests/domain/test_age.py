"""How old the handbook is, and a clock that cannot be right."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.domain.age import Bearer, Witness, against_clock, is_past, newest_day

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("bearer", "days"), [(Bearer.PACK, 1), (Bearer.CLOCK, 1), (Bearer.POLICY, 90)]
)
def test_a_day_ahead_speaks_against_the_clock_beyond_what_is_ordinary(
    bearer: Bearer, days: int
) -> None:
    ordinary = Witness(TODAY + timedelta(days), bearer)
    further = Witness(TODAY + timedelta(days + 1), bearer)

    assert against_clock(TODAY, [ordinary]) is None
    assert against_clock(TODAY, [further]) == further


def test_of_several_days_the_newest_is_named() -> None:
    pack = Witness(date(2027, 1, 1), Bearer.PACK)
    clock = Witness(date(2027, 3, 1), Bearer.CLOCK)

    assert against_clock(TODAY, [clock, pack]) == clock
    assert against_clock(TODAY, []) is None


def test_the_day_to_check_again_by_is_itself_in_time() -> None:
    assert not is_past(TODAY, TODAY)
    assert is_past(TODAY, TODAY + timedelta(1))
    assert not is_past(None, TODAY)


@given(days=st.lists(st.dates(), min_size=1))
def test_the_latest_day_only_grows(days: list[date]) -> None:
    kept: date | None = None
    for day in days:
        kept = newest_day(kept, day)

    assert kept == max(days)
