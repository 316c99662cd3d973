"""What a list of answers comes to, worked out anew from the flow files' own words.

It shares no code with Journey: a plain list of numbers is walked through the steps, so
that the pages, the presenters and Journey itself can be held against it.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handbook.domain.flow import Choice, Flow, Flows, NodeRef, Outcome, Step

Numbers = tuple[int, ...]
"""Choices from 1, in the order of the file; GO_ON + n is the nth way on from an outcome."""
GO_ON = 100


@dataclass(frozen=True)
class Walked:
    """Where a list of answers has come to."""

    place: NodeRef
    asked: tuple[str, ...]
    """The questions that were answered."""
    said: tuple[str, ...]
    added: tuple[NodeRef, ...]
    subjects: tuple[str, ...]
    met: tuple[str, ...]
    """The flows on the way, in order."""

    @property
    def answers(self) -> tuple[tuple[str, str], ...]:
        """Questions with their answers, as a page lists them."""
        return tuple(zip(self.asked, self.said, strict=True))

    @property
    def first(self) -> NodeRef:
        """The end, or 999 wherever it was added."""
        calls = [ref for ref in (self.place, *self.added) if ref.id == "emergency-999"]
        return calls[0] if calls else self.place

    def also(self, flows: Flows) -> list[NodeRef]:
        """What was added and is not first, by the priority of the flows met."""
        order = [ref for flow in self.met for ref in flows.by_id[flow].priority]
        others = {ref for ref in (self.place, *self.added) if ref != self.first}
        assert others <= set(order), "an outcome that no priority names"
        return sorted(others, key=order.index)


def walk(flows: Flows, start: NodeRef, numbers: Sequence[int]) -> Walked:
    """Give these answers one after the other; raises IndexError for one not offered.

    A question of another flow that names the same people in the same words is not asked: it
    takes the answer that was given before.
    """
    place, met = start, [start.flow]
    taken: list[tuple[str, Step, Choice]] = []
    for number in numbers:
        node = node_at(flows, place)
        if isinstance(node, Outcome):
            place = node.go_on[number - GO_ON - 1]
        else:
            taken.append((place.flow, node, node.choices[number - 1]))
            place = taken[-1][2].to
        while (known := _answered_before(node_at(flows, place), place.flow, taken)) is not None:
            met.append(place.flow)
            taken.append((place.flow, *known))
            place = known[1].to
        met.append(place.flow)
    subjects = [role for _, _, choice in taken for role in choice.subject.split()]
    return Walked(
        place,
        asked=tuple(step.question for _, step, _ in taken),
        said=tuple(choice.text for _, _, choice in taken),
        added=tuple(ref for _, _, choice in taken for ref in choice.also),
        subjects=tuple(dict.fromkeys(subjects)),
        met=tuple(dict.fromkeys(met)),
    )


def _answered_before(
    node: Step | Outcome, flow: str, taken: list[tuple[str, Step, Choice]]
) -> tuple[Step, Choice] | None:
    if isinstance(node, Outcome) or not any(choice.subject for choice in node.choices):
        return None
    people = [(choice.text, choice.subject) for choice in node.choices]
    for asked_in, step, choice in reversed(taken):
        offered = [(other.text, other.subject) for other in step.choices]
        if asked_in != flow and offered == people:
            return node, node.choices[step.choices.index(choice)]
    return None


def every_path(flows: Flows, start: NodeRef) -> Iterator[Numbers]:
    """All lists of answers from a place to an outcome."""
    waiting: list[Numbers] = [()]
    while waiting:
        numbers = waiting.pop()
        node = node_at(flows, walk(flows, start, numbers).place)
        if isinstance(node, Outcome):
            yield numbers
        else:
            waiting += [(*numbers, number) for number in range(len(node.choices), 0, -1)]


def some_paths(flow: Flow, flows: Flows, count: int) -> list[Numbers]:
    """So many paths of a flow, the same ones each time."""
    paths = list(every_path(flows, flow.start))
    return random.Random(flow.id).sample(paths, min(count, len(paths)))


def every_state(flows: Flows, start: NodeRef) -> Iterator[Numbers]:
    """One list of answers for each question and the subjects known when it is asked.

    What a question shows besides the answers so far depends on nothing else.
    """
    waiting: list[Numbers] = [()]
    met = set()
    while waiting:
        numbers = waiting.pop()
        here = walk(flows, start, numbers)
        node = node_at(flows, here.place)
        state = (here.place, frozenset(here.subjects))
        if isinstance(node, Step) and state not in met:
            met.add(state)
            yield numbers
            waiting += [(*numbers, n) for n in range(len(node.choices), 0, -1)]


def node_at(flows: Flows, ref: NodeRef) -> Step | Outcome:
    """The step or outcome at a place."""
    return next(node for node in flows.by_id[ref.flow].nodes if node.id == ref.id)


def step_at(flows: Flows, ref: NodeRef) -> Step:
    """The question at a place, which must be one."""
    node = node_at(flows, ref)
    assert isinstance(node, Step)
    return node


def outcome_at(flows: Flows, ref: NodeRef) -> Outcome:
    """The outcome at a place, which must be one."""
    node = node_at(flows, ref)
    assert isinstance(node, Outcome)
    return node
