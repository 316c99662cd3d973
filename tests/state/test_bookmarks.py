"""Saved clauses and the last place: kept, taken away, and whole after a sudden end."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from handbook.domain.bookmark import Bookmark
from handbook.domain.clause_ref import ClauseRef
from handbook.domain.errors import NotKept
from handbook.state.bookmarks import BookmarkStore
from handbook.state.last_place import PlaceStore
from handbook.state.preferences import Preferences, PreferenceStore, ThemeChoice
from handbook.state.store import FILE, Keeping, keeping, open_store
from tests.cases import FIXTURES

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)
PHOTOS = ClauseRef("phones", "photos")
unix = pytest.mark.skipif(os.name == "nt", reason="Windows guards folders by access lists")


def bookmark(ref: ClauseRef = PHOTOS, note: str = "") -> Bookmark:
    return Bookmark(
        ref, "Phones on trips", "1.0", "2.2", "Photos of pupils", "Use the camera.", NOON, note
    )


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    connection = open_store(tmp_path)
    yield connection
    connection.close()


@pytest.fixture
def store(connection: sqlite3.Connection) -> BookmarkStore:
    return BookmarkStore(connection)


def test_a_bookmark_is_there_after_a_restart(tmp_path: Path) -> None:
    kept = replace(bookmark(), note="Ask the office.", noted=NOON)
    first = open_store(tmp_path)
    BookmarkStore(first).save(kept)
    first.close()

    again = open_store(tmp_path)
    assert BookmarkStore(again).all() == (kept,)
    assert BookmarkStore(again).find(PHOTOS) == kept
    again.close()


def test_a_clause_is_saved_once(store: BookmarkStore) -> None:
    store.save(bookmark())
    store.save(replace(bookmark(), text="Use the school's camera."))

    assert [each.text for each in store.all()] == ["Use the school's camera."]


def test_the_clauses_of_one_policy_are_told_apart_from_others(store: BookmarkStore) -> None:
    for ref in (PHOTOS, ClauseRef("phones", "lost"), ClauseRef("visitors", "badge")):
        store.save(bookmark(ref))

    assert store.clauses_of("phones") == {"photos", "lost"}
    assert store.clauses_of("trips") == frozenset()
    assert store.find(ClauseRef("trips", "photos")) is None


def test_a_note_is_written_and_taken_away(store: BookmarkStore) -> None:
    store.save(bookmark())
    later = NOON + timedelta(days=1)
    store.keep_note(PHOTOS, "Ask the office.", later)
    assert store.all() == (replace(bookmark(), note="Ask the office.", noted=later),)

    store.keep_note(PHOTOS, "", later)
    assert store.all() == (bookmark(),)


def test_times_are_kept_in_utc(store: BookmarkStore) -> None:
    summer = datetime(2026, 7, 1, 9, 30, tzinfo=timezone(timedelta(hours=1)))
    store.save(replace(bookmark(), saved=summer))

    (kept,) = store.all()
    assert kept.saved == summer
    assert kept.saved.utcoffset() == timedelta(0)


def test_a_time_without_a_zone_is_refused(store: BookmarkStore) -> None:
    with pytest.raises(ValueError, match="zone"):
        store.save(replace(bookmark(), saved=datetime(2026, 7, 1)))  # noqa: DTZ001 - the case


def test_half_a_character_in_a_note_does_no_harm(store: BookmarkStore) -> None:
    store.save(bookmark())
    store.keep_note(PHOTOS, "trip \ud83d phone", NOON)

    assert [each.note for each in store.all()] == ["trip ? phone"]


def test_what_is_removed_is_gone_from_every_file(tmp_path: Path, store: BookmarkStore) -> None:
    store.save(bookmark(note="about the Easter trip"))
    store.keep_note(PHOTOS, "another thought on Easter", NOON)
    assert store.all()
    store.remove(PHOTOS)

    assert store.all() == ()
    left = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"Easter" not in left
    assert b"camera" not in left


def test_removing_what_is_not_there_is_nothing(store: BookmarkStore) -> None:
    store.remove(PHOTOS)

    assert store.all() == ()


def test_what_cannot_be_written_is_said(
    store: BookmarkStore, connection: sqlite3.Connection
) -> None:
    store.save(bookmark())
    connection.execute("PRAGMA query_only = ON")

    for write in (
        lambda: store.save(bookmark()),
        lambda: store.keep_note(PHOTOS, "no", NOON),
        lambda: store.remove(PHOTOS),
    ):
        with pytest.raises(NotKept):
            write()
    assert store.all() == (bookmark(),)


def test_a_place_is_handed_out_once(tmp_path: Path, connection: sqlite3.Connection) -> None:
    places = PlaceStore(connection)
    assert places.take() is None
    places.keep(ClauseRef("visitors", "badge"))
    places.keep(PHOTOS)

    assert places.take() == PHOTOS
    assert places.take() is None
    left = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"photos" not in left
    assert b"badge" not in left


def test_a_place_that_cannot_be_written_is_let_go(connection: sqlite3.Connection) -> None:
    places = PlaceStore(connection)
    places.keep(PHOTOS)
    connection.execute("PRAGMA query_only = ON")
    places.keep(ClauseRef("visitors", "badge"))
    assert places.take() is None

    connection.execute("PRAGMA query_only = OFF")
    assert places.take() == PHOTOS


def test_without_a_file_everything_lasts_until_the_end() -> None:
    store, places = BookmarkStore.in_memory(), PlaceStore.in_memory()
    store.save(bookmark())
    places.keep(PHOTOS)

    assert (store.all(), places.take()) == ((bookmark(),), PHOTOS)
    assert store.keeping is Keeping.UNTIL_CLOSED


@unix
def test_only_a_file_of_ones_own_in_a_folder_of_ones_own_is_promised(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    connection = open_store(folder)
    assert keeping(connection) is Keeping.ONLY_THE_READER

    folder.chmod(0o755)
    assert keeping(connection) is Keeping.ON_THIS_COMPUTER
    folder.chmod(0o700)
    (folder / FILE).chmod(0o640)
    assert keeping(connection) is Keeping.ON_THIS_COMPUTER
    (folder / FILE).rename(folder / "moved")
    assert keeping(connection) is Keeping.ON_THIS_COMPUTER
    connection.close()


@unix
def test_a_file_that_others_could_read_is_closed_to_them_at_the_start(tmp_path: Path) -> None:
    open_store(tmp_path).close()
    (tmp_path / FILE).chmod(0o644)

    connection = open_store(tmp_path)
    BookmarkStore(connection).save(bookmark())

    assert {path.stat().st_mode & 0o777 for path in tmp_path.iterdir()} == {0o600}
    connection.close()


def test_on_windows_nothing_is_promised_about_others(
    monkeypatch: pytest.MonkeyPatch, connection: sqlite3.Connection
) -> None:
    monkeypatch.setattr("handbook.state.store.os.name", "nt")

    assert keeping(connection) is Keeping.ON_THIS_COMPUTER


@pytest.mark.parametrize("schema", sorted((FIXTURES / "databases").glob("*.sql")), ids=str)
def test_every_old_schema_still_opens(tmp_path: Path, schema: Path) -> None:
    old = sqlite3.connect(tmp_path / FILE)
    old.executescript(schema.read_text(encoding="utf-8"))
    old.close()

    connection = open_store(tmp_path)
    assert PreferenceStore(connection).read() == Preferences(
        ThemeChoice.DARK, 130, others={"not_known_yet": "yes"}
    )
    store = BookmarkStore(connection)
    store.save(bookmark())
    assert store.all() == (bookmark(),)
    assert PlaceStore(connection).take() is None
    connection.close()


WRITER = """
import sys
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from handbook.domain.bookmark import Bookmark
from handbook.domain.clause_ref import ClauseRef
from handbook.state.bookmarks import BookmarkStore
from handbook.state.store import open_store

store = BookmarkStore(open_store(Path(sys.argv[1])))
now = datetime(2026, 11, 2, tzinfo=UTC)
for number in count():
    ref = ClauseRef("phones", f"clause-{number}")
    store.save(Bookmark(ref, "Phones", "1.0", "2.2", "Photos", "Words. " * 200, now))
    store.keep_note(ref, f"note {number} " * 50, now)
    if number % 3 == 0:
        store.remove(ref)
    print(number, flush=True)
"""


@pytest.mark.skipif(os.name == "nt", reason="a process is killed in another way there")
@pytest.mark.parametrize("written", [1, 17, 60])
def test_a_program_killed_while_it_writes_leaves_a_whole_file(
    tmp_path: Path, written: int
) -> None:
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(tmp_path)], stdout=subprocess.PIPE, text=True
    )
    assert writer.stdout is not None
    last = 0
    for _ in range(written):
        last = int(writer.stdout.readline())
    writer.kill()
    told = [last, *map(int, writer.stdout.read().split())]
    writer.stdout.close()
    writer.wait()

    connection = open_store(tmp_path)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    kept = {each.ref.clause: each.note for each in BookmarkStore(connection).all()}
    for number in range(max(told) + 1):
        note = f"note {number} " * 50
        assert kept.get(f"clause-{number}") == (None if number % 3 == 0 else note)
    assert not list(tmp_path.glob("*damaged*"))
    connection.close()
