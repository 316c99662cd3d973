"""The latest day that the clock has shown."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from handbook.state.kept_row import LATEST_DAY, KeptRow
from handbook.state.latest_day import LatestDay
from handbook.state.store import open_store


def test_a_day_is_there_at_the_next_start_and_nothing_beside_it(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    assert LatestDay(store).read() is None
    LatestDay(store).keep(date(2026, 11, 21))
    store.close()

    store = open_store(tmp_path)
    assert LatestDay(store).read() == date(2026, 11, 21)
    assert KeptRow(store, LATEST_DAY).read() == "2026-11-21"
    store.close()


def test_what_is_no_day_is_none() -> None:
    days = LatestDay.in_memory()
    days._row.keep("the day before yesterday")

    assert days.read() is None
