"""One row of the reader's settings that a part of the window keeps by itself."""

from __future__ import annotations

import sqlite3

WINDOW_PLACE = "window_place"
"""Where the window stands on the screen, and nothing of what it shows."""
POLICY_FOLDER = "policy_folder"
"""The folder that the user named as a place where policies come from."""
LATEST_DAY = "latest_day"
"""The latest day that the clock has shown: a day alone, and nothing of what was done on it."""
APART = (WINDOW_PLACE, POLICY_FOLDER, LATEST_DAY)
"""Rows that are no preference: preferences are replaced whole, and would put old ones back."""


class KeptRow:
    """Reads and keeps one text in the reader's database."""

    def __init__(self, connection: sqlite3.Connection, name: str) -> None:
        self._connection = connection
        self._name = name

    def read(self) -> str:
        """The text; empty where none was kept."""
        found = self._connection.execute(
            "SELECT value FROM preference WHERE name = ?", (self._name,)
        ).fetchone()
        return str(found[0]) if found else ""

    def keep(self, text: str) -> None:
        """Keep another text; what cannot be written is let go."""
        try:
            self._connection.execute(
                "INSERT OR REPLACE INTO preference VALUES (?, ?)", (self._name, text)
            )
        except sqlite3.OperationalError:
            return
