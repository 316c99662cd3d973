"""Rules on outcomes: what each must say, and how people are named in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.domain.blocks import Span, Spans, all_spans, plain
from handbook.domain.errors import NotFound
from handbook.domain.flow import Flow, Outcome, Part
from handbook.domain.library import Library
from handbook.domain.links import LinkKind
from handbook.domain.school import School
from handbook.lint.finding import Finding, error

_MAY_I = ("Stop:", "Ask first:", "Fine, with care:")
_SMALL = frozenset(["a", "an", "and", "at", "for", "in", "of", "on", "or", "the", "to", "your"])


def check_outcomes(library: Library) -> Iterator[Finding]:
    """What is wrong with the outcomes of all flows."""
    names = _names(library)
    for flow in library.flows:
        for outcome in flow.outcomes:
            yield from _parts(flow, outcome)
            yield from _rests_on(flow, outcome, library)
            yield from _go_on(flow, outcome, library)
            yield from _title(flow, outcome, names)
            yield from _unlinked(flow, outcome, names)


def parts_of(outcome: Outcome) -> Iterator[tuple[Part | None, Spans]]:
    """Every run of text of an outcome with the heading it stands under."""
    yield None, tuple(all_spans(outcome.why))
    yield Part.BY_WHEN, outcome.by_when
    for spans in outcome.do_now:
        yield Part.DO_NOW, spans
    for spans in outcome.do_not:
        yield Part.DO_NOT, spans
    for spans in outcome.next:
        yield Part.NEXT, spans
    yield Part.PROTECTION, outcome.protection
    for part, tellings in ((Part.TELL, outcome.tell), (Part.OUTSIDE, outcome.outside)):
        for telling in tellings:
            yield part, telling.note
    for line in outcome.if_about:
        yield Part.IF_ABOUT, line.note


def _parts(flow: Flow, outcome: Outcome) -> Iterator[Finding]:
    missing = [part for part in flow.needs if part not in outcome.parts]
    if missing:
        yield error(
            flow.file,
            outcome.line,
            "outcome-needs",
            f"“{outcome.title}” does not say: {', '.join(missing)}. Add these headings.",
        )
    order = [part for part in Part if part in outcome.parts]
    if list(outcome.parts) != order:
        yield error(
            flow.file,
            outcome.line,
            "outcome-order",
            f"The headings of “{outcome.title}” must come once each and in this order: "
            f"{', '.join(order)}.",
        )
    if flow.id == "may-i" and not outcome.title.startswith(_MAY_I):
        yield error(
            flow.file,
            outcome.line,
            "outcome-may-i",
            f"The title must begin with one of: {' '.join(_MAY_I)}",
        )


def _rests_on(flow: Flow, outcome: Outcome, library: Library) -> Iterator[Finding]:
    for rest in outcome.rests_on:
        if library.cannot_read(rest.ref.policy):
            continue  # its own finding says so, once
        try:
            policy = library.policy(rest.ref.policy)
            if rest.ref.clause:
                policy.clause(rest.ref.clause)
        except NotFound:
            yield error(
                flow.file,
                rest.line or outcome.line,
                "outcome-rests-on",
                f"“{outcome.title}” rests on {rest.ref}, and there is no such clause. Link to "
                "the one that is meant by its id.",
            )


def _go_on(flow: Flow, outcome: Outcome, library: Library) -> Iterator[Finding]:
    for ref in outcome.go_on:
        try:
            library.flows.node(ref)
        except NotFound:
            yield error(
                flow.file,
                outcome.line,
                "flow-link",
                f"“{outcome.title}” goes on to {ref}, which is no question or outcome.",
            )


def _title(flow: Flow, outcome: Outcome, names: dict[str, str]) -> Iterator[Finding]:
    found = _first_name(outcome.title, names)
    if found:
        yield error(
            flow.file,
            outcome.line,
            "outcome-title",
            f"The title “{outcome.title}” names a person ({found}). It is shown even when the "
            "worry is about them: name the route instead.",
        )


def _unlinked(flow: Flow, outcome: Outcome, names: dict[str, str]) -> Iterator[Finding]:
    for part, spans in parts_of(outcome):
        words = "".join(_unless_role(span) for span in spans)
        found = _first_name(words, names)
        if found:
            line = next((span.line for span in spans if span.line), outcome.line)
            where = f"Under “{part}”" if part else "In the first words"
            yield error(
                flow.file,
                line,
                "outcome-unlinked",
                f"{where} of “{outcome.title}” the words “{found}” are no link. Write "
                f"[{found}](role:{names[found]}), so that they can give way when the worry is "
                "about this person.",
            )


def _unless_role(span: Span) -> str:
    is_role = span.link is not None and span.link.kind is LinkKind.ROLE
    return " · " if is_role else span.text


def _first_name(text: str, names: dict[str, str]) -> str:
    folded = text.casefold()
    return next((name for name in names if re.search(rf"\b{re.escape(name)}\b", folded)), "")


def _names(library: Library) -> dict[str, str]:
    """What people are called, longest first, with their roles."""
    found: dict[str, str] = {}
    for person in library.school.people:
        for name in (person.title, person.id.replace("-", " "), person.name):
            found.setdefault(_called(name), person.id)
    for words, role in _called_in_links(library):
        found.setdefault(_called(words), role)
    found.pop("", None)
    return dict(sorted(found.items(), key=lambda pair: -len(pair[0])))


def _called_in_links(library: Library) -> Iterator[tuple[str, str]]:
    for flow in library.flows:
        for outcome in flow.outcomes:
            for _, spans in parts_of(outcome):
                for span in spans:
                    link = span.link
                    if link and link.kind is LinkKind.ROLE and _is_name(span, library.school):
                        yield span.text, link.target


def _is_name(span: Span, school: School) -> bool:
    """True where a link's words are much like the person's title: not `them` or `somebody`."""
    contact = school.contacts.get(span.link.target) if span.link else None
    if contact is None or contact.is_body:
        return False
    mine = set(_called(plain((span,))).split()) - _SMALL
    return len(mine) > 1 and mine <= set(_called(contact.title).split())


def _called(name: str) -> str:
    folded = " ".join(name.casefold().split())
    for start in ("your ", "the "):
        folded = folded.removeprefix(start)
    return folded
