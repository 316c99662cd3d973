"""Whether the flows ask whose doing it is, before they send anybody to a person inside."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.domain.flow import Flow, NodeRef, Outcome, Part
from handbook.domain.school import School
from handbook.lint.finding import Finding, error, warning
from handbook.lint.flows.graph import Graph

_State = tuple[NodeRef, NodeRef | None]
"""A place, and one outcome that was added on the way to it."""


def never_asked(graph: Graph, school: School) -> Iterator[Finding]:
    """Flows that tell people of the school and have no answer that names a subject."""
    for flow in graph.flows:
        asks = any(choice.subject for step in flow.steps for choice in step.choices)
        inside = any(_tells_inside(outcome, school) for outcome in flow.outcomes)
        if inside and not asks and _needs(flow):
            yield warning(
                flow.file,
                flow.nodes[0].line,
                "flow-unasked",
                "No question of this flow asks whose doing it is, so it cannot keep anybody from "
                'telling that very person. Add one, with {: subject="role"} after the answers.',
            )


def told_unasked(graph: Graph, school: School) -> Iterator[Finding]:
    """Outcomes that tell somebody inside before it was asked, and name nobody else instead."""
    for ref in sorted(_shown_unasked(graph)):
        flow, outcome = graph.nodes[ref]
        if not isinstance(outcome, Outcome) or outcome.if_about or not _needs(flow):
            continue
        if _tells_inside(outcome, school):
            yield error(
                flow.file,
                outcome.line,
                "tell-unasked",
                f"One comes to “{outcome.title}” without being asked whose doing it is. Ask it "
                f"before, or add “{Part.IF_ABOUT}” with a line for each person told.",
            )


def _shown_unasked(graph: Graph) -> set[NodeRef]:
    shown: set[NodeRef] = set()
    waiting: list[_State] = [(start, None) for start in graph.starts]
    met = set(waiting)
    while waiting:
        at, added = waiting.pop()
        node = graph.node(at)
        if isinstance(node, Outcome):
            shown.update(ref for ref in (at, added) if ref)
        elif any(choice.subject for choice in node.choices):
            continue
        for state in _after(graph, at, added):
            if state not in met:
                met.add(state)
                waiting.append(state)
    return shown


def _after(graph: Graph, at: NodeRef, added: NodeRef | None) -> Iterator[_State]:
    for way in graph.ways(at):
        yield way.to, added
        for ref in way.choice.also if way.choice and added is None else ():
            if ref in graph.nodes:
                yield way.to, ref


def _needs(flow: Flow) -> bool:
    return Part.TELL in flow.needs


def _tells_inside(outcome: Outcome, school: School) -> bool:
    contacts = (school.contacts.get(telling.role) for telling in outcome.tell)
    return any(contact is not None and not contact.is_body for contact in contacts)
