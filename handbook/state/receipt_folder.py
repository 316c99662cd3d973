"""Receipts in the school's folder: written whole, once each, and read for the report.

The folder may be one to which staff may add files and which they may not list or read.
"""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from handbook.domain.errors import BadReceipt
from handbook.domain.receipt import ENDING, LARGEST, Receipt

PART = ".part"
"""How a file ends that is being written."""


@dataclass(frozen=True, slots=True)
class Copying:
    """What came of one attempt: which receipts lie in the folder, and what was in the way."""

    names: tuple[str, ...] = ()
    problem: str = ""
    """The system's word for it; empty where all are there."""


def copy_receipts(folder: Path, receipts: Iterable[tuple[str, bytes]]) -> Copying:
    """Copy receipts into a folder that may be slow, full or gone. Never raises.

    For the background: a share that does not answer can hold this up for minutes. The first
    that cannot be written ends the attempt, for the others would wait as long.
    """
    done: list[str] = []
    for name, data in receipts:
        try:
            _copy(folder, name, data)
        except OSError as error:
            return Copying(tuple(done), error.strerror or type(error).__name__)
        done.append(name)
    return Copying(tuple(done))


def restore_receipts(folder: Path, sent: Iterable[tuple[str, bytes]]) -> Copying:
    """Copy anew what somebody has taken out of the folder: the newest receipt of each policy.

    Older ones count no more, so whoever clears them away is rid of them. Never raises; for the
    background. Only what is surely gone is copied, as not every folder says what is in it.
    """
    try:
        gone = [each for each in _newest(sent) if _is_gone(folder / each[0])]
    except OSError as error:
        return Copying((), error.strerror or type(error).__name__)
    return copy_receipts(folder, gone)


def receipt_files(folder: Path) -> Iterator[Path]:
    """The receipts of a folder, by name; raises OSError where it cannot be listed."""
    return iter(sorted(path for path in folder.iterdir() if path.name.endswith(ENDING)))


def read_receipt_file(path: Path) -> bytes:
    """The content of a receipt, and at most one byte more than one may have."""
    with path.open("rb") as file:
        return file.read(LARGEST + 1)


def _copy(folder: Path, name: str, data: bytes) -> None:
    target = folder / name
    if _is_there(target):
        return
    part = folder / f"{name}.{secrets.token_hex(8)}{PART}"
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    # The folder says who may read: staff cannot list it, and nobody guesses a name in it.
    handle = os.open(part, flags, 0o644)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    except OSError:
        with contextlib.suppress(OSError):
            part.unlink()
        raise


def _newest(receipts: Iterable[tuple[str, bytes]]) -> list[tuple[str, bytes]]:
    """Of each policy the receipt that was made last; what is none is passed over."""
    best: dict[str, Receipt] = {}
    for name, data in receipts:
        with contextlib.suppress(BadReceipt):
            receipt = Receipt.parse(data, name)
            if receipt.policy not in best or best[receipt.policy].time < receipt.time:
                best[receipt.policy] = receipt
    return [(receipt.name, receipt.data) for receipt in best.values()]


def _is_gone(path: Path) -> bool:
    try:
        return not _is_there(path)
    except PermissionError:
        return False


def _is_there(path: Path) -> bool:
    """True for a file of this name, whoever may read it: its name says what is in it."""
    try:
        path.lstat()
    except FileNotFoundError:
        return False
    return True
