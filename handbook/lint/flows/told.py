"""The proof that nobody is sent to the person they are worried about.

Every way through the flows is followed with the subjects that its answers named. An
outcome added on the way is judged with the subjects known at the end, because that is
when it is shown. Each outcome is looked at once for each set of subjects, so the proof
grows with the places and the subjects, never with the number of paths.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from handbook.domain.blocks import Span, Spans
from handbook.domain.flow import Flow, NodeRef, Outcome, Part
from handbook.domain.links import LinkKind
from handbook.domain.school import School
from handbook.domain.telling import Card, cards, if_about_lines, outside_cards, safe_spans
from handbook.lint.finding import Finding, error, warning
from handbook.lint.flows.graph import Graph, Way
from handbook.lint.flows.outcomes import parts_of

Subjects = tuple[str, ...]

_IN_CARDS = (Part.TELL, Part.IF_ABOUT, Part.OUTSIDE)


@dataclass(frozen=True, slots=True)
class _State:
    at: NodeRef
    subjects: Subjects = ()
    added: NodeRef | None = None


@dataclass(frozen=True, slots=True)
class _Shown:
    """An outcome that somebody is shown, for whom it must hold, and how they came to it."""

    flow: Flow
    outcome: Outcome
    subjects: Subjects
    answers: str


def check_told(graph: Graph, school: School) -> Iterator[Finding]:
    """Whether any way through the flows tells a subject, or nobody at all."""
    for shown in _everything_shown(graph, school):
        if _knows_all(shown.outcome, school):
            yield from _nobody_left(shown, school)
            yield from _subject_told(shown, school)
            yield from _nobody_instead(shown, school)
            yield from _if_about(shown, school)


def _everything_shown(graph: Graph, school: School) -> Iterator[_Shown]:
    seen: set[tuple[NodeRef, Subjects]] = set()
    for state, answers in _states(graph, school):
        flow_and_node = graph.nodes.get(state.at)
        if flow_and_node is None or not isinstance(flow_and_node[1], Outcome):
            continue
        ref = state.added or state.at
        flow, outcome = graph.nodes[ref]
        if isinstance(outcome, Outcome) and (ref, state.subjects) not in seen:
            seen.add((ref, state.subjects))
            yield _Shown(flow, outcome, state.subjects, " › ".join(answers))


def _states(graph: Graph, school: School) -> Iterator[tuple[_State, tuple[str, ...]]]:
    waiting: deque[tuple[_State, tuple[str, ...]]] = deque(
        (_State(start), ()) for start in graph.starts
    )
    met = {state for state, _ in waiting}
    while waiting:
        state, answers = waiting.popleft()
        yield state, answers
        for way in graph.ways(state.at):
            for following in _after(state, way, graph, school):
                if following not in met:
                    met.add(following)
                    waiting.append((following, (*answers, way.words)))


def _after(state: _State, way: Way, graph: Graph, school: School) -> Iterator[_State]:
    named = way.choice.subjects if way.choice else ()
    known = {role for role in named if role in school.contacts}
    subjects = tuple(sorted({*state.subjects, *known})) if known else state.subjects
    yield _State(way.to, subjects, state.added)
    for added in way.choice.also if way.choice and state.added is None else ():
        if added in graph.nodes:
            yield _State(way.to, subjects, added)


def _nobody_left(shown: _Shown, school: School) -> Iterator[Finding]:
    if shown.outcome.tell and not cards(shown.outcome, school, shown.subjects):
        yield error(
            shown.flow.file,
            shown.outcome.line,
            "tell-nobody",
            f"“{shown.outcome.title}” tells nobody{_about(shown, school)}. Add a line for this "
            "person under “If it is about one of them”, or fill in 'when-subject' in school.yaml.",
        )


def _subject_told(shown: _Shown, school: School) -> Iterator[Finding]:
    told = {role for role in _roles_shown(shown, school) if school.is_one_of(role, shown.subjects)}
    for role in sorted(told):
        yield error(
            shown.flow.file,
            shown.outcome.line,
            "tell-subject",
            f"“{shown.outcome.title}” sends the reader to {school.contact(role).title}"
            f"{_about(shown, school)}.",
        )


def _roles_shown(shown: _Shown, school: School) -> Iterator[str]:
    found: tuple[Card, ...] = (
        *cards(shown.outcome, school, shown.subjects),
        *outside_cards(shown.outcome, school, shown.subjects),
    )
    for card in found:
        yield card.contact.id
        yield from _roles(card.note)
    for part, spans in parts_of(shown.outcome):
        if part not in _IN_CARDS:
            yield from _roles(safe_spans(spans, school, shown.subjects))


def _nobody_instead(shown: _Shown, school: School) -> Iterator[Finding]:
    lost = {
        role
        for _, spans in parts_of(shown.outcome)
        for role in _roles(spans)
        if school.instead_of(role, shown.subjects) is None
    }
    for role in sorted(lost):
        yield warning(
            shown.flow.file,
            shown.outcome.line,
            "tell-instead",
            f"“{shown.outcome.title}” speaks of {school.contact(role).title}, and nobody stands "
            f"in{_about(shown, school)}. Staff would read “somebody else whom you trust”. "
            "Fill in 'when-subject' in school.yaml.",
        )


def _if_about(shown: _Shown, school: School) -> Iterator[Finding]:
    lines = zip(
        shown.outcome.if_about, if_about_lines(shown.outcome, school, shown.subjects), strict=False
    )
    for line, (contact, told) in lines:
        if not told:
            yield error(
                shown.flow.file,
                line.line or shown.outcome.line,
                "tell-nobody",
                f"If it is about {contact.title}, this line tells nobody else. Name somebody "
                "with a role: link.",
            )


def _knows_all(outcome: Outcome, school: School) -> bool:
    roles = {telling.role for telling in (*outcome.tell, *outcome.outside)}
    roles |= {line.role for line in outcome.if_about}
    roles |= {telling.role for line in outcome.if_about for telling in line.tell}
    roles |= {role for _, spans in parts_of(outcome) for role in _roles(spans)}
    return all(role in school.contacts for role in roles)


def _roles(spans: Spans) -> Iterator[str]:
    return (span.link.target for span in spans if _is_role(span) and span.link)


def _is_role(span: Span) -> bool:
    return span.link is not None and span.link.kind is LinkKind.ROLE


def _about(shown: _Shown, school: School) -> str:
    if not shown.subjects:
        return ""
    names = " and ".join(school.contact(role).title for role in shown.subjects)
    return f", if the worry is about {names} (answers: {shown.answers})"
