"""A row that a part of the window keeps by itself."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from handbook.state.kept_row import APART, WINDOW_PLACE, KeptRow
from handbook.state.preferences import PreferenceStore
from handbook.state.store import open_store


def test_what_was_kept_is_there_at_the_next_start(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    assert KeptRow(store, WINDOW_PLACE).read() == ""

    KeptRow(store, WINDOW_PLACE).keep("first")
    KeptRow(store, WINDOW_PLACE).keep("second")
    store.close()

    store = open_store(tmp_path)
    assert KeptRow(store, WINDOW_PLACE).read() == "second"
    store.close()


@pytest.mark.parametrize("name", APART)
def test_preferences_that_are_replaced_whole_put_no_old_row_back(
    tmp_path: Path, name: str
) -> None:
    store = open_store(tmp_path)
    row, preferences = KeptRow(store, name), PreferenceStore(store)
    row.keep("before")
    held = preferences.read()
    row.keep("after")
    preferences.keep(replace(held, text_size=150))

    assert row.read() == "after"
    store.close()


def test_what_cannot_be_written_is_let_go(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    store.execute("PRAGMA query_only = ON")
    KeptRow(store, WINDOW_PLACE).keep("place")

    assert KeptRow(store, WINDOW_PLACE).read() == ""
    store.close()
