"""The one SQLite file that keeps what a reader set: opened, migrated, set aside when damaged."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable
from datetime import date
from pathlib import Path

_log = logging.getLogger(__name__)

FILE = "handbook.db"

_MIGRATIONS = (
    """
    CREATE TABLE preference (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
    """,
)
"""One step a schema version, never changed once released; each runs in a transaction."""


def open_store(folder: Path, today: Callable[[], date] = date.today) -> sqlite3.Connection:
    """Open the reader's data in a folder, made where it is missing.

    A file that is no database, or damaged, is kept as `handbook.db.damaged-DATE` and a new
    one begun. Where the folder cannot be written the data lives in memory until the end.
    """
    path = folder / FILE
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return _open(path)
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError) and not _is_damaged(error):
            _log.warning("The reader's data cannot be kept: %s", type(error).__name__)
            return _open(":memory:")
    except OSError as error:
        _log.warning("The reader's data cannot be kept: %s", type(error).__name__)
        return _open(":memory:")
    set_aside(path, today())
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
    _log.warning("%s was damaged; it is kept as %s", path.name, kept.name)
    return kept


def _open(path: Path | str) -> sqlite3.Connection:
    # One connection serves the window's thread and nothing else.
    if isinstance(path, Path):
        path.touch(mode=0o600)  # the reader's own, also where others share the laptop
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute("PRAGMA foreign_keys = ON")
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
