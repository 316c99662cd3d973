"""What a document of changes is made of: one unit after the other, the same on both sides."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum, auto

from handbook.domain.blocks import Block, Spans


class Tone(StrEnum):
    """What became of a unit, as its bar in the margin says it."""

    NEW = "new"
    GONE = "gone"
    CHANGED = "changed"
    MOVED = "moved"
    """It stands elsewhere, or only its form is another."""


class Place(Enum):
    """What a unit is in the document."""

    TITLE = auto()
    SECTION = auto()
    CLAUSE = auto()
    SAME = auto()
    """Clauses that are the same in both, folded into one line."""


class Side(Enum):
    """Which text a document shows."""

    BOTH = auto()
    """What went and what came, marked, in one text."""
    WAS = auto()
    """The old text, with what went marked."""
    NOW = auto()
    """The new text, with what came marked."""
    PLAIN = auto()
    """The new text alone."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One part of a document of changes."""

    place: Place
    title: Spans
    key: str = ""
    """Of a change; empty for what only leads up to one."""
    label: str = ""
    label_was: str = ""
    """Its number in the old text, where that is another one."""
    tone: Tone | None = None
    note: str = ""
    """What became of it, in words."""
    why: str = ""
    """Why it became that, as its editor says; empty where nobody does."""
    blocks: tuple[Block, ...] = ()
    """The words of both versions, marked."""
    in_was: bool = True
    in_now: bool = True
    address: str = ""
    """Where the link beside the note leads; empty for none."""
    link: str = ""
    """The words of that link."""
