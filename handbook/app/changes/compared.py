"""Two versions that were compared, and what they are called. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, field

from handbook.app.changes.views import ChangeRow
from handbook.app.document.units import Unit
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


@dataclass(slots=True)
class Made:
    """What was made of a comparison before: rows by policy, units by policy and open folds."""

    rows: dict[str, tuple[ChangeRow, ...]] = field(default_factory=dict)
    units: dict[tuple[str, frozenset[str]], tuple[Unit, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Compared:
    """What differs between two versions."""

    sides: Sides
    changes: HandbookChanges
    is_whole: bool = True
    """False while the questions are still being compared."""
    made: Made = field(default_factory=Made, compare=False, repr=False)
    """Comparing hundreds of clauses word by word takes a second, and is done once."""
