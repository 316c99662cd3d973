"""How far a reader has come with one policy. It is held in memory only. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from handbook.app.confirm.views import Said
from handbook.domain.policy import Policy
from handbook.domain.question import Question


@dataclass
class Sitting:
    """What was answered and ticked while the page was open; let go with the policy."""

    policy: Policy
    is_agreed: bool = False
    chosen: dict[str, int] = field(default_factory=dict)
    """The answer taken last, from 1, by question."""

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """Those that can be put to somebody: one right answer, and a clause that is there."""
        policy = self.policy
        known = {clause.id for clause in policy.clauses} | {each.id for each in policy.sections}
        return tuple(each for each in policy.questions if each.is_sound and each.rests_on in known)

    @property
    def right(self) -> int:
        """How many questions are answered."""
        return sum(self.said(question) is Said.RIGHT for question in self.questions)

    def answer(self, number: int, answer: int) -> bool:
        """Take an answer, both from 1; False where it is not open to be taken."""
        if not 1 <= number <= len(self.questions):
            return False
        question = self.questions[number - 1]
        if self.said(question) is Said.RIGHT or not 1 <= answer <= len(question.answers):
            return False
        self.chosen[question.id] = answer
        return True

    def said(self, question: Question) -> Said:
        """What came of the answer taken last."""
        chosen = self.chosen.get(question.id, 0)
        if not chosen:
            return Said.NOTHING
        return Said.RIGHT if question.answers[chosen - 1].is_right else Said.WRONG

    def missing(self, *, is_opened: bool) -> str:
        """What is to be done first; empty where all is there."""
        if not is_opened:
            return "Read it first."
        for number, question in enumerate(self.questions, start=1):
            if self.said(question) is not Said.RIGHT:
                which = f"question {number}" if len(self.questions) > 1 else "the question"
                return f"Answer {which} first."
        return "" if self.is_agreed else "Tick the box if you agree."
