"""Receipts on their way: a folder that is gone, slow or back again costs nobody anything."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from handbook.app.receipt_carrier import ReceiptCarrier, Receipts
from handbook.domain.confirming import Confirmation
from handbook.domain.receipt import Receipt
from handbook.state.confirmations import ConfirmationStore
from handbook.state.receipt_folder import Copying, copy_receipts

TODAY = date(2026, 11, 21)


def confirm(store: ConfirmationStore, version: str = "1", hour: int = 9) -> Receipt:
    time_ = datetime(2026, 11, 21, hour, tzinfo=UTC)
    receipt = Receipt("rules", version, "d" * 64, "jo", "laptop", time_, "0" * 32)
    store.confirm(Confirmation("rules", version, "d" * 64, TODAY), "text", receipt)
    return receipt


@pytest.fixture
def store() -> ConfirmationStore:
    return ConfirmationStore.in_memory()


def carrier(store: ConfirmationStore, folder: Path, parent: QObject) -> ReceiptCarrier:
    return ReceiptCarrier(store, folder, lambda: TODAY, parent)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_receipt_is_copied_and_waits_no_longer(
    qtbot: QtBot, store: ConfirmationStore, tmp_path: Path
) -> None:
    receipt = confirm(store)
    owner = QObject()
    with qtbot.waitSignal((carrying := carrier(store, tmp_path, owner)).changed):
        carrying.go()

    assert names(tmp_path) == [receipt.name]
    assert store.waiting() == ()
    carrying.go()
    carrying.close()


def test_it_begins_by_itself_after_the_start_and_goes_on(
    qtbot: QtBot, store: ConfirmationStore, tmp_path: Path
) -> None:
    owner = QObject()
    folder = tmp_path / "share"
    carrying = carrier(store, folder, owner)
    confirm(store)
    carrying.start(after_ms=0, each_ms=20)
    qtbot.waitUntil(lambda: bool(carrying.problem))

    folder.mkdir()
    qtbot.waitUntil(lambda: store.waiting() == ())

    assert len(names(folder)) == 1
    assert carrying.problem == ""
    carrying.close()


def test_a_folder_that_was_emptied_gets_what_counts_again(
    qtbot: QtBot, store: ConfirmationStore, tmp_path: Path
) -> None:
    owner = QObject()
    confirm(store, "1")
    newest = confirm(store, "2", hour=10)
    with qtbot.waitSignal((carrying := carrier(store, tmp_path, owner)).changed):
        carrying.go()
    carrying.close()
    assert len(names(tmp_path)) == 2
    for path in tmp_path.iterdir():
        path.unlink()

    again = carrier(store, tmp_path, owner)  # the next start
    again.go()
    qtbot.waitUntil(lambda: names(tmp_path) == [newest.name])
    again.close()


def test_it_looks_once_a_day_whether_they_are_there(
    qtbot: QtBot, store: ConfirmationStore, tmp_path: Path
) -> None:
    """A laptop may stay on for weeks; a look an hour would only wake the server."""
    owner, days = QObject(), [TODAY]
    receipt = confirm(store)
    carrying = ReceiptCarrier(store, tmp_path, lambda: days[-1], owner)
    carrying.go()
    qtbot.waitUntil(lambda: store.waiting() == ())
    carrying.go()
    qtbot.waitUntil(lambda: carrying._looked == TODAY and not carrying._thread.is_busy)
    (tmp_path / receipt.name).unlink()
    carrying.go()
    assert not carrying._thread.is_busy

    days.append(TODAY + timedelta(days=1))
    carrying.go()
    qtbot.waitUntil(lambda: names(tmp_path) == [receipt.name])
    carrying.close()


def test_a_folder_that_is_gone_is_looked_at_again(
    qtbot: QtBot, store: ConfirmationStore, tmp_path: Path
) -> None:
    owner = QObject()
    receipt = confirm(store)
    store.copied([receipt.name], TODAY)
    share = tmp_path / "share"
    carrying = carrier(store, share, owner)
    carrying.go()
    qtbot.waitUntil(lambda: bool(carrying.problem))

    share.mkdir()
    carrying.go()
    qtbot.waitUntil(lambda: names(share) == [receipt.name])
    qtbot.waitUntil(lambda: carrying.problem == "")
    carrying.close()


def test_nothing_touches_the_folder_where_nothing_waits(
    store: ConfirmationStore, tmp_path: Path
) -> None:
    owner = QObject()
    asked: list[Path] = []

    def copy(folder: Path, receipts: Receipts) -> Copying:
        asked.append(folder)
        return copy_receipts(folder, receipts)

    carrying = ReceiptCarrier(store, tmp_path, lambda: TODAY, owner, copy)
    carrying.go()
    carrying.close()

    assert asked == []


def test_a_share_that_hangs_holds_up_nothing_and_is_asked_once(
    qtbot: QtBot, store: ConfirmationStore, tmp_path: Path
) -> None:
    owner, gate = QObject(), Event()
    begun: list[int] = []

    def hang(folder: Path, receipts: Receipts) -> Copying:
        begun.append(len(receipts))
        gate.wait(20)
        return copy_receipts(folder, receipts)

    carrying = ReceiptCarrier(store, tmp_path, lambda: TODAY, owner, hang)
    confirm(store)
    at = time.monotonic()
    carrying.go()
    confirm(store, "2")
    for _ in range(5):
        carrying.go()
    assert time.monotonic() - at < 1
    qtbot.waitUntil(lambda: begun == [1])

    gate.set()
    qtbot.waitUntil(lambda: store.waiting() == ())

    assert begun == [1, 1]  # what was confirmed meanwhile went after it
    assert len(names(tmp_path)) == 2
    carrying.close()


def test_a_closed_window_waits_for_nothing(
    qtbot: QtBot, store: ConfirmationStore, tmp_path: Path
) -> None:
    owner, gate = QObject(), Event()

    def hang(_: Path, receipts: Receipts) -> Copying:
        gate.wait(20)
        return Copying(tuple(name for name, _ in receipts))

    carrying = ReceiptCarrier(store, tmp_path, lambda: TODAY, owner, hang)
    confirm(store)
    carrying.go()
    at = time.monotonic()
    carrying.close()
    assert time.monotonic() - at < 1
    gate.set()
    qtbot.wait(50)

    assert len(store.waiting()) == 1  # it goes at the next start, to the same name


def test_a_slip_of_the_program_is_no_end(
    qtbot: QtBot, store: ConfirmationStore, tmp_path: Path
) -> None:
    owner = QObject()
    fails = [True]

    def copy(folder: Path, receipts: Receipts) -> Copying:
        if fails.pop() if fails else False:
            raise ValueError("odd")
        return copy_receipts(folder, receipts)

    carrying = ReceiptCarrier(store, tmp_path, lambda: TODAY, owner, copy)
    confirm(store)
    carrying.go()
    qtbot.waitUntil(lambda: carrying.problem == "ValueError")
    carrying.go()
    qtbot.waitUntil(lambda: store.waiting() == ())
    carrying.close()
