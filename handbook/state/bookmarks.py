"""The clauses that a reader saved, with their notes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from handbook.domain.clause_ref import ClauseRef
from handbook.domain.errors import NotKept
from handbook.state.store import Keeping, keeping, open_in_memory

if TYPE_CHECKING:  # no bookmark is read before the first paint
    from handbook.domain.bookmark import Bookmark

_COLUMNS = "policy, clause, policy_title, version, label, title, text, saved, note, noted"


class BookmarkStore:
    """Reads and keeps bookmarks in the reader's database.

    Every change is one statement, so a program that is ended half-way leaves it done or
    not begun. Writing raises NotKept where the file cannot be written.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @classmethod
    def in_memory(cls) -> BookmarkStore:
        """A store that lasts as long as the program."""
        return cls(open_in_memory())

    @property
    def keeping(self) -> Keeping:
        """How long what is saved lasts, and who can read it."""
        return keeping(self._connection)

    def all(self) -> tuple[Bookmark, ...]:
        """Every bookmark, by policy id, then in the order of saving."""
        rows = self._connection.execute(
            f"SELECT {_COLUMNS} FROM bookmark ORDER BY policy, saved, clause"
        )
        return tuple(_bookmark(row) for row in rows)

    def find(self, ref: ClauseRef) -> Bookmark | None:
        """The bookmark of a clause, None where it is not saved."""
        row = self._connection.execute(
            f"SELECT {_COLUMNS} FROM bookmark WHERE policy = ? AND clause = ?",
            (ref.policy, ref.clause),
        ).fetchone()
        return _bookmark(row) if row else None

    def clauses_of(self, policy: str) -> frozenset[str]:
        """The ids of the clauses that are saved in a policy."""
        rows = self._connection.execute("SELECT clause FROM bookmark WHERE policy = ?", (policy,))
        return frozenset(str(clause) for (clause,) in rows)

    def save(self, bookmark: Bookmark) -> None:
        """Keep a bookmark, in place of one of the same clause."""
        with _writing():
            self._connection.execute(
                f"INSERT OR REPLACE INTO bookmark ({_COLUMNS})"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    bookmark.ref.policy,
                    bookmark.ref.clause,
                    bookmark.policy,
                    bookmark.version,
                    bookmark.label,
                    bookmark.title,
                    bookmark.text,
                    _written(bookmark.saved),
                    _clean(bookmark.note),
                    _written(bookmark.noted) if bookmark.noted else "",
                ),
            )

    def keep_note(self, ref: ClauseRef, note: str, at: datetime) -> None:
        """Write the note of a saved clause; an empty one takes it away. `at` is aware."""
        with _writing():
            self._connection.execute(
                "UPDATE bookmark SET note = ?, noted = ? WHERE policy = ? AND clause = ?",
                (_clean(note), _written(at) if note else "", ref.policy, ref.clause),
            )
            self._leave_no_rest()

    def remove(self, ref: ClauseRef) -> None:
        """Forget a bookmark and its note; its words are wiped out of the file."""
        with _writing():
            self._connection.execute(
                "DELETE FROM bookmark WHERE policy = ? AND clause = ?", (ref.policy, ref.clause)
            )
            self._leave_no_rest()

    def _leave_no_rest(self) -> None:
        # What was written before stands in the log beside the file until it is folded in.
        self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()


@contextmanager
def _writing() -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise NotKept(type(error).__name__) from error


def _bookmark(row: tuple[str, ...]) -> Bookmark:
    from handbook.domain.bookmark import Bookmark

    policy, clause, policy_title, version, label, title, text, saved, note, noted = row
    return Bookmark(
        ref=ClauseRef(policy, clause),
        policy=policy_title,
        version=version,
        label=label,
        title=title,
        text=text,
        saved=datetime.fromisoformat(saved),
        note=note,
        noted=datetime.fromisoformat(noted) if noted else None,
    )


def _written(at: datetime) -> str:
    """A time in UTC, to the second; raises ValueError for one without a zone."""
    if at.tzinfo is None:
        raise ValueError("a time without a zone could be any hour")
    return at.astimezone(UTC).isoformat(timespec="seconds")


def _clean(text: str) -> str:
    # Half of a character pair can be typed or pasted, and cannot be written.
    return text.encode("utf-8", "replace").decode("utf-8")
