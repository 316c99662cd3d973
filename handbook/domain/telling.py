"""Who is told: an outcome's people with the subject of the concern taken out.

The rule is section 3 of the architecture. With a subject, *Tell* gives way, whole, to that
person's line under *If it is about one of them*. What then still names the subject, and
every card where there is no such line, is followed along `when-subject` to the first other
person. Persons are compared, not roles.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from handbook.domain.blocks import Span, Spans
from handbook.domain.flow import Outcome, Telling
from handbook.domain.links import Link, LinkKind
from handbook.domain.school import Contact, School


@dataclass(frozen=True, slots=True)
class Card:
    """Somebody to tell: the contact, and a word on when or what for."""

    contact: Contact
    note: Spans = ()
    instead_of: str = ""
    """The role that this contact stands in for, because that person is the subject."""


def cards(outcome: Outcome, school: School, subjects: Sequence[str]) -> tuple[Card, ...]:
    """Whom an outcome says to tell, never one of the subjects.

    Empty where nobody is left, which lint refuses. Raises NotFound for a role that
    school.yaml does not hold.
    """
    lines = [
        line
        for subject in subjects
        for line in outcome.if_about
        if school.same_person(line.role, subject)
    ]
    tellings = [telling for line in lines for telling in line.tell] or list(outcome.tell)
    return _without(tellings, school, subjects)


def outside_cards(outcome: Outcome, school: School, subjects: Sequence[str]) -> tuple[Card, ...]:
    """The help outside, each once, the subjects taken out."""
    return _without(outcome.outside, school, subjects)


def if_about_lines(
    outcome: Outcome, school: School, subjects: Sequence[str]
) -> tuple[tuple[Contact, tuple[Card, ...]], ...]:
    """Whom to tell if it is about one of those told: all lines where no subject is known.

    With a subject the lines have done their work, and none is left to show.
    """
    if subjects:
        return ()
    return tuple(
        (school.contact(line.role), _without(line.tell, school, (line.role,)))
        for line in outcome.if_about
    )


def away_card(card: Card, school: School, subjects: Sequence[str]) -> Contact | None:
    """Who stands in when this contact cannot be reached; None where nobody is named."""
    role = card.contact.when_away
    if not role:
        return None
    other = school.instead_of(role, subjects)
    if other is None or school.same_person(other, card.contact.id):
        return None
    return school.contact(other)


def safe_spans(spans: Spans, school: School, subjects: Sequence[str]) -> Spans:
    """Text with every link to a subject turned into the person to go to instead."""
    return tuple(_safe_span(span, school, subjects) for span in spans)


def _safe_span(span: Span, school: School, subjects: Sequence[str]) -> Span:
    link = span.link
    if link is None or link.kind is not LinkKind.ROLE:
        return span
    if not school.is_one_of(link.target, subjects):
        return span
    other = school.instead_of(link.target, subjects)
    if other is None:
        return replace(span, text="somebody else whom you trust", link=None)
    title = school.contact(other).title
    if span.text[:1].islower() and title[1:] == title[1:].lower():
        title = title.lower()  # "the Headteacher" within a sentence
    return replace(span, text=title, link=Link(LinkKind.ROLE, other))


def _without(
    tellings: Iterable[Telling], school: School, subjects: Sequence[str]
) -> tuple[Card, ...]:
    found: list[Card] = []
    for telling in tellings:
        role = school.instead_of(telling.role, subjects)
        if role is None or any(school.same_person(role, card.contact.id) for card in found):
            continue
        note = safe_spans(telling.note, school, subjects)
        instead_of = telling.role if role != telling.role else ""
        found.append(Card(school.contact(role), note, instead_of))
    return tuple(found)
