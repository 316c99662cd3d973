"""Where a reader stopped reading when the window was closed: one clause, or none."""

from __future__ import annotations

import sqlite3

from handbook.domain.clause_ref import ClauseRef
from handbook.state.store import open_in_memory


class PlaceStore:
    """Keeps at most one place, and hands it out once.

    There is no time beside it and no place before it: the file never says what was read
    when, or in what order.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @classmethod
    def in_memory(cls) -> PlaceStore:
        """A store that lasts as long as the program."""
        return cls(open_in_memory())

    def keep(self, ref: ClauseRef) -> None:
        """Keep a place instead of any other; what cannot be written is let go."""
        try:
            self._connection.execute(
                "INSERT OR REPLACE INTO last_place VALUES (1, ?, ?)", (ref.policy, ref.clause)
            )
        except sqlite3.OperationalError:
            return

    def take(self) -> ClauseRef | None:
        """The place that was kept, wiped out of the file; None where there is none."""
        row = self._connection.execute("SELECT policy, clause FROM last_place").fetchone()
        if row is None:
            return None
        try:
            self._connection.execute("DELETE FROM last_place")
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        except sqlite3.OperationalError:
            return None
        return ClauseRef(*row)
