"""Which versions of which policies a reader has confirmed, and what was asked of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

from handbook.domain.confirming import Confirmation, newest
from handbook.domain.errors import NotKept
from handbook.state.store import Keeping, keeping, open_in_memory

if TYPE_CHECKING:  # loaded when somebody confirms
    from handbook.domain.receipt import Receipt

_LARGEST_TEXT = 4_000_000
"""Bytes of a policy's source; the reader of policies takes half as many."""


class ConfirmationStore:
    """Reads and keeps confirmations. Never an answer to a question, nor how long reading took.

    A confirmation, the text it is about and its receipt are written together or not at all.
    Writing raises NotKept where the file cannot be written.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @classmethod
    def in_memory(cls) -> ConfirmationStore:
        """A store that lasts as long as the program."""
        return cls(open_in_memory())

    @property
    def keeping(self) -> Keeping:
        """How long a confirmation lasts, and who can read it."""
        return keeping(self._connection)

    def all(self) -> tuple[Confirmation, ...]:
        """Every confirmation, in the order of the days."""
        rows = self._connection.execute(
            "SELECT policy, version, digest, day FROM confirmation ORDER BY day, policy"
        )
        return tuple(
            Confirmation(policy, version, digest, day)
            for policy, version, digest, said in rows
            if (day := _day(said)) is not None
        )

    def last(self) -> dict[str, Confirmation]:
        """The newest confirmation of each policy."""
        return newest(self.all())

    def text(self, policy: str) -> str | None:
        """The Markdown of a policy as it was last confirmed; None where it never was."""
        row = self._connection.execute(
            "SELECT source FROM confirmed_text WHERE policy = ?", (policy,)
        ).fetchone()
        if row is None:
            return None
        import zlib

        unpacking = zlib.decompressobj()
        try:
            text = unpacking.decompress(row[0], _LARGEST_TEXT).decode("utf-8")
        except (zlib.error, UnicodeDecodeError):
            return None
        return text if unpacking.eof else None

    def has_text(self, policy: str) -> bool:
        """Whether a policy's Markdown is kept as it was last confirmed."""
        row = self._connection.execute(
            "SELECT 1 FROM confirmed_text WHERE policy = ?", (policy,)
        ).fetchone()
        return row is not None

    def confirm(self, confirmation: Confirmation, source: str, receipt: Receipt) -> None:
        """Keep that a version was confirmed, its Markdown, and a receipt to be copied."""
        import zlib

        text = zlib.compress(source.encode("utf-8", "replace"), 9)
        each = confirmation
        with self._writing():
            self._connection.execute(
                "INSERT OR REPLACE INTO confirmation (policy, version, day, digest)"
                " VALUES (?, ?, ?, ?)",
                (each.policy, each.version, each.day.isoformat(), each.digest),
            )
            self._connection.execute(
                "INSERT OR REPLACE INTO confirmed_text VALUES (?, ?)", (each.policy, text)
            )
            self._connection.execute(
                "INSERT OR IGNORE INTO receipt VALUES (?, ?, '')", (receipt.name, receipt.data)
            )
            self._connection.execute("DELETE FROM begun WHERE policy = ?", (each.policy,))

    def asked(
        self, policies: Iterable[tuple[str, str]], today: date
    ) -> dict[tuple[str, str], date]:
        """Since when each version, given as policy and version, has been asked of the reader.

        What is asked for the first time is asked since today; what cannot be written, too.
        """
        rows = self._connection.execute("SELECT policy, version, since FROM asked")
        known = {
            (policy, version): day
            for policy, version, since in rows
            if (day := _day(since)) is not None
        }
        new = [each for each in policies if each not in known]
        if new:
            try:
                with self._writing():
                    self._connection.executemany(
                        "INSERT OR IGNORE INTO asked VALUES (?, ?, ?)",
                        [(*each, today.isoformat()) for each in new],
                    )
            except NotKept:
                pass  # the reader is given more time, which harms nobody
        return known | dict.fromkeys(new, today)

    def begin(self, policy: str, version: str) -> None:
        """The reader opened a policy in order to confirm it; what cannot be written is let go."""
        try:
            with self._writing():
                self._connection.execute(
                    "INSERT OR IGNORE INTO begun VALUES (?, ?)", (policy, version)
                )
        except NotKept:
            return

    def has_begun(self, policy: str, version: str) -> bool:
        """True where this version was opened in order to confirm it, in an earlier sitting too."""
        row = self._connection.execute(
            "SELECT 1 FROM begun WHERE policy = ? AND version = ?", (policy, version)
        ).fetchone()
        return row is not None

    def waiting(self) -> tuple[tuple[str, bytes], ...]:
        """Name and content of each receipt that has not been copied yet."""
        rows = self._connection.execute("SELECT name, data FROM receipt WHERE copied = ''")
        return tuple((str(name), bytes(data)) for name, data in rows)

    def sent(self) -> tuple[tuple[str, bytes], ...]:
        """Name and content of each receipt that was copied once."""
        rows = self._connection.execute("SELECT name, data FROM receipt WHERE copied != ''")
        return tuple((str(name), bytes(data)) for name, data in rows)

    def copied(self, names: Iterable[str], day: date) -> None:
        """These receipts lie in the school's folder; what cannot be written is tried again."""
        try:
            with self._writing():
                self._connection.executemany(
                    "UPDATE receipt SET copied = ? WHERE name = ?",
                    [(day.isoformat(), name) for name in names],
                )
        except NotKept:
            return

    @contextmanager
    def _writing(self) -> Iterator[None]:
        # The connection opens no transaction by itself, and half of this is none of it.
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")
        except sqlite3.Error as error:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise NotKept(type(error).__name__) from error


def _day(said: str) -> date | None:
    """A day as it is kept; None for what somebody wrote there by hand."""
    try:
        return date.fromisoformat(said)
    except ValueError:
        return None
