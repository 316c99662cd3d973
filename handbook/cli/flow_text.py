"""Flows, journeys and outcomes for people at a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import click

from handbook.cli.printing import say, say_title
from handbook.domain.blocks import Block, Spans, block_texts, plain
from handbook.domain.filling import filled, filled_spans
from handbook.domain.flow import Flow, Flows, Outcome, Part, Step
from handbook.domain.journey import Journey
from handbook.domain.school import Contact, School
from handbook.domain.telling import (
    Card,
    away_card,
    cards,
    if_about_lines,
    outside_cards,
    safe_spans,
)

_OWN_MANAGER = "line-manager"
"""A different person for everybody: the school leaves the name empty."""


def say_flow(flow: Flow) -> None:
    """Print a flow: its questions with their choices, and the titles of its outcomes."""
    say_title(flow.title)
    for step in flow.steps:
        click.echo()
        say(f"{step.question}  ({step.id})")
        for number, choice in enumerate(step.choices, 1):
            also = ", ".join(ref.seen_from(flow.id) for ref in choice.also)
            leads = choice.to.seen_from(flow.id) + (f", and also {also}" if also else "")
            say(f"{choice.text}  → {leads}", indent=2, mark=f"{number}  ")
    say_title("Outcomes")
    for outcome in flow.outcomes:
        say(f"{outcome.title}  ({outcome.id})", indent=2)


def say_journey(
    journey: Journey, school: School, command: str, numbers: Sequence[int] = ()
) -> None:
    """Print where a journey stands: the question to answer, or what to do now."""
    for answer in journey.answers:
        say(click.style(answer.choice.text, dim=True), mark="› ")
    here, typed = journey.position, " ".join(map(str, numbers))
    if isinstance(here, Step):
        say_step(here, school)
        click.echo()
        say(f"Answer with a number: {_joined(command, typed)} N")
        return
    first = journey.first
    say_outcome(journey.outcome(first), school, journey.subjects, "First")
    for ref in journey.also:
        say_outcome(journey.outcome(ref), school, journey.subjects, "Also")
    _say_onward(here, journey.flows, _joined(command, typed))


def _say_onward(outcome: Outcome, flows: Flows, typed: str) -> None:
    """Print how to go on into another flow with all that was answered so far."""
    for number, ref in enumerate(outcome.go_on, 1):
        click.echo()
        say(f"Go on to “{flows.flow(ref.flow).title}”: {_joined(typed, str(number))}")


def _joined(*words: str) -> str:
    return " ".join(" ".join(words).split())


def say_step(step: Step, school: School) -> None:
    """Print a question with its choices."""
    say_title(step.question)
    _say_blocks(step.help, school)
    click.echo()
    for number, choice in enumerate(step.choices, 1):
        say(choice.text, indent=2, mark=f"{number}  ")
        if choice.hint:
            say(click.style(choice.hint, dim=True), indent=5)


def say_outcome(outcome: Outcome, school: School, subjects: Sequence[str], rank: str = "") -> None:
    """Print an outcome, the subjects of the concern taken out."""
    say_title(f"{rank}: {outcome.title}" if rank else outcome.title)
    _say_blocks(outcome.why, school)
    tell = cards(outcome, school, subjects)
    _say_cards(Part.TELL, tell)
    for card in tell:
        if other := away_card(card, school, subjects):
            say(f"If they cannot be reached ({card.contact.title}): {other.title}", indent=2)
    for person, told in if_about_lines(outcome, school, subjects):
        names = ", ".join(card.contact.title for card in told)
        say(f"If it is about them ({person.title}): {names}", indent=2)
    _say_texts(Part.BY_WHEN, (outcome.by_when,), school, subjects)
    _say_texts(Part.DO_NOW, outcome.do_now, school, subjects)
    _say_texts(Part.DO_NOT, outcome.do_not, school, subjects)
    _say_texts(Part.NEXT, outcome.next, school, subjects)
    _say_texts(Part.PROTECTION, (outcome.protection,), school, subjects)
    _say_cards(Part.OUTSIDE, outside_cards(outcome, school, subjects))
    if outcome.rests_on:
        _say_part(Part.RESTS_ON)
        for rest in outcome.rests_on:
            say(f"{rest.words}  ({rest.ref})", indent=2, mark="- ")


def who(contact: Contact) -> str:
    """A contact in one line; a blank name or number is said to be blank."""
    if contact.id == _OWN_MANAGER and contact.is_blank:
        return contact.title
    if contact.is_blank:
        return f"{contact.title}: name not filled in yet, ask how to reach them, not saying why"
    parts = (contact.name, contact.phone, contact.email, contact.site, contact.hours)
    known = [part for part in parts if part] or ["number not filled in yet"]
    return f"{contact.title}: {', '.join(known)}"


def _say_cards(part: Part, found: Iterable[Card]) -> None:
    shown = tuple(found)
    if not shown:
        return
    _say_part(part)
    for card in shown:
        note = plain(card.note)
        say(who(card.contact) + (f" ({note})" if note else ""), indent=2, mark="- ")


def _say_texts(
    part: Part, texts: Iterable[Spans], school: School, subjects: Sequence[str]
) -> None:
    shown = [plain(filled_spans(safe_spans(t, school, subjects), school)) for t in texts]
    if not any(shown):
        return
    _say_part(part)
    mark = "" if part in (Part.BY_WHEN, Part.PROTECTION) else "- "
    for text in shown:
        say(text.replace("\n", " "), indent=2, mark=mark)


def _say_part(part: Part) -> None:
    click.echo()
    say(click.style(part.value, bold=True))


def _say_blocks(blocks: tuple[Block, ...], school: School) -> None:
    for text in block_texts(filled(blocks, school)):
        say(text.replace("\n", " "))
