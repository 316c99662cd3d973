"""What the page of confirming is told to show. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from handbook.domain.blocks import Spans


class Stage(Enum):
    """Which of its faces the page shows."""

    READ = auto()
    """The policy has not been opened yet."""
    CHECK = auto()
    READY = auto()
    """There is nothing to check, or all is answered."""
    CONFIRMED = auto()
    NOTHING = auto()
    """This reader has nothing to confirm in this policy."""
    GONE = auto()
    """There is no such policy."""


class Said(Enum):
    """What came of an answer."""

    NOTHING = auto()
    RIGHT = auto()
    WRONG = auto()


class Progress(Enum):
    """Where a step stands."""

    DONE = auto()
    HERE = auto()
    AHEAD = auto()


@dataclass(frozen=True, slots=True)
class StepView:
    """One step in the rail."""

    title: str
    note: str
    progress: Progress


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question as it stands."""

    text: str
    answers: tuple[str, ...]
    said: Said = Said.NOTHING
    chosen: int = 0
    """The answer taken last, from 1; 0 for none."""
    why: Spans = ()
    """What the policy says, once something was answered."""
    clause: str = ""
    """The id of the clause that it rests on."""
    clause_name: str = ""
    """Its number and title."""


@dataclass(frozen=True, slots=True)
class ConfirmView:
    """Everything that the page shows."""

    stage: Stage
    policy: str = ""
    title: str = ""
    version: str = ""
    """Version and day, in words."""
    heading: str = ""
    lead: str = ""
    read: str = ""
    """The words of the button that opens what is to be read."""
    is_changes: bool = False
    """Whether that is what changed since the reader confirmed it last, not the whole."""
    steps: tuple[StepView, ...] = ()
    questions: tuple[QuestionView, ...] = ()
    agree: str = ""
    """The words beside the box; empty where there is nothing to tick."""
    is_agreed: bool = False
    missing: str = ""
    """What is to be done first; empty where all is there."""
    kept: str = ""
    """Where the record is kept."""
    confirm: str = ""
    """The words of the button."""
    next_policy: str = ""
    """The policy that is due next, once this one is confirmed."""
    next_title: str = ""
