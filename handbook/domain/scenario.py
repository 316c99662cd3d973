"""Stories that a flow must answer rightly."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.domain.flow import NodeRef


@dataclass(frozen=True, slots=True)
class StoryAnswer:
    """One answer of a story: at which step, in the words of the choice."""

    at: NodeRef
    words: str
    line: int


@dataclass(frozen=True, slots=True)
class Scenario:
    """A story in plain words, the answers its teller gives, and where they must lead."""

    id: str
    title: str
    story: str
    answers: tuple[StoryAnswer, ...]
    first: NodeRef | None
    also: tuple[NodeRef, ...] | None
    """None where the story does not say; then any are right."""
    tell: tuple[str, ...] | None
    """Role ids, in order; None where the story does not say."""
    file: str
    line: int
