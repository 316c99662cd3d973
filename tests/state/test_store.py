"""The reader's own database: kept, migrated, set aside when damaged."""

from __future__ import annotations

import os
import sqlite3
from datetime import date
from pathlib import Path

import pytest

from handbook.state.preferences import Preferences, PreferenceStore, ThemeChoice
from handbook.state.store import FILE, open_store, set_aside


def day() -> date:
    return date(2026, 11, 21)


def test_preferences_survive_a_restart(tmp_path: Path) -> None:
    first = open_store(tmp_path)
    PreferenceStore(first).keep(Preferences(ThemeChoice.DARK, 150))
    first.close()

    again = open_store(tmp_path)

    assert PreferenceStore(again).read() == Preferences(ThemeChoice.DARK, 150)
    again.close()


def test_a_setting_of_a_newer_program_is_kept(tmp_path: Path) -> None:
    store = PreferenceStore(open_store(tmp_path))
    store.keep(Preferences(others={"warm_sheet": "yes"}))

    assert store.read().others == {"warm_sheet": "yes"}


@pytest.mark.parametrize(("name", "value"), [("theme", "mauve"), ("text_size", "101")])
def test_a_value_that_makes_no_sense_has_its_default(
    tmp_path: Path, name: str, value: str
) -> None:
    connection = open_store(tmp_path)
    connection.execute("INSERT INTO preference VALUES (?, ?)", (name, value))

    assert PreferenceStore(connection).read() == Preferences()


def test_text_sizes_go_up_and_down_and_stop_at_the_ends() -> None:
    assert Preferences(text_size=100).bigger() == 115
    assert Preferences(text_size=200).bigger() == 200
    assert Preferences(text_size=100).smaller() == 90
    assert Preferences(text_size=90).smaller() == 90


@pytest.mark.parametrize(
    "damage", [b"no database at all", b"SQLite format 3\x00" + b"\xff" * 4096]
)
def test_a_damaged_file_is_kept_beside_the_new_one(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / FILE).write_bytes(damage)

    connection = open_store(tmp_path, day)

    assert PreferenceStore(connection).read() == Preferences()
    assert (tmp_path / f"{FILE}.damaged-2026-11-21").read_bytes() == damage
    connection.close()


def test_two_damaged_files_of_one_day_are_both_kept(tmp_path: Path) -> None:
    for content in ("one", "two"):
        (tmp_path / FILE).write_text(content)
        set_aside(tmp_path / FILE, day())

    assert (tmp_path / f"{FILE}.damaged-2026-11-21").read_text() == "one"
    assert (tmp_path / f"{FILE}.damaged-2026-11-21-2").read_text() == "two"


def test_setting_aside_nothing_is_nothing(tmp_path: Path) -> None:
    assert set_aside(tmp_path / "none", day()) is None


def test_a_folder_that_cannot_be_made_leaves_the_data_in_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    connection = open_store(tmp_path / "file" / "folder")
    PreferenceStore(connection).keep(Preferences(text_size=130))

    assert PreferenceStore(connection).read().text_size == 130


@pytest.mark.skipif(os.name == "nt", reason="a folder in a file's place says another error")
def test_a_folder_in_the_files_place_leaves_the_data_in_memory(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()

    connection = open_store(tmp_path)

    assert connection.execute("PRAGMA database_list").fetchone()[2] == ""


def test_an_old_file_is_migrated(tmp_path: Path) -> None:
    sqlite3.connect(tmp_path / FILE).close()

    connection = open_store(tmp_path)

    assert connection.execute("PRAGMA user_version").fetchone() == (1,)
