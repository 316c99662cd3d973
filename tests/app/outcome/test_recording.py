"""What a record is written for: the person whom the outcome shows first, and never a subject."""

from __future__ import annotations

from dataclasses import replace

import pytest

from handbook import locations
from handbook.app.journey.record_for import RecordFor
from handbook.app.outcome.recording import record_for
from handbook.app.outcome.routes import outcome_view
from handbook.domain.blocks import Span
from handbook.domain.flow import Outcome, RestsOn, Telling
from handbook.domain.library import Library
from handbook.domain.policy import ClauseRef
from handbook.domain.school import Contact, School
from handbook.domain.telling import cards
from handbook.markup.library import read_library
from tests.app.outcome.money import TODAY, journey, library, school
from tests.domain.flows import SCHOOL

REPORT = Outcome("report", "Report it", (), by_when=(Span("Today."),), line=1)


def record(outcome: Outcome, *subjects: str, of: School = SCHOOL) -> RecordFor | None:
    return record_for(outcome, cards(outcome, of, subjects), of, subjects)


def telling(*roles: str, **others: object) -> Outcome:
    told = tuple(Telling(role, role) for role in roles)
    return replace(REPORT, tell=told, **others)  # type: ignore[arg-type]


def test_a_record_is_for_the_first_who_is_told() -> None:
    assert record(telling("headteacher", "chair")) == RecordFor("Report it", "the headteacher")


def test_whoever_has_a_name_is_named_with_their_role() -> None:
    named = school(chair=Contact("chair", "Chair of governors", "A. Person"))

    found = record(telling("chair"), of=named)
    assert found is not None
    assert found.person == "A. Person, Chair of governors"


def test_a_subject_is_never_the_person() -> None:
    found = record(telling("headteacher"), "headteacher")

    assert found == RecordFor("Report it", "the chair of governors", past_head=True)


def test_only_the_head_as_a_subject_is_gone_round() -> None:
    found = record(telling("chair"), "chair")

    assert found is not None
    assert (found.person, found.past_head) == ("the council", False)


def test_one_person_of_two_roles_is_gone_round_too() -> None:
    both = school(dsl=Contact("dsl", "Safeguarding lead", same_as="headteacher"))

    found = record(telling("chair"), "dsl", of=both)
    assert found is not None
    assert found.past_head


def test_one_of_several_bodies_is_left_to_the_reader() -> None:
    bodies = school(police=Contact("police", "Police", is_body=True))

    found = record(telling("council", "police"), of=bodies)
    assert found is not None
    assert found.person == ""


@pytest.mark.parametrize("outcome", [REPORT, replace(telling("chair"), by_when=())])
def test_where_nobody_is_told_by_a_time_there_is_nothing_to_write(outcome: Outcome) -> None:
    assert record(outcome) is None


@pytest.mark.parametrize(
    ("outcome", "is_about_child"),
    [
        (telling("dsl"), True),
        (telling("chair", rests_on=(RestsOn(ClauseRef("safeguarding", "x"), "X"),)), True),
        (telling("chair", rests_on=(RestsOn(ClauseRef("grievance", "x"), "X"),)), False),
        (telling("chair"), False),
    ],
)
def test_a_route_of_the_safeguarding_policy_or_its_lead_is_about_a_child(
    outcome: Outcome, is_about_child: bool
) -> None:
    found = record(outcome)

    assert found is not None
    assert found.about_child is is_about_child


def test_a_route_about_a_child_stays_one_when_the_lead_is_the_subject() -> None:
    found = record(telling("dsl"), "dsl")

    assert found is not None
    assert (found.person, found.about_child) == ("the headteacher", True)


def test_a_record_of_an_emergency_is_for_whom_the_next_route_tells() -> None:
    view = outcome_view(library(), journey(3, 1, 1), TODAY)
    emergency, audit = view.routes[:2]

    assert emergency.is_emergency
    assert audit.record is not None
    assert emergency.record == audit.record


@pytest.fixture(scope="module")
def real() -> Library:
    return read_library(locations.content())


def test_a_colleague_in_trouble_is_not_written_about(real: Library) -> None:
    (concern,) = (flow for flow in real.flows if flow.id == "concern")
    outcomes = {node.id: node for node in concern.nodes if isinstance(node, Outcome)}

    assert record(outcomes["support"], of=real.school) is None
    assert record(outcomes["grievance"], of=real.school) is not None


def test_no_outcome_of_the_handbook_names_the_subject_on_a_record(real: Library) -> None:
    people = [role for role, contact in real.school.contacts.items() if not contact.is_body]
    checked = 0
    for flow in real.flows:
        for node in flow.nodes:
            for subject in people if isinstance(node, Outcome) else ():
                assert isinstance(node, Outcome)
                found = record(node, subject, of=real.school)
                title = real.school.contact(subject).title.lower()
                checked += found is not None
                assert found is None or found.person.lower().removeprefix("the ") != title

    assert checked > 100
