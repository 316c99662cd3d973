"""The answers of a journey, as its pages list them."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.domain.flow import Step
from handbook.domain.journey import Journey


@dataclass(frozen=True, slots=True)
class AnswerView:
    """An answer given so far, by its place in the journey."""

    index: int
    question: str
    answer: str


def answer_views(journey: Journey) -> tuple[AnswerView, ...]:
    """The answers of a journey as they are listed."""
    return tuple(
        AnswerView(index, node.question, answer.choice.text)
        for index, answer in enumerate(journey.answers)
        if isinstance(node := journey.flows.node(answer.at), Step)
    )
