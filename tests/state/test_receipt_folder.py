"""Receipts in a folder that is full, gone, or closed to those who write there."""

from __future__ import annotations

import errno
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from handbook.domain.receipt import Receipt
from handbook.state.receipt_folder import (
    PART,
    Copying,
    copy_receipts,
    read_receipt_file,
    receipt_files,
    restore_receipts,
)

ONE, TWO = ("1.receipt.json", b"one"), ("2.receipt.json", b"two")
posix_user = pytest.mark.skipif(
    os.name == "nt" or os.getuid() == 0, reason="rights of a folder bind no administrator"
)


def held(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_each_receipt_is_one_file(tmp_path: Path) -> None:
    done = copy_receipts(tmp_path, [ONE, TWO])

    assert (done.names, done.problem) == (("1.receipt.json", "2.receipt.json"), "")
    assert held(tmp_path) == dict([ONE, TWO])


def test_copying_again_makes_no_second_file(tmp_path: Path) -> None:
    copy_receipts(tmp_path, [ONE])

    assert copy_receipts(tmp_path, [ONE]).names == ("1.receipt.json",)
    assert held(tmp_path) == dict([ONE])


def test_a_receipt_that_is_there_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / ONE[0]).write_bytes(b"there")

    copy_receipts(tmp_path, [ONE])

    assert held(tmp_path) == {ONE[0]: b"there"}


@pytest.mark.parametrize("folder", ["gone", "gone/below", "file"])
def test_a_folder_that_is_not_there_is_said(tmp_path: Path, folder: str) -> None:
    (tmp_path / "file").write_bytes(b"")

    done = copy_receipts(tmp_path / folder, [ONE, TWO])

    assert done.names == ()
    assert done.problem
    assert held(tmp_path) == {"file": b""}


@pytest.mark.parametrize("fault", ["fsync", "write", "rename"])
def test_a_fault_half_way_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    def fail_open(handle: int, *_: object) -> None:
        os.close(handle)
        fail()

    if fault == "rename":
        monkeypatch.setattr(Path, "replace", fail)
    elif fault == "fsync":
        monkeypatch.setattr(os, "fsync", fail)
    else:
        monkeypatch.setattr(os, "fdopen", fail_open)

    done = copy_receipts(tmp_path, [ONE, TWO])
    monkeypatch.undo()

    assert (done.names, done.problem) == ((), "No space left on device")
    assert held(tmp_path) == {}
    assert copy_receipts(tmp_path, [ONE, TWO]).names == (ONE[0], TWO[0])


def test_the_first_that_cannot_be_written_ends_the_attempt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A share that does not answer costs one wait, not one for each receipt."""
    tried: list[object] = []

    def fail(path: object, *_: object) -> int:
        tried.append(path)
        raise OSError(errno.ETIMEDOUT, "Connection timed out")

    monkeypatch.setattr(os, "open", fail)
    done = copy_receipts(tmp_path, [ONE, TWO])
    monkeypatch.undo()

    assert done.problem == "Connection timed out"
    assert len(tried) == 1


@posix_user
def test_a_folder_that_may_be_written_and_not_read_takes_receipts(tmp_path: Path) -> None:
    folder = tmp_path / "receipts"
    folder.mkdir()
    folder.chmod(0o300)

    assert copy_receipts(folder, [ONE]).names == (ONE[0],)
    assert copy_receipts(folder, [ONE]).names == (ONE[0],)
    folder.chmod(0o700)
    assert held(folder) == dict([ONE])


def test_only_receipts_are_read_and_never_more_than_one_has(tmp_path: Path) -> None:
    copy_receipts(tmp_path, [TWO, ONE])
    (tmp_path / f"3.receipt.json.ab{PART}").write_bytes(b"half")
    (tmp_path / "notes.txt").write_bytes(b"")
    (tmp_path / "4.receipt.json").write_bytes(b"x" * 9000)

    files = list(receipt_files(tmp_path))

    assert [path.name[0] for path in files] == ["1", "2", "4"]
    assert len(read_receipt_file(files[-1])) == 4097


def receipt(policy: str, hour: int) -> tuple[str, bytes]:
    time = datetime(2026, 11, 21, hour, tzinfo=UTC)
    made = Receipt(policy, "1", "d" * 64, "jo", "laptop", time, "0" * 32)
    return made.name, made.data


def test_of_each_policy_the_newest_receipt_is_put_back(tmp_path: Path) -> None:
    sent = [receipt("phones", 9), receipt("phones", 11), receipt("phones", 10)]
    sent += [receipt("gifts", 8), ("odd.receipt.json", b"odd")]

    done = restore_receipts(tmp_path, sent)

    assert done.problem == ""
    assert held(tmp_path) == dict([sent[1], sent[3]])
    assert restore_receipts(tmp_path, sent).names == ()


def test_what_is_there_unseen_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some folders let nobody look at what lies there, not even its writer."""

    def refused(_: Path) -> None:
        raise PermissionError(errno.EACCES, "Access is denied")

    monkeypatch.setattr(Path, "lstat", refused)

    assert restore_receipts(tmp_path, [receipt("phones", 9)]) == Copying()


def test_a_folder_that_is_gone_takes_nothing_back(tmp_path: Path) -> None:
    done = restore_receipts(tmp_path / "gone", [receipt("phones", 9)])

    assert (done.names, done.problem) == ((), "No such file or directory")
