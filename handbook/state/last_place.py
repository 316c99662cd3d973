"""Where the reader was, so that the handbook can open there again."""

from __future__ import annotations

import sqlite3

from handbook.domain.clause_ref import ClauseRef
from handbook.domain.errors import BadReference


class LastPlace:
    """Keeps one clause reference. Clauses opened from the wizard are never given to it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def read(self) -> ClauseRef | None:
        """The clause that was read last; None where there is none."""
        row = self._connection.execute("SELECT link FROM last_place").fetchone()
        if row is None:
            return None
        try:
            return ClauseRef.parse(row[0])
        except BadReference:
            return None

    def keep(self, ref: ClauseRef) -> None:
        """Remember a clause instead of the one before."""
        with self._connection:
            self._connection.execute(
                "INSERT INTO last_place VALUES (1, ?)"
                " ON CONFLICT (one) DO UPDATE SET link = excluded.link",
                (str(ref),),
            )

    def forget(self) -> None:
        """Remember no clause."""
        with self._connection:
            self._connection.execute("DELETE FROM last_place")
