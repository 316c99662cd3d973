"""One window a user: a further start hands its wish to the window that is there, and ends.

No connection of any kind: a locked file says that a window is there, and a slip of one line
in a folder beside it says what was asked for. The window takes the slip away as soon as it has
read it, or hands it back; whoever gets none or no answer opens a window of their own.

Without Qt: a start that only hands over its link ends before Qt is loaded.
"""

from __future__ import annotations

import os
import sys
import time
from enum import Enum, auto
from pathlib import Path
from zlib import crc32

from handbook.domain.opening import Opening

WAIT_SECONDS = 8.0
"""So long a start waits for an answer: a window may be opening on a slow laptop."""
LOOK_SECONDS = 0.02
SEATS = 3
"""How many windows take part: one, and one more for each that must not be disturbed."""
SLIP, BACK, PART = ".slip", ".back", ".part"
"""A wish, a wish that was handed back, and one that is being written."""


class _Answer(Enum):
    MINE = auto()
    TAKEN = auto()
    NOT_NOW = auto()


class Lock:
    """A file that one program at a time can hold.

    The system itself lets go of it when the program ends, however it ends, so there is no
    stale lock to tell from a live one. The file stays; it is empty.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = -1

    def take(self) -> bool:
        """Hold it, if nobody else does; raises OSError where the file cannot be made."""
        file = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(file)
        except (BlockingIOError, PermissionError):
            os.close(file)
            return False
        except OSError:
            os.close(file)
            raise
        self._file = file
        return True

    def let_go(self) -> None:
        """Let the next one have it."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1


class Seat:
    """The right to be the window that further starts find; held until it is closed.

    Without a lock, because the folder cannot be written, no further start finds it.
    """

    def __init__(self, lock: Lock | None, inbox: Path) -> None:
        self._lock = lock
        self.inbox = inbox

    @property
    def is_found(self) -> bool:
        """Whether further starts hand their slips to this window."""
        return self._lock is not None

    def close(self) -> None:
        """Let the next start open a window."""
        if self._lock is not None:
            self._lock.let_go()


def claim(folder: Path, opening: Opening) -> Seat | None:
    """Take a seat, or hand the wish to the window that has one; then it is None.

    `folder` lies in the reader's own data, so every user has windows of their own. A name
    made from machine and desktop keeps those of two screens apart, also in a home folder
    that several machines share.
    """
    inbox = folder / f"{crc32(_desktop().encode()):08x}"
    try:
        # The folder above is the reader's data: made in passing it would be open to others.
        folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)
        for number in range(1, SEATS + 1):
            inbox = inbox.with_name(f"{inbox.name.partition('-')[0]}-{number}")
            lock = Lock(inbox.with_suffix(".lock"))
            answer = _ask(lock, inbox, opening)
            if answer is not _Answer.NOT_NOW:
                return Seat(lock, inbox) if answer is _Answer.MINE else None
    except OSError:
        pass  # a folder that cannot be written: a window of its own, as the data is then too
    return Seat(None, inbox)


def _ask(lock: Lock, inbox: Path, opening: Opening) -> _Answer:
    """Take the lock, or leave a slip with its holder and wait for the answer."""
    if lock.take():
        return _Answer.MINE
    _let_come_forward()
    slip = _write(inbox, opening)
    try:
        return _wait(lock, slip)
    finally:
        for left in (slip, slip.with_suffix(BACK)):
            left.unlink(missing_ok=True)


def _wait(lock: Lock, slip: Path) -> _Answer:
    until = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < until:
        if not slip.exists():
            back = slip.with_suffix(BACK).exists()
            return _Answer.NOT_NOW if back else _Answer.TAKEN
        if lock.take():  # the window was closed in this moment
            return _Answer.MINE
        time.sleep(LOOK_SECONDS)
    return _Answer.NOT_NOW


def _write(inbox: Path, opening: Opening) -> Path:
    inbox.mkdir(mode=0o700, exist_ok=True)
    part = inbox / f"{os.getpid()}{PART}"
    part.touch(mode=0o600)
    part.write_text(opening.line, encoding="utf-8", errors="surrogateescape")
    return part.replace(part.with_suffix(SLIP))


def _desktop() -> str:
    names = ("SESSIONNAME", "WAYLAND_DISPLAY", "DISPLAY")
    shown = (os.environ.get(name, "") for name in names)
    return "\n".join((_machine(), *shown))


def _machine() -> str:
    if sys.platform == "win32":
        return os.environ.get("COMPUTERNAME", "")
    return os.uname().nodename


def _lock(file: int) -> None:
    """Lock an open file without waiting; raises OSError where another program has it."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _let_come_forward() -> None:
    """Windows lets a program come to the front only if the one in front allows it."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(-1)  # ASFW_ANY: any program
