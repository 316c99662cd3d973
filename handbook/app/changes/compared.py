"""Two versions that were compared, and what they are called. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.domain.handbook_changes import HandbookChanges
from handbook.domain.library import Library
from handbook.domain.policy import Policy
from handbook.domain.school import School


@dataclass(frozen=True, slots=True)
class Sides:
    """An old version and the one in use.

    `was` is a whole handbook, or one policy as its reader knew it last.
    """

    was: Library | Policy
    now: Library
    was_name: str = "the version before"
    """As it goes on a sentence: "version 41"."""
    now_name: str = "this version"

    @property
    def old_school(self) -> School:
        """The school's values of then; today's where they were not kept."""
        return self.was.school if isinstance(self.was, Library) else self.now.school


@dataclass(frozen=True, slots=True)
class Compared:
    """What differs between two versions."""

    sides: Sides
    changes: HandbookChanges
    is_whole: bool = True
    """False while the questions are still being compared."""
