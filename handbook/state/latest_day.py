"""The latest day that this computer's clock has shown while the handbook was open."""

from __future__ import annotations

import sqlite3
from datetime import date

from handbook.state.kept_row import LATEST_DAY, KeptRow
from handbook.state.store import open_in_memory


class LatestDay:
    """Reads and keeps one day, and nothing of what was done on it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._row = KeptRow(connection, LATEST_DAY)

    @classmethod
    def in_memory(cls) -> LatestDay:
        """A store that lasts as long as the program."""
        return cls(open_in_memory())

    def read(self) -> date | None:
        """The day; None where none was kept, or what was kept is none."""
        try:
            return date.fromisoformat(self._row.read())
        except ValueError:
            return None

    def keep(self, day: date) -> None:
        """Keep another day in its place."""
        self._row.keep(day.isoformat())
