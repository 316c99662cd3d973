"""A clause that a reader saved. The value alone, so that it opens without the rest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from handbook.domain.clause_ref import ClauseRef


@dataclass(frozen=True, slots=True)
class Bookmark:
    """What a reader saved: the clause by its ids, and its words as they were then.

    The number is kept only to say what it was: a clause is followed by its ids.
    """

    ref: ClauseRef
    policy: str
    """The policy's title."""
    version: str
    label: str
    title: str
    text: str
    """The words of the clause with the school's own values, a line for each block."""
    saved: datetime
    """Aware, in UTC."""
    note: str = ""
    noted: datetime | None = None
    """When the note was last written; aware, in UTC. None where there is no note."""
