"""What the page of changes is told to show. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto

from handbook.app.document.units import Tone, Unit


class State(Enum):
    """What there is to show."""

    WORKING = auto()
    """The versions are being compared."""
    FIRST = auto()
    """There is no version before."""
    UNREADABLE = auto()
    """The version before cannot be read any more."""
    SAME = auto()
    """Both versions say the same."""
    SAME_POLICY = auto()
    """The policy that was asked for says the same in both."""
    CHANGES = auto()


class Way(Enum):
    """How changes are shown."""

    MARKED = auto()
    SIDES = auto()
    PLAIN = auto()
    WORDS = auto()
    """Each change in a sentence or two: a list that can be read aloud."""


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One change in the list."""

    key: str
    label: str
    title: str
    kind: str
    """What became of it, in words."""
    tone: Tone
    said: tuple[str, ...] = ()
    """The words that went and came, a sentence each."""


@dataclass(frozen=True, slots=True)
class ChangeGroup:
    """The changes of one policy, of the school, or of the questions."""

    id: str
    title: str
    rows: tuple[ChangeRow, ...]
    why: str = ""
    """Why it changed, in a sentence; empty where nobody says."""


@dataclass(frozen=True, slots=True)
class Heads:
    """What stands above the two sides."""

    was: str = ""
    was_day: str = ""
    now: str = ""
    now_day: str = ""


@dataclass(frozen=True, slots=True)
class ChangesView:
    """Everything that the page shows."""

    state: State
    title: str = "What changed"
    meta: str = ""
    policy: str = ""
    """The one policy that is shown; empty for all."""
    elsewhere: int = 0
    """How many changes there are in the rest of the handbook."""
    groups: tuple[ChangeGroup, ...] = ()
    units: tuple[Unit, ...] = ()
    heads: Heads = field(default_factory=Heads)
    minutes: int = 0
    note: str = ""
    """What is still being worked out, or since when; empty for nothing."""
    other: str = ""
    """The words of the way to another old version of the same policy; empty for none."""
    message: str = ""
    """The sentence of a state without changes."""

    @property
    def count(self) -> int:
        """How many changes there are."""
        return sum(len(group.rows) for group in self.groups)
