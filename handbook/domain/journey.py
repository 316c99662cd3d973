"""Walking a decision flow: what to ask next, what it comes to, and how to go back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from handbook.domain.errors import ChoiceNotOffered, NotFound
from handbook.domain.flow import EMERGENCY, Choice, Flows, Node, NodeRef, Outcome, Step


@dataclass(frozen=True, slots=True)
class Answer:
    """A choice taken at a step; or, at an outcome, going on into another flow."""

    at: NodeRef
    choice: Choice
    carried: bool = False
    """True where nobody was asked again: it was answered in the flow before."""


@dataclass(frozen=True, slots=True)
class Journey:
    """One reader's way through the flows: the answers given so far.

    A flow that is handed to asks nobody twice who is concerned: where it offers the same
    people in the same words, the answer given before the hand-off is carried over.

    A journey never changes. Answering returns a longer one, going back a shorter one, so
    the wizard keeps no history of its own, and dropping the journey forgets everything.
    """

    flows: Flows
    start: NodeRef
    answers: tuple[Answer, ...] = ()

    @property
    def place(self) -> NodeRef:
        """Where the last answer led, or the start."""
        return self.answers[-1].choice.to if self.answers else self.start

    @property
    def position(self) -> Node:
        """The step to ask now, or the outcome once one is reached."""
        return self.flows.node(self.place)

    @property
    def is_over(self) -> bool:
        """True once an outcome is reached."""
        return isinstance(self.position, Outcome)

    def answer(self, choice: Choice) -> Journey:
        """Take a choice of the current step; raises ChoiceNotOffered."""
        here = self.position
        if isinstance(here, Outcome) or choice not in here.choices:
            raise ChoiceNotOffered(f"{choice.text!r} is not offered at {self.place}")
        return self._with(Answer(self.place, choice))

    def answer_number(self, number: int) -> Journey:
        """Take the choice with this number, from 1 in file order; raises ChoiceNotOffered."""
        here = self.position
        if isinstance(here, Outcome) or not 1 <= number <= len(here.choices):
            raise ChoiceNotOffered(f"{self.place} has no choice number {number}")
        return self.answer(here.choices[number - 1])

    def go_on(self, to: NodeRef) -> Journey:
        """Leave an outcome into the flow it hands over to; raises ChoiceNotOffered.

        The subject and the outcomes added on the way go with it.
        """
        here = self.position
        if isinstance(here, Step) or to not in here.go_on:
            raise ChoiceNotOffered(f"{self.place} does not go on to {to}")
        return self._with(Answer(self.place, Choice("Go on", to)))

    def back(self) -> Journey:
        """Undo the last answer, and those carried over after it; at the start, stay there."""
        asked = [index for index, answer in enumerate(self.answers) if not answer.carried]
        return self.back_to(asked[-1] if asked else 0)

    def back_to(self, index: int) -> Journey:
        """Undo the answer at an index, from 0, and all after it."""
        return replace(self, answers=self.answers[:index])

    def replay(self, answers: Iterable[Answer]) -> Journey:
        """Take up earlier answers again, as far as they still apply here.

        What was carried over then is left to be carried over now.
        """
        journey = self
        for answer in answers:
            if answer.carried:
                continue
            if answer.at != journey.place:
                break
            try:
                journey = _taken(journey, answer.choice)
            except ChoiceNotOffered:
                break
        return journey

    def _with(self, answer: Answer) -> Journey:
        journey = replace(self, answers=(*self.answers, answer))
        while (carried := _carried(journey)) is not None:
            journey = replace(journey, answers=(*journey.answers, carried))
        return journey

    @property
    def subjects(self) -> tuple[str, ...]:
        """The roles that the answers named as concerned: they must not be told."""
        named = (role for answer in self.answers for role in answer.choice.subjects)
        return tuple(dict.fromkeys(named))

    @property
    def first(self) -> NodeRef:
        """The outcome to act on first: where the last answer led, or 999 wherever it was added.

        Raises ChoiceNotOffered while there are questions left.
        """
        if not self.is_over:
            raise ChoiceNotOffered(f"{self.place} still asks: the journey is not over")
        return next((ref for ref in self._reached if ref.id == EMERGENCY), self.place)

    @property
    def also(self) -> tuple[NodeRef, ...]:
        """The outcomes to act on as well, once each, in the order of the flows' priority.

        Where the flows of a journey differ, the one that was met first is right.
        """
        first = self.first
        order = {ref: rank for rank, ref in enumerate(dict.fromkeys(self._priority()))}
        others = dict.fromkeys(ref for ref in self._reached if ref != first)
        return tuple(sorted(others, key=lambda ref: order.get(ref, len(order))))

    @property
    def _reached(self) -> tuple[NodeRef, ...]:
        added = (ref for answer in self.answers for ref in answer.choice.also)
        return (self.place, *added)

    def _priority(self) -> tuple[NodeRef, ...]:
        visited = dict.fromkeys(
            (self.start.flow, *(answer.choice.to.flow for answer in self.answers))
        )
        return tuple(ref for flow_id in visited for ref in self.flows.flow(flow_id).priority)

    def outcome(self, ref: NodeRef) -> Outcome:
        """The outcome at a reference; raises NotFound where a step stands there."""
        node = self.flows.node(ref)
        if isinstance(node, Step):
            raise NotFound(f"{ref} is a question, not an outcome")
        return node

    def about(self) -> int:
        """About how many questions this journey will have in all, for the progress line."""
        fewest, most = self.flows.steps_left(self.place)
        return self.answered + (fewest + most + 1) // 2

    @property
    def answered(self) -> int:
        """How many questions were answered so far; going on into another flow is none."""
        return sum(isinstance(self.flows.node(answer.at), Step) for answer in self.answers)


def _taken(journey: Journey, choice: Choice) -> Journey:
    return journey.go_on(choice.to) if journey.is_over else journey.answer(choice)


def _carried(journey: Journey) -> Answer | None:
    """The answer to the present question that was given before a hand-off, if any."""
    place = journey.place
    before = [answer for answer in journey.answers if answer.at.flow != place.flow]
    if not before:
        return None
    here = journey.position
    if isinstance(here, Outcome) or not (people := _people(here)):
        return None
    for answer in reversed(before):
        step = journey.flows.node(answer.at)
        if isinstance(step, Step) and _people(step) == people:
            choice = here.choices[step.choices.index(answer.choice)]
            return Answer(place, choice, carried=True)
    return None


def _people(step: Step) -> tuple[tuple[str, str], ...]:
    """The answers to a question that asks who is concerned; empty for any other question."""
    offered = tuple((choice.text, choice.subject) for choice in step.choices)
    return offered if any(subject for _, subject in offered) else ()
