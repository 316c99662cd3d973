"""What a record is written for, as an outcome hands it to the page that writes it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RecordFor:
    """The route that a record belongs to, and whom it is for. Never names a subject."""

    route: str = ""
    person: str = ""
    """Empty where the route leaves it to the reader which of several to go to."""
    past_head: bool = False
    """True where the record must not go through the head."""
    about_child: bool = False
    """True where a child may be at risk: telling comes first, and no copy is kept."""
