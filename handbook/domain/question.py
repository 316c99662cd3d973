"""A short check of understanding at the end of a policy: questions with answers to choose."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.domain.blocks import Spans, plain

QUESTIONS = "check-your-understanding"
"""The id of the section that holds the questions. It is no part of the policy's text."""
RIGHT = "Right"
"""The bold word that opens the right answer."""
FEWEST, MOST = 2, 5
"""How many answers a question may have; each has a key from 1."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer on offer."""

    spans: Spans
    is_right: bool
    line: int

    @property
    def text(self) -> str:
        """Its words."""
        return plain(self.spans)


@dataclass(frozen=True, slots=True)
class Question:
    """A question on a policy, with the clause that answers it."""

    id: str
    text: str
    answers: tuple[Answer, ...]
    rests_on: str
    """The id of a clause or section of the same policy; empty where none is linked to."""
    why: Spans
    """What the policy says: shown after any answer."""
    line: int

    @property
    def is_sound(self) -> bool:
        """True where it can be put to somebody; lint says what is wrong with any other."""
        right = sum(answer.is_right for answer in self.answers)
        return bool(right == 1 and FEWEST <= len(self.answers) <= MOST and self.rests_on)
