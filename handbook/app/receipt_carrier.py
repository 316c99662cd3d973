"""Takes receipts to the school's folder: off the window's thread, one attempt at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from handbook.app.may_hang import MayHang
from handbook.state.receipt_folder import Copying, copy_receipts, restore_receipts

AFTER_START_MS, EACH_MS = 20_000, 3_600_000
"""The first attempt waits until nobody waits for the window; then one an hour."""
Receipts = tuple[tuple[str, bytes], ...]
"""Name and content of each."""


class Waiting(Protocol):
    """Where receipts wait."""

    def waiting(self) -> Receipts:
        """The receipts that have not been copied yet."""

    def sent(self) -> Receipts:
        """The receipts that were copied once."""

    def copied(self, names: Iterable[str], day: date) -> None:
        """These receipts lie in the school's folder."""


class ReceiptCarrier(QObject):
    """Copies what waits, after the start, each hour, and when something was confirmed.

    A share that does not answer holds up its own thread and nothing else, and while it does no
    second attempt is begun. Once a day it also looks whether what was copied is still there: a
    folder may have been emptied, or be another one now. Else, where nothing waits, the folder is
    not touched.
    """

    changed = Signal()
    """Some receipts were copied."""

    def __init__(
        self,
        waiting: Waiting,
        folder: Path,
        today: Callable[[], date],
        parent: QObject,
        copy: Callable[[Path, Receipts], Copying] = copy_receipts,
    ) -> None:
        super().__init__(parent)
        self._waiting = waiting
        self._folder = folder
        self._today = today
        self._copy = copy
        self._thread = MayHang(self)
        self._goes_again = False
        self._looked: date | None = None
        """The day on which all that was copied was last found there, or copied anew."""
        self.problem = ""
        """What was in the way of the last attempt; empty where nothing was."""
        self._is_closed = False
        self._timer, self._first = QTimer(self), QTimer(self)
        self._first.setSingleShot(True)
        for timer in (self._timer, self._first):
            timer.timeout.connect(self.go)

    def start(self, after_ms: int = AFTER_START_MS, each_ms: int = EACH_MS) -> None:
        """Begin a while after the start, and go on every hour."""
        self._timer.start(each_ms)
        self._first.start(after_ms)

    def go(self) -> None:
        """Copy what waits; where an attempt is under way, once more after it."""
        today = self._today()
        sent = self._waiting.sent() if self._looked != today else ()
        receipts = self._waiting.waiting()
        if self._is_closed or not (receipts or sent):
            return
        trip = partial(_carry, self._copy, self._folder, receipts, sent)
        self._goes_again = not self._thread.begin(trip, partial(self._finished, today))

    def close(self) -> None:
        """Begin no more, and wait for nothing."""
        self._is_closed = True
        self._timer.stop()
        self._first.stop()
        self._thread.close()

    def _finished(self, day: date, done: Copying | Exception) -> None:
        if isinstance(done, Exception):  # a slip of the program is no reason to stop for good
            self.problem = type(done).__name__
            return
        self.problem = done.problem
        if not done.problem:
            self._looked = day
        if done.names:
            self._waiting.copied(done.names, self._today())
            self.changed.emit()
        if self._goes_again and not done.problem:
            self.go()


def _carry(
    copy: Callable[[Path, Receipts], Copying], folder: Path, receipts: Receipts, sent: Receipts
) -> Copying:
    """Copy what waits, then what has gone; in the thread. Only the first is told by name."""
    done = copy(folder, receipts) if receipts else Copying()
    if done.problem or not sent:
        return done
    return replace(done, problem=restore_receipts(folder, sent).problem)
