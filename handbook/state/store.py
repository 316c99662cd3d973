"""The one SQLite file that keeps what a reader set: opened, migrated, set aside when damaged."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import stat
from collections.abc import Callable
from datetime import date
from enum import Enum, auto
from pathlib import Path

FILE = "handbook.db"

_MIGRATIONS = (
    """
    CREATE TABLE preference (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
    """,
    """
    CREATE TABLE bookmark (
        policy TEXT NOT NULL,
        clause TEXT NOT NULL,
        policy_title TEXT NOT NULL,
        version TEXT NOT NULL,
        label TEXT NOT NULL,
        title TEXT NOT NULL,
        text TEXT NOT NULL,
        saved TEXT NOT NULL,
        note TEXT NOT NULL,
        noted TEXT NOT NULL,
        PRIMARY KEY (policy, clause)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE last_place (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        policy TEXT NOT NULL,
        clause TEXT NOT NULL
    ) STRICT;
    """,
    """
    CREATE TABLE confirmation (
        policy TEXT NOT NULL,
        version TEXT NOT NULL,
        day TEXT NOT NULL,
        digest TEXT NOT NULL,
        PRIMARY KEY (policy, version, day)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE confirmed_text (
        policy TEXT PRIMARY KEY,
        source BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE asked (
        policy TEXT NOT NULL,
        version TEXT NOT NULL,
        since TEXT NOT NULL,
        PRIMARY KEY (policy, version)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE begun (
        policy TEXT NOT NULL,
        version TEXT NOT NULL,
        PRIMARY KEY (policy, version)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE receipt (
        name TEXT PRIMARY KEY,
        data BLOB NOT NULL,
        copied TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    """,
)
"""One step a schema version, never changed once released; each runs in a transaction."""


class Keeping(Enum):
    """How long the reader's data lasts, and who can read it."""

    ONLY_THE_READER = auto()
    """In a file and a folder that no other account of the computer may open."""
    ON_THIS_COMPUTER = auto()
    """In a file; whether others may open it cannot be told, or they may."""
    UNTIL_CLOSED = auto()
    """In memory: the folder cannot be written."""


def open_store(
    folder: Path,
    today: Callable[[], date] = date.today,
    on_damaged: Callable[[str], None] = lambda name: None,  # noqa: ARG005 - nobody is told
) -> sqlite3.Connection:
    """Open the reader's data in a folder, made where it is missing.

    A file that is no database, or damaged, is kept as `handbook.db.damaged-DATE` and a new
    one begun; `on_damaged` is given that name. Where the folder cannot be written the data lives
    in memory until the end.
    """
    path = folder / FILE
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return _open(path)
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError) and not _is_damaged(error):
            _warn("The reader's data cannot be kept: %s", type(error).__name__)
            return _open(":memory:")
    except OSError as error:
        _warn("The reader's data cannot be kept: %s", type(error).__name__)
        return _open(":memory:")
    if (kept := set_aside(path, today())) is not None:
        on_damaged(kept.name)
    return _open(path)


def set_aside(path: Path, day: date) -> Path | None:
    """Rename a damaged file to `NAME.damaged-DATE`; returns its new place.

    A second one of the same day gets a number, so nothing is lost. None where there is no
    such file, or it cannot be moved.
    """
    if not path.exists():
        return None
    base = path.with_name(f"{path.name}.damaged-{day.isoformat()}")
    kept, number = base, 2
    while kept.exists():
        kept, number = base.with_name(f"{base.name}-{number}"), number + 1
    try:
        path.rename(kept)
    except OSError:
        return None
    for rest in ("-wal", "-shm"):
        path.with_name(path.name + rest).unlink(missing_ok=True)
    _warn("%s was damaged; it is kept as %s", path.name, kept.name)
    return kept


def _warn(words: str, *about: str) -> None:
    from logging import getLogger  # no start needs it unless there is something to say

    getLogger(__name__).warning(words, *about)


def open_in_memory() -> sqlite3.Connection:
    """A store without a file, gone when the program ends."""
    return _open(":memory:")


def open_copy(folder: Path) -> sqlite3.Connection:
    """The reader's data of a folder in memory: nothing is written, now or later.

    Empty where there is none or it cannot be read. What has not yet been taken from the
    write-ahead log into the file is not seen.
    """
    copy = open_in_memory()
    path = (folder / FILE).absolute()
    if not path.is_file():
        return copy
    try:
        with contextlib.closing(
            sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)
        ) as source:
            source.backup(copy)
        _migrate(copy)
    except sqlite3.Error:
        copy.close()
        return open_in_memory()
    return copy


def keeping(connection: sqlite3.Connection) -> Keeping:
    """What can be promised about a store, by the rights on its file and folder.

    Windows guards the local data folder by access lists, which are not looked at here, so
    nothing is promised there.
    """
    file = connection.execute("PRAGMA database_list").fetchone()[2]
    if not file:
        return Keeping.UNTIL_CLOSED
    if os.name == "nt":
        return Keeping.ON_THIS_COMPUTER
    path = Path(file)
    own = all(_is_own(each) for each in (path, path.parent))
    return Keeping.ONLY_THE_READER if own else Keeping.ON_THIS_COMPUTER


def _is_own(path: Path) -> bool:
    try:
        found = path.stat()
    except OSError:
        return False
    return not stat.S_IMODE(found.st_mode) & 0o077 and found.st_uid == os.getuid()


def _open(path: Path | str) -> sqlite3.Connection:
    # One connection serves the window's thread and nothing else.
    if isinstance(path, Path):
        path.touch(mode=0o600)  # the reader's own, also where others share the laptop
        with contextlib.suppress(OSError):
            path.chmod(0o600)  # and where somebody copied it back from a backup
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA secure_delete = ON")  # what is removed is overwritten
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        answer = connection.execute("PRAGMA quick_check(1)").fetchone()
        if answer != ("ok",):
            raise sqlite3.DatabaseError("the file is damaged")
        _migrate(connection)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _migrate(connection: sqlite3.Connection) -> None:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    for number, script in enumerate(_MIGRATIONS[version:], start=version + 1):
        connection.executescript(f"BEGIN;{script}PRAGMA user_version = {number};COMMIT;")


def _is_damaged(error: sqlite3.OperationalError) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in (
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_NOTADB,
    )
