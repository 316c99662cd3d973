"""What a reader has confirmed: kept whole or not at all, and never who answered what."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from handbook.domain.confirming import Confirmation
from handbook.domain.errors import NotKept
from handbook.domain.receipt import Receipt
from handbook.state.bookmarks import BookmarkStore
from handbook.state.confirmations import ConfirmationStore
from handbook.state.store import FILE, Keeping, open_store

TODAY = date(2026, 11, 21)
DATABASES = Path(__file__).parents[1] / "fixtures" / "databases"


def confirmation(version: str = "2.0", day: date = TODAY) -> Confirmation:
    return Confirmation("rules", version, "d" * 64, day)


def receipt(version: str = "2.0", mark: str = "0" * 32) -> Receipt:
    time = datetime(2026, 11, 21, 9, tzinfo=UTC)
    return Receipt("rules", version, "d" * 64, "jo", "laptop", time, mark)


def test_a_confirmation_survives_a_restart(tmp_path: Path) -> None:
    first = open_store(tmp_path)
    ConfirmationStore(first).confirm(confirmation(), "# Rules – all\n", receipt())
    first.close()

    again = open_store(tmp_path)
    store = ConfirmationStore(again)

    assert store.all() == (confirmation(),)
    assert store.text("rules") == "# Rules – all\n"
    assert store.waiting() == ((receipt().name, receipt().data),)
    again.close()


def test_every_version_is_kept_and_the_text_of_the_newest() -> None:
    store = ConfirmationStore.in_memory()
    old = confirmation("1.0", date(2025, 9, 1))
    store.confirm(old, "old", receipt("1.0"))
    store.confirm(confirmation(), "new", receipt())

    assert store.all() == (old, confirmation())
    assert store.last() == {"rules": confirmation()}
    assert store.text("rules") == "new"
    assert store.text("other") is None


def test_a_text_that_does_not_unpack_is_none() -> None:
    store = ConfirmationStore.in_memory()
    store.confirm(confirmation(), "new", receipt())
    store._connection.execute("UPDATE confirmed_text SET source = x'00'")

    assert store.text("rules") is None


def test_a_receipt_waits_until_it_is_copied() -> None:
    store = ConfirmationStore.in_memory()
    store.confirm(confirmation(), "new", receipt())
    store.confirm(confirmation(), "new", receipt())
    store.confirm(confirmation(), "new", receipt(mark="1" * 32))

    store.copied([receipt().name], TODAY)

    assert [name for name, _ in store.waiting()] == [receipt(mark="1" * 32).name]


def test_a_version_is_asked_since_the_first_day() -> None:
    store = ConfirmationStore.in_memory()
    rules, other = ("rules", "2.0"), ("other", "1")
    store.asked([rules], date(2026, 11, 1))

    assert store.asked([rules, other], TODAY) == {rules: date(2026, 11, 1), other: TODAY}


def test_what_was_opened_to_confirm_it_is_known_until_it_is_confirmed() -> None:
    store = ConfirmationStore.in_memory()
    store.begin("rules", "2.0")
    store.begin("rules", "2.0")

    assert store.has_begun("rules", "2.0")
    assert not store.has_begun("rules", "3.0")
    store.confirm(confirmation(), "new", receipt())
    assert not store.has_begun("rules", "2.0")


def test_what_cannot_be_written_is_said_and_leaves_nothing() -> None:
    store = ConfirmationStore.in_memory()
    store._connection.execute(
        "CREATE TRIGGER full BEFORE INSERT ON receipt BEGIN SELECT RAISE(ABORT, 'full'); END"
    )

    with pytest.raises(NotKept):
        store.confirm(confirmation(), "new", receipt())

    assert store.all() == ()
    assert store.text("rules") is None


def test_what_need_not_be_written_is_let_go() -> None:
    store = ConfirmationStore.in_memory()
    store.confirm(confirmation(), "new", receipt())
    store._connection.execute("PRAGMA query_only = ON")

    store.begin("other", "1")
    store.copied([receipt().name], TODAY)

    assert store.asked([("other", "1")], TODAY) == {("other", "1"): TODAY}
    assert not store.has_begun("other", "1")
    assert len(store.waiting()) == 1


def test_a_day_that_is_none_keeps_nobody_from_the_rest() -> None:
    store = ConfirmationStore.in_memory()
    store.confirm(confirmation(), "new", receipt())
    store._connection.execute("INSERT INTO confirmation VALUES ('other', '1', 'soon', 'd')")
    store._connection.execute("INSERT INTO asked VALUES ('other', '1', '')")

    assert store.all() == (confirmation(),)
    assert store.asked([], TODAY) == {}
    assert store.asked([("other", "1")], TODAY) == {("other", "1"): TODAY}


def test_it_is_said_how_long_it_is_kept() -> None:
    assert ConfirmationStore.in_memory().keeping is Keeping.UNTIL_CLOSED


def test_the_second_schema_is_migrated_with_all_it_held(tmp_path: Path) -> None:
    old = sqlite3.connect(tmp_path / FILE)
    old.executescript((DATABASES / "schema-2.sql").read_text("utf-8"))
    row = ("rules", "one", "Rules", "1", "1", "One", "Ask.", "2026-11-01T10:00:00+00:00", "mine")
    old.execute("INSERT INTO bookmark VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '')", row)
    old.commit()
    old.close()

    connection = open_store(tmp_path)

    (kept,) = BookmarkStore(connection).all()
    assert kept.note == "mine"
    store = ConfirmationStore(connection)
    assert store.all() == ()
    store.confirm(confirmation(), "new", receipt())
    assert store.last() == {"rules": confirmation()}
    connection.close()


def test_confirmations_survive_a_kill_at_any_moment(tmp_path: Path) -> None:
    script = """
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from handbook.domain.confirming import Confirmation
from handbook.domain.receipt import Receipt
from handbook.state.confirmations import ConfirmationStore
from handbook.state.store import open_store

store = ConfirmationStore(open_store(Path(sys.argv[1])))
time = datetime(2026, 11, 21, 9, tzinfo=UTC)
for number in range(100000):
    each = Confirmation("rules", str(number), "d" * 64, date(2026, 11, 21))
    receipt = Receipt("rules", str(number), "d" * 64, "jo", "laptop", time, "0" * 32)
    store.confirm(each, f"text {number}", receipt)
    print(number, flush=True)
"""
    writer = subprocess.Popen(
        [sys.executable, "-c", script, str(tmp_path)], stdout=subprocess.PIPE, text=True
    )
    assert writer.stdout is not None
    said = [int(writer.stdout.readline()) for _ in range(40)]
    writer.kill()
    rest, _ = writer.communicate()
    said += [int(line) for line in rest.split()]

    connection = open_store(tmp_path)
    store = ConfirmationStore(connection)
    numbers = sorted(int(each.version) for each in store.all())

    # All that were said to be kept, and perhaps the one after, each with text and receipt.
    assert numbers in (said, [*said, said[-1] + 1])
    assert store.text("rules") == f"text {numbers[-1]}"
    assert len(store.waiting()) == len(numbers)
    connection.close()
