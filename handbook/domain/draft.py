"""Walking a flow that is not finished yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from handbook.domain.blocks import Paragraph, Span
from handbook.domain.flow import Choice, Flow, Flows, Node, NodeRef, Outcome, Step
from handbook.domain.flow_matching import same_choices, same_steps
from handbook.domain.journey import Answer, Journey
from handbook.domain.library import Library
from handbook.domain.school import Contact, School


def walkable(library: Library) -> Library:
    """A library whose flows can be walked to an end, unfinished as they are.

    Where an answer leads to a place that is not there, an outcome stands that says so. What
    "and also" cannot add is left out. A role that the school has not got has its id for a
    title. Lint names all of these; it looks at the flows as they were written.
    """
    flows = Flows(
        {flow.id: _without_false_additions(flow, library.flows) for flow in library.flows}
    )
    return replace(library, flows=_complete(flows), school=_with_roles(library.school, flows))


def taken_up(answers: Iterable[Answer], before: Flows, journey: Journey) -> Journey:
    """A journey through flows that changed, with the answers given before as far as they apply.

    Questions and choices are matched as in a comparison, so that both may be reworded.
    """
    known = same_steps(before, journey.flows)
    for answer in answers:
        here = journey.position
        if isinstance(here, Outcome):
            if answer.choice.to not in here.go_on:
                break
            journey = journey.go_on(answer.choice.to)
            continue
        number = _number(answer, before, here) if known.get(journey.place) == answer.at else 0
        if not number:
            break
        journey = journey.answer_number(number)
    return journey


def _number(answer: Answer, before: Flows, step: Step) -> int:
    """The number, from 1, under which a step offers an earlier answer; 0 for none."""
    asked = before.node(answer.at)
    offered = asked.choices if isinstance(asked, Step) else ()
    same = same_choices(offered, step.choices)
    return next((new + 1 for new, old in same.items() if offered[old] == answer.choice), 0)


def _without_false_additions(flow: Flow, flows: Flows) -> Flow:
    steps = {NodeRef(each.id, step.id) for each in flows for step in each.steps}

    def added(choice: Choice) -> Choice:
        return replace(choice, also=tuple(ref for ref in choice.also if ref not in steps))

    def honest(node: Node) -> Node:
        if isinstance(node, Outcome):
            return node
        return replace(node, choices=tuple(map(added, node.choices)))

    return replace(flow, nodes=tuple(map(honest, flow.nodes)))


def _complete(flows: Flows) -> Flows:
    known = {NodeRef(flow.id, node.id) for flow in flows for node in flow.nodes}
    found = dict(flows.by_id)
    for ref in dict.fromkeys(ref for flow in flows for ref in _led_to(flow)):
        if ref not in known:
            flow = found.get(ref.flow, Flow(ref.flow, ref.flow, f"flows/{ref.flow}.md", ()))
            found[ref.flow] = replace(flow, nodes=(*flow.nodes, _nothing_yet(ref)))
    return Flows(found)


def _nothing_yet(ref: NodeRef) -> Outcome:
    words = f"An answer leads to {ref}, and there is no question or outcome of that name."
    return Outcome(ref.id, "Nothing is written here yet", (Paragraph((Span(words),), 0),))


def _led_to(flow: Flow) -> Iterator[NodeRef]:
    for node in flow.nodes:
        if isinstance(node, Outcome):
            yield from node.go_on
        else:
            for choice in node.choices:
                yield choice.to
                yield from choice.also


def _with_roles(school: School, flows: Flows) -> School:
    missing = dict.fromkeys(
        role
        for flow in flows
        for outcome in flow.outcomes
        for role in _roles(outcome)
        if role not in school.contacts
    )
    strangers = {role: Contact(role, f"{role} (not in school.yaml)") for role in missing}
    return replace(school, contacts={**school.contacts, **strangers})


def _roles(outcome: Outcome) -> Iterator[str]:
    for telling in (*outcome.tell, *outcome.outside):
        yield telling.role
    for line in outcome.if_about:
        yield line.role
        yield from (telling.role for telling in line.tell)
