"""From a journey that is over to the routes it comes to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from handbook.app.contacts import ContactView, contact_view, the
from handbook.app.journey.answers import answer_views
from handbook.app.outcome.recording import after_emergency, record_for
from handbook.app.outcome.views import (
    GoOnView,
    InsteadView,
    MomentView,
    OutcomeView,
    RestView,
    RouteView,
)
from handbook.domain.blocks import Paragraph, Span, Spans, block_texts, plain
from handbook.domain.errors import NotFound
from handbook.domain.filling import filled_spans
from handbook.domain.flow import EMERGENCY, NodeRef, Outcome, RestsOn, Step
from handbook.domain.journey import Answer, Journey
from handbook.domain.library import Library
from handbook.domain.policy import Clause
from handbook.domain.school import School
from handbook.domain.telling import (
    Card,
    away_card,
    cards,
    if_about_lines,
    outside_cards,
    safe_spans,
)


def outcome_view(library: Library, journey: Journey, today: date) -> OutcomeView:
    """All that the page shows of a journey that is over."""
    refs = (journey.first, *journey.also)
    return OutcomeView(
        routes=after_emergency([_Router(library, journey, today, ref).route() for ref in refs]),
        answers=answer_views(journey),
    )


@dataclass(frozen=True, slots=True)
class _Router:
    """Makes the view of one outcome. Every text goes through `_words`."""

    library: Library
    journey: Journey
    today: date
    ref: NodeRef

    @property
    def _school(self) -> School:
        return self.library.school

    def route(self) -> RouteView:
        """The outcome, whole."""
        outcome = self.journey.outcome(self.ref)
        told = cards(outcome, self._school, self.journey.subjects)
        return RouteView(
            title=outcome.title,
            is_first=self.ref == self.journey.first,
            is_emergency=self.ref.id == EMERGENCY,
            why=tuple(self._why(outcome)),
            because=_because(self.journey, self.ref),
            by_when=self._words(outcome.by_when),
            tell=tuple(self._told(index, card) for index, card in enumerate(told)),
            instead=self._instead(outcome, told),
            do_now=tuple(self._words(spans) for spans in outcome.do_now),
            do_not=tuple(self._words(spans) for spans in outcome.do_not),
            next=tuple(_moment(self._words(spans)) for spans in outcome.next),
            protection=self._words(outcome.protection),
            outside=self._outside(outcome),
            rests_on=tuple(filter(None, map(self._rest, outcome.rests_on))),
            go_on=tuple(GoOnView(to, self._place_title(to)) for to in outcome.go_on),
            record=record_for(outcome, told, self._school, self.journey.subjects),
        )

    def _words(self, spans: Spans) -> Spans:
        return safe_spans(filled_spans(spans, self._school), self._school, self.journey.subjects)

    def _why(self, outcome: Outcome) -> list[Spans]:
        return [
            self._words(block.spans)
            if isinstance(block, Paragraph)
            else (Span(" ".join(block_texts((block,)))),)
            for block in outcome.why
        ]

    def _told(self, index: int, card: Card) -> ContactView:
        note = _capital(self._words(card.note))
        if index == 0:
            return contact_view(card.contact, self.today, "Tell first", note)
        return contact_view(card.contact, self.today, plain(note) or "And tell")

    def _instead(self, outcome: Outcome, told: tuple[Card, ...]) -> tuple[InsteadView, ...]:
        """Who to tell if one of those told is part of it, or away and nobody told stands in."""
        subjects = self.journey.subjects
        found = {
            f"If {the(contact)} is part of it": tuple(card.contact for card in others)
            for contact, others in if_about_lines(outcome, self._school, subjects)
        }
        for card in told:
            away = away_card(card, self._school, subjects)
            if away is None or any(away.id == other.contact.id for other in told):
                continue
            case = f"If {the(card.contact)} is part of it"
            if found.get(case) == (away,):
                del found[case]
                found[f"{case}, or away"] = (away,)
            else:
                found[f"If {the(card.contact)} is away"] = (away,)
        return tuple(
            InsteadView(case, tuple(contact_view(contact, self.today) for contact in contacts))
            for case, contacts in found.items()
        )

    def _outside(self, outcome: Outcome) -> tuple[ContactView, ...]:
        helpers = outside_cards(outcome, self._school, self.journey.subjects)
        return tuple(
            contact_view(
                card.contact,
                self.today,
                note=_capital(self._words(card.note)) or (Span(card.contact.purpose),),
            )
            for card in helpers
        )

    def _rest(self, rest: RestsOn) -> RestView | None:
        try:
            policy = self.library.policy(rest.ref.policy)
            clause = policy.clause(rest.ref.clause) if rest.ref.clause else None
        except NotFound:
            return None
        label = f"{policy.title} {clause.label}".strip() if clause else policy.title
        return RestView(rest.ref, label, self._rest_title(rest, clause), policy.version)

    def _rest_title(self, rest: RestsOn, clause: Clause | None) -> str:
        """The clause's title; with a subject the flow's own words, which name no person.

        A policy says "Telling the safeguarding lead" to everybody, so also to whoever is
        worried about that person.
        """
        if clause is None:
            return ""
        return rest.words if self.journey.subjects else clause.title

    def _place_title(self, to: NodeRef) -> str:
        flow = self.journey.flows.flow(to.flow)
        node = self.journey.flows.node(to)
        if to == flow.start:
            return flow.title
        return node.question if isinstance(node, Step) else node.title


def _moment(spans: Spans) -> MomentView:
    """The bold words at the beginning say when."""
    lead = 0
    while lead < len(spans) and spans[lead].strong:
        lead += 1
    rest = spans[lead:]
    if rest and rest[0].text.startswith(":"):  # `**Today**: ...` and `**Today** ...` are one
        rest = (replace(rest[0], text=rest[0].text[1:]), *rest[1:])
    return MomentView(plain(spans[:lead]).rstrip(":"), _capital(rest))


def _capital(spans: Spans) -> Spans:
    """Spans with a capital letter at the beginning, as a sentence has it."""
    if spans and not spans[0].text.strip():
        spans = spans[1:]
    if not spans:
        return spans
    words = spans[0].text.lstrip()
    return (replace(spans[0], text=words[:1].upper() + words[1:]), *spans[1:])


def _because(journey: Journey, ref: NodeRef) -> str:
    """The answers that led here, in the reader's own words."""
    said = [
        f"“{answer.choice.text}” to “{node.question}”"
        for answer in _deciding(journey, ref)
        if isinstance(node := journey.flows.node(answer.at), Step)
    ]
    return f"Because you answered {' and '.join(said[-2:])}" if said else ""


def _deciding(journey: Journey, ref: NodeRef) -> Sequence[Answer]:
    """The answers without which it would not have come to this outcome.

    For one that was added, the answers that added it. For the one at the end, those at which
    some other answer could no longer have led there.
    """
    added = [answer for answer in journey.answers if ref in answer.choice.also]
    if journey.place != ref:
        return added
    turned = [answer for answer in journey.answers if _turned(journey, answer, ref)]
    # A bare No only led past something: it is no reason in itself.
    return [answer for answer in turned if answer.choice.text != "No"] or journey.answers[-1:]


def _turned(journey: Journey, answer: Answer, ref: NodeRef) -> bool:
    step, flows = journey.flows.node(answer.at), journey.flows
    return isinstance(step, Step) and any(
        not flows.leads_to(other.to, ref) for other in step.choices if other.to != answer.choice.to
    )
