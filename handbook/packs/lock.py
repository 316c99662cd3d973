"""One program at a time changes the installed packs."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from handbook.domain.errors import PacksBusy

WAIT_SECONDS = 20.0
"""So long another installation may take; it is a matter of a second or two."""
_LOOK_SECONDS = 0.05


@contextmanager
def only_one(folder: Path, wait: float = WAIT_SECONDS) -> Iterator[None]:
    """Hold the folder's lock; raises PacksBusy where another program keeps it.

    The system lets go of it when a program ends, however it ends.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    file = os.open(folder / "lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        until = time.monotonic() + wait
        while not _taken(file):
            if time.monotonic() > until:
                raise PacksBusy
            time.sleep(_LOOK_SECONDS)
        yield
    finally:
        os.close(file)


def _taken(file: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True
