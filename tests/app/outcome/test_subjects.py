"""No way through the real flows names the person whom a concern is about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from handbook import locations
from handbook.app.contacts import ContactView
from handbook.app.outcome.routes import outcome_view
from handbook.app.outcome.views import RouteView
from handbook.domain.blocks import plain
from handbook.domain.flow import Outcome, Step
from handbook.domain.journey import Journey
from handbook.domain.library import Library
from handbook.domain.school import Contact, School

TODAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def library() -> Library:
    """The content that comes with the program, every person given a name of their own."""
    from handbook.markup.library import read_library

    read = read_library(locations.content())
    people = {
        role: contact if contact.is_body else _named(contact, index)
        for index, (role, contact) in enumerate(read.school.contacts.items())
    }
    return replace(read, school=replace(read.school, contacts=people))


def _named(contact: Contact, index: int) -> Contact:
    return replace(
        contact,
        name=f"Name{index:02}",
        phone=f"01632 960 {index:03}",
        email=f"role{index:02}@school.example",
    )


def endings(journey: Journey) -> Iterator[Journey]:
    """Every way on to an outcome, without going on into another flow."""
    here = journey.position
    if isinstance(here, Outcome):
        yield journey
        return
    for choice in here.choices:
        yield from endings(journey.answer(choice))


def distinct(library: Library) -> Iterator[Journey]:
    """One journey for each different result of any flow: subject, first and also."""
    seen = set()
    for flow in library.flows:
        for journey in endings(Journey(library.flows, flow.start)):
            result = (journey.place, journey.also, journey.subjects)
            if result not in seen:
                seen.add(result)
                yield journey


def cards_of(route: RouteView) -> list[ContactView]:
    instead = [contact for case in route.instead for contact in case.contacts]
    return [*route.tell, *route.outside, *instead]


def texts_of(route: RouteView) -> list[str]:
    parts = (*route.why, route.by_when, *route.do_now, *route.do_not, route.protection)
    moments = [f"{moment.when} {plain(moment.words)}" for moment in route.next]
    leads = [f"{card.lead} {plain(card.note)}" for card in cards_of(route)]
    return [route.title, *map(plain, parts), *moments, *leads]


def told_wrongly(route: RouteView, school: School, subject: str) -> list[str]:
    """Cards and texts of a route that name a subject."""
    person = school.contact(subject)
    named = (person.name, person.phone, person.email)
    cards = [f"{card.who} {card.phone} {card.email}" for card in cards_of(route)]
    found = [text for text in (*cards, *texts_of(route)) if any(n in text for n in named)]
    return found + [text for text in texts_of(route) if person.title.lower() in text.lower()]


def test_no_route_names_its_subject(library: Library) -> None:
    wrong = [
        (str(journey.first), subject, text)
        for journey in distinct(library)
        for subject in journey.subjects
        for route in outcome_view(library, journey, TODAY).routes
        for text in told_wrongly(route, library.school, subject)
    ]

    assert wrong == []


def test_every_result_of_every_flow_is_shown_whole(library: Library) -> None:
    for journey in distinct(library):
        for route in outcome_view(library, journey, TODAY).routes:
            assert route.title
            assert route.because or not journey.answers
            assert route.do_now


def test_every_question_can_be_asked(library: Library) -> None:
    for flow in library.flows:
        assert all(isinstance(step, Step) and step.choices for step in flow.steps)
