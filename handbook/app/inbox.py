"""Where the window that is open finds what further starts ask for."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer

from handbook.app.one_window import BACK, PART, SLIP, WAIT_SECONDS
from handbook.domain.opening import Opening

POLL_MS = 2000
"""How often a window looks for slips by itself; some folders report no changes."""
_LONGEST = 8_000
"""Bytes of a slip that are read."""


class Inbox(QObject):
    """Reads the slips of further starts while a window is open.

    `takes` says whether the window can be shown to whoever is asking; `answer` then shows it.
    """

    def __init__(
        self,
        folder: Path,
        takes: Callable[[], bool],
        answer: Callable[[Opening], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self._takes = takes
        self._answer = answer
        with contextlib.suppress(OSError):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            _clear_old(folder)
        self._watcher = QFileSystemWatcher([str(folder)], self)
        self._watcher.directoryChanged.connect(self.look)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(POLL_MS)
        self.look()

    def look(self) -> None:
        """Answer every slip that lies there."""
        for slip in sorted(self._folder.glob(f"*{SLIP}")):
            with contextlib.suppress(OSError):  # whoever wrote it may have given up just now
                self._answer_one(slip)

    def close(self) -> None:
        """Answer no more; what still comes waits for the lock."""
        self._timer.stop()
        self._watcher.removePath(str(self._folder))

    def _answer_one(self, slip: Path) -> None:
        opening = _read(slip)
        if not self._takes():
            slip.replace(slip.with_suffix(BACK))
            return
        slip.unlink()
        self._answer(opening)


def _read(slip: Path) -> Opening:
    with slip.open("rb") as file:
        return Opening.of(file.read(_LONGEST).decode("utf-8", "surrogateescape"))


def _clear_old(folder: Path) -> None:
    """Take away what starts left that ended without waiting for an answer."""
    oldest = time.time() - WAIT_SECONDS
    for left in folder.iterdir():
        if left.suffix in (SLIP, BACK, PART) and left.stat().st_mtime < oldest:
            left.unlink(missing_ok=True)
