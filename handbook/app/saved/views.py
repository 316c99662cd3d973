"""What the page of saved clauses is told to show."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from handbook.domain.clause_ref import ClauseRef
from handbook.domain.rule import RuleKind
from handbook.domain.standing import Change
from handbook.state.store import Keeping


class Show(Enum):
    """Which of the saved clauses are listed."""

    ALL = auto()
    WITH_NOTES = auto()
    CHANGED = auto()


@dataclass(frozen=True, slots=True)
class SavedRow:
    """One saved clause as it stands today; where it was taken out, as it stood last."""

    ref: ClauseRef
    policy: str
    label: str
    title: str
    text: str
    rule: RuleKind | None
    saved: str
    """The day, such as `2 Nov`."""
    change: Change = Change.NONE
    changed: str = ""
    """The day of the new words, where it is known."""
    was: str = ""
    """The number when it was saved, where it has another now."""
    before: str = ""
    """The words when it was saved, where it has others now."""
    note: str = ""
    noted: str = ""
    is_compared: bool = False
    """Whether the words that changed can be shown marked."""
    can_open: bool = True
    """False where the whole policy is gone."""
    was_removed: bool = False
    """True while its removal can be undone."""


@dataclass(frozen=True, slots=True)
class SavedGroup:
    """The saved clauses of one policy."""

    policy: str
    """The policy's id."""
    title: str
    version: str
    review: str
    """`Review overdue` or the like; empty where there is nothing to say."""
    rows: tuple[SavedRow, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A clause that shows what saving is, while nothing is saved."""

    policy: str
    title: str
    label: str
    words: str


@dataclass(frozen=True, slots=True)
class SavedView:
    """Everything that the page shows."""

    groups: tuple[SavedGroup, ...]
    policies: tuple[tuple[str, str, int], ...]
    """Id, title and number of saved clauses of every policy that has some."""
    counts: dict[Show, int]
    """How many there are of each kind, whatever is typed into the field."""
    show: Show
    filter: str
    keeping: Keeping
    example: Example | None = None

    @property
    def is_empty(self) -> bool:
        """True where nothing is saved, and nothing is left to be undone."""
        return not self.counts[Show.ALL] and not self.groups
