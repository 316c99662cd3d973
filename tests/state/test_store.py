"""The reader's own database: kept, migrated, set aside when damaged."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from handbook.state.preferences import TEXT_SIZES, Preferences, PreferenceStore, ThemeChoice
from handbook.state.store import FILE, open_copy, open_store, set_aside


def day() -> date:
    return date(2026, 11, 21)


def test_preferences_survive_a_restart(tmp_path: Path) -> None:
    kept = Preferences(
        ThemeChoice.DARK, 150, warm_sheet=True, less_movement=True, letter_keys=False
    )
    first = open_store(tmp_path)
    PreferenceStore(first).keep(kept)
    first.close()

    again = open_store(tmp_path)

    assert PreferenceStore(again).read() == kept
    again.close()


def test_preferences_survive_a_kill_at_any_moment(tmp_path: Path) -> None:
    script = """
import sys
from itertools import cycle
from pathlib import Path
from handbook.state.preferences import TEXT_SIZES, Preferences, PreferenceStore, ThemeChoice
from handbook.state.store import open_store

store = PreferenceStore(open_store(Path(sys.argv[1])))
for size in cycle(TEXT_SIZES):
    even = TEXT_SIZES.index(size) % 2 == 0
    theme = ThemeChoice.DARK if even else ThemeChoice.LIGHT
    store.keep(Preferences(theme, size, warm_sheet=even, letter_keys=not even))
    print(size, flush=True)
"""
    for _ in range(3):
        writer = subprocess.Popen(
            [sys.executable, "-c", script, str(tmp_path)], stdout=subprocess.PIPE, text=True
        )
        assert writer.stdout is not None
        said = [int(writer.stdout.readline()) for _ in range(40)]
        writer.kill()
        rest, _ = writer.communicate()
        said += [int(line) for line in rest.split()]

        connection = open_store(tmp_path)
        read = PreferenceStore(connection).read()
        connection.close()

        # The last one that was said to be kept, or the one after it, whole.
        after = TEXT_SIZES[(TEXT_SIZES.index(said[-1]) + 1) % len(TEXT_SIZES)]
        assert read.text_size in (said[-1], after)
        even = TEXT_SIZES.index(read.text_size) % 2 == 0
        assert read == Preferences(
            ThemeChoice.DARK if even else ThemeChoice.LIGHT,
            read.text_size,
            warm_sheet=even,
            letter_keys=not even,
        )


def test_a_setting_of_a_newer_program_is_kept(tmp_path: Path) -> None:
    store = PreferenceStore(open_store(tmp_path))
    store.keep(Preferences(others={"voice": "slow"}))
    store.keep(replace(store.read(), text_size=130))

    assert store.read() == Preferences(text_size=130, others={"voice": "slow"})


def test_put_back_leaves_what_a_newer_program_set() -> None:
    kept = Preferences(ThemeChoice.DARK, 150, others={"voice": "slow"})

    assert kept.usual() == Preferences(others={"voice": "slow"})


@pytest.mark.parametrize(
    ("name", "value"), [("theme", "mauve"), ("text_size", "101"), ("letter_keys", "perhaps")]
)
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


def test_whoever_opens_it_is_told_what_was_damaged(tmp_path: Path) -> None:
    told: list[str] = []
    open_store(tmp_path, day, told.append).close()
    (tmp_path / FILE).write_bytes(b"damaged")

    open_store(tmp_path, day, told.append).close()

    assert told == [f"{FILE}.damaged-2026-11-21"]


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

    assert connection.execute("PRAGMA user_version").fetchone() == (3,)


def everything_in(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_copy_of_the_readers_data_writes_nothing(tmp_path: Path) -> None:
    first = open_store(tmp_path)
    PreferenceStore(first).keep(Preferences(ThemeChoice.DARK, 150))
    first.close()
    before = everything_in(tmp_path)

    copy = open_copy(tmp_path)
    assert PreferenceStore(copy).read() == Preferences(ThemeChoice.DARK, 150)
    PreferenceStore(copy).keep(Preferences(ThemeChoice.LIGHT, 200))
    copy.close()

    assert everything_in(tmp_path) == before


@pytest.mark.parametrize("data", [None, b"", b"no database at all, but long enough to be one"])
def test_a_copy_of_what_cannot_be_read_is_empty(data: bytes | None, tmp_path: Path) -> None:
    if data is not None:
        (tmp_path / FILE).write_bytes(data)

    copy = open_copy(tmp_path)

    assert PreferenceStore(copy).read() == Preferences()
    copy.close()
    assert everything_in(tmp_path) == ({} if data is None else {str(tmp_path / FILE): data})
