"""Flows and journeys for programs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from handbook.domain.blocks import Spans, block_texts, plain
from handbook.domain.filling import filled, filled_spans
from handbook.domain.flow import Choice, Flow, Outcome, Step, Telling
from handbook.domain.journey import Journey
from handbook.domain.school import School
from handbook.domain.telling import cards


def flow_shape(flow: Flow, school: School) -> dict[str, Any]:
    """A whole flow, nobody taken out of it."""
    return {
        "id": flow.id,
        "title": flow.title,
        "start": flow.start.id,
        "steps": [_step(flow, step, school) for step in flow.steps],
        "outcomes": [_outcome(flow, outcome, school) for outcome in flow.outcomes],
    }


def walk_shape(journey: Journey, school: School) -> dict[str, Any]:
    """Where a journey stands, the subjects of the concern taken out."""
    own = journey.start.flow
    over = journey.is_over
    tell = cards(journey.outcome(journey.first), school, journey.subjects) if over else ()
    return {
        "at": "outcome" if over else "step",
        "id": journey.place.seen_from(own),
        "first": journey.first.seen_from(own) if over else None,
        "also": [ref.seen_from(own) for ref in journey.also] if over else [],
        "path": [answer.choice.text for answer in journey.answers],
        "subject": ", ".join(journey.subjects) or None,
        "tell": [
            {
                "role": card.contact.id,
                "title": card.contact.title,
                "name": card.contact.name,
                "phone": card.contact.phone,
            }
            for card in tell
        ],
    }


def _step(flow: Flow, step: Step, school: School) -> dict[str, Any]:
    return {
        "id": step.id,
        "question": step.question,
        "help": "\n".join(block_texts(filled(step.help, school))),
        "choices": [_choice(flow, choice) for choice in step.choices],
    }


def _choice(flow: Flow, choice: Choice) -> dict[str, Any]:
    return {
        "text": choice.text,
        "hint": choice.hint,
        "to": choice.to.seen_from(flow.id),
        "also": [ref.seen_from(flow.id) for ref in choice.also],
        "subject": choice.subject or None,
    }


def _outcome(flow: Flow, outcome: Outcome, school: School) -> dict[str, Any]:
    return {
        "id": outcome.id,
        "title": outcome.title,
        "why": "\n".join(block_texts(filled(outcome.why, school))),
        "tell": _tellings(outcome.tell, school),
        "if_about": [
            {"role": line.role, "tell": _tellings(line.tell, school)} for line in outcome.if_about
        ],
        "by_when": _text(outcome.by_when, school),
        "do_now": [_text(spans, school) for spans in outcome.do_now],
        "do_not": [_text(spans, school) for spans in outcome.do_not],
        "next": [_text(spans, school) for spans in outcome.next],
        "protection": _text(outcome.protection, school),
        "outside": _tellings(outcome.outside, school),
        "rests_on": [str(rest.ref) for rest in outcome.rests_on],
        "go_on": [ref.seen_from(flow.id) for ref in outcome.go_on],
    }


def _tellings(tellings: Iterable[Telling], school: School) -> list[dict[str, str]]:
    return [
        {"role": each.role, "words": each.words, "note": _text(each.note, school)}
        for each in tellings
    ]


def _text(spans: Spans, school: School) -> str:
    return plain(filled_spans(spans, school))
