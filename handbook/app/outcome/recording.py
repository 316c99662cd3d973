"""What a record of a case is written for: its route, and the person whom the route tells first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from handbook.app.contacts import the
from handbook.app.journey.record_for import RecordFor
from handbook.app.outcome.views import RouteView
from handbook.domain.flow import EMERGENCY, HELP, Outcome
from handbook.domain.school import Contact, School
from handbook.domain.telling import Card

_HEAD = "headteacher"
_DSL = "dsl"
_ABOUT_CHILDREN = "safeguarding"
"""The policy that a route about a child rests on before any other."""


def record_for(
    outcome: Outcome, told: Sequence[Card], school: School, subjects: Sequence[str]
) -> RecordFor | None:
    """What to write a record for; None where nobody is told, or only asked for leave or help.

    `told` are the cards that the outcome shows, so that no subject can be among them.
    """
    # What can wait for ever is no report.
    if not told or not outcome.by_when or outcome.id == HELP:
        return None
    return RecordFor(
        route=outcome.title,
        person=_person(outcome, told),
        past_head=school.is_one_of(_HEAD, subjects),
        about_child=_is_about_child(outcome, told),
    )


def after_emergency(routes: Sequence[RouteView]) -> tuple[RouteView, ...]:
    """The routes, where a record of an emergency is for whom the next route tells.

    999 is called; nobody hands them a sheet.
    """
    records = [route.record for route in routes if route.record and not route.is_emergency]
    return tuple(
        replace(route, record=records[0]) if route.is_emergency and records else route
        for route in routes
    )


def _person(outcome: Outcome, told: Sequence[Card]) -> str:
    """The first who is told; nobody where the route is to one of several bodies, or to 999."""
    first = told[0].contact
    if outcome.id == EMERGENCY or (first.is_body and len(told) > 1):
        return ""
    return _named(first)


def _named(contact: Contact) -> str:
    return f"{contact.name}, {contact.title}" if contact.name else the(contact)


def _is_about_child(outcome: Outcome, told: Sequence[Card]) -> bool:
    if outcome.id == EMERGENCY:
        return False
    tells_lead = any(_DSL in (card.contact.id, card.instead_of) for card in told)
    rests_on = [rest.ref.policy for rest in outcome.rests_on[:1]]
    return tells_lead or rests_on == [_ABOUT_CHILDREN]
