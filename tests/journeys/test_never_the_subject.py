"""Whoever a concern is about is named nowhere on its pages as somebody to tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from handbook.app.contacts import ContactView
from handbook.app.desktop import Desktop
from handbook.app.journey.record_for import RecordFor
from handbook.app.outcome.routes import outcome_view
from handbook.app.outcome.sheet import outcome_paper
from handbook.app.outcome.views import OutcomeView, RouteView
from handbook.app.record.sheet import record_paper
from handbook.app.wizard.presenter import danger_text
from handbook.domain.blocks import plain
from handbook.domain.flow import NodeRef, Outcome
from handbook.domain.journey import Journey
from handbook.domain.library import Library
from handbook.domain.policy import ClauseRef
from handbook.domain.record import Record
from handbook.lint.check import check_library
from handbook.markup.library import read_library
from tests.journeys.named_school import details_of, held_by_one, with_people, write_content
from tests.journeys.staff import TODAY, Staff, opened, settle, words_of

Ends = dict[tuple[NodeRef, tuple[str, ...]], Journey]
"""One journey for each outcome that is shown and the subjects it is shown for."""

PEOPLE: tuple[str, ...] = (
    "line-manager",
    "headteacher",
    "dsl",
    "deputy-dsl",
    "dpo",
    "chair",
    "vice-chair",
    "whistleblowing-governor",
    "clerk",
    "hr",
    "business-manager",
)
PAIRS = tuple(combinations(PEOPLE, 2))


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_content(tmp_path_factory.mktemp("named"))


@pytest.fixture(scope="module")
def library(content: Path) -> Library:
    return read_library(content)


@pytest.fixture(scope="module")
def ends(library: Library) -> Ends:
    """Everything that any path of any flow shows, hand-offs included."""
    found: Ends = {}
    waiting = [Journey(library.flows, flow.start) for flow in library.flows]
    gone_on = set()
    while waiting:
        journey = waiting.pop()
        here = journey.position
        if not isinstance(here, Outcome):
            waiting += [journey.answer(choice) for choice in here.choices]
            continue
        for ref in (journey.first, *journey.also):
            found.setdefault((ref, journey.subjects), journey)
        state = (journey.place, journey.subjects, journey.also)
        if here.go_on and state not in gone_on:
            gone_on.add(state)
            waiting += [journey.go_on(to) for to in here.go_on]
    return found


@pytest.fixture
def desktop(qtbot: QtBot, tmp_path: Path, content: Path) -> Iterator[Desktop]:
    with opened(qtbot, tmp_path, content=content) as desktop:
        yield desktop


def test_everybody_in_the_school_has_details_of_their_own(library: Library) -> None:
    people = {contact.id: contact for contact in library.school.people}
    details = [(one.name, one.phone, one.email) for one in people.values()]

    assert tuple(people) == PEOPLE
    assert all(all(detail) for detail in details)
    assert len(set(details)) == len(details)
    assert not [finding for finding in check_library(library) if finding.is_error]


def test_each_person_who_can_be_concerned_is_met(ends: Ends) -> None:
    concerned = {subject for _, subjects in ends for subject in subjects}

    assert concerned >= {"line-manager", "headteacher", "dsl", "deputy-dsl", "chair", "hr", "dpo"}


# On the real page.


@pytest.mark.proof
def test_no_word_of_an_outcome_page_leads_to_the_subject(desktop: Desktop, ends: Ends) -> None:
    """Texts, names for screen readers and tooltips, of each route for each subject."""
    staff = Staff(desktop)
    wrong = []
    for journey, refs in shown_together(ends):
        desktop.rooms.journeys._show_outcome(journey)
        settle()
        for ref in refs:
            if ref != journey.first:
                staff.show_tab(1 + journey.also.index(ref))
            words = [*words_of(staff.outcome), desktop.window.windowTitle()]
            wrong += named(words, desktop.library, journey.subjects, str(ref))
            assert staff.people or not journey.outcome(ref).tell, f"{ref} leaves them alone"

    assert wrong == []


def shown_together(ends: Ends) -> list[tuple[Journey, list[NodeRef]]]:
    """The journeys with a subject, each with the outcomes that it is to show."""
    found: dict[int, tuple[Journey, list[NodeRef]]] = {}
    for (ref, subjects), journey in ends.items():
        if subjects:
            found.setdefault(id(journey), (journey, []))[1].append(ref)
    return [
        (journey, sorted(refs, key=(journey.first, *journey.also).index))
        for journey, refs in found.values()
    ]


def named(
    words: Sequence[str], library: Library, subjects: Sequence[str], where: str
) -> list[tuple[str, str, str]]:
    """The texts that hold a detail of a subject, and where."""
    forbidden = details_of(library.school, subjects)
    everything = "\n".join(words)
    return [
        (where, detail, text)
        for detail in forbidden
        if detail in everything
        for text in words
        if detail in text
    ]


def test_a_clause_read_from_an_outcome_names_nobody_and_says_that_it_is_for_everybody(
    desktop: Desktop, ends: Ends
) -> None:
    """A policy says "tell the headteacher" to all staff: its words stay, with a caution."""
    staff = Staff(desktop)
    everybody = details_of(desktop.library.school, PEOPLE)
    for ref, journey in clauses_shown(ends).items():
        desktop.rooms.journeys._show_outcome(journey)
        staff.outcome.clause_requested.emit(ref)
        settle()
        words = words_of(staff.body)

        assert any(text.startswith("This is the rule for everybody.") for text in words), ref
        assert not [text for text in words for detail in everybody if detail in text]


def clauses_shown(ends: Ends) -> dict[ClauseRef, Journey]:
    """Each clause that an outcome with a subject rests on, and a journey to it."""
    found: dict[ClauseRef, Journey] = {}
    for (ref, subjects), journey in ends.items():
        if subjects:
            for rest in journey.outcome(ref).rests_on:
                found.setdefault(rest.ref, journey)
    return found


# In what the page, and the paper, are made from: also for schools where one person is many things.


@pytest.mark.parametrize("pair", PAIRS, ids="=".join)
def test_no_route_leads_to_the_subject_where_one_person_holds_two_roles(
    library: Library, ends: Ends, pair: tuple[str, str]
) -> None:
    concerned = {key: journey for key, journey in ends.items() if set(key[1]) & set(pair)}

    assert told_wrongly(held_by_one(library, *pair), concerned) == []


@pytest.mark.parametrize(
    "roles",
    [
        ("headteacher", "dsl", "deputy-dsl"),
        ("headteacher", "dsl", "deputy-dsl", "line-manager", "hr", "dpo", "business-manager"),
        ("chair", "whistleblowing-governor", "vice-chair"),
        ("dsl", "deputy-dsl", "dpo"),
        ("hr", "business-manager", "dpo", "clerk"),
    ],
    ids="=".join,
)
def test_no_route_leads_to_the_subject_in_a_small_school(
    library: Library, ends: Ends, roles: tuple[str, ...]
) -> None:
    small = held_by_one(library, *roles)

    assert told_wrongly(small, ends) == []
    assert left_alone(small, ends) == []


def test_one_detail_shared_is_enough_to_take_two_roles_for_one_person(
    library: Library, ends: Ends
) -> None:
    """The office forgot `same-as`; lint says so, and staff are safe until it is mended."""
    head, lead = (library.school.contact(role) for role in ("headteacher", "dsl"))
    for in_doubt in (
        replace(lead, name=f" {head.name.upper()}"),
        replace(lead, phone=head.phone.replace("-", " -")),
        replace(lead, email=head.email.title()),
    ):
        assert told_wrongly(with_people(library, in_doubt), ends) == []


def told_wrongly(library: Library, ends: Ends) -> list[tuple[str, str, str]]:
    """Every word of a route that leads to its subject."""
    wrong = []
    for (ref, subjects), journey in ends.items():
        if subjects:
            route = route_of(library, journey, ref)
            wrong += named(list(words_of_route(route)), library, subjects, str(ref))
    return wrong


def left_alone(library: Library, ends: Ends) -> list[str]:
    """The outcomes that ought to name somebody, and name nobody for some subject."""
    return [
        f"{ref} about {subjects}"
        for (ref, subjects), journey in ends.items()
        if journey.outcome(ref).tell and not route_of(library, journey, ref).tell
    ]


def route_of(library: Library, journey: Journey, ref: NodeRef) -> RouteView:
    view: OutcomeView = outcome_view(library, journey, TODAY)
    return view.routes[0 if ref == journey.first else 1 + journey.also.index(ref)]


def words_of_route(route: RouteView) -> Iterator[str]:
    yield from (route.title, route.because)
    for spans in (*route.why, route.by_when, *route.do_now, *route.do_not, route.protection):
        yield plain(spans)
    for moment in route.next:
        yield f"{moment.when} {plain(moment.words)}"
    for rest in route.rests_on:
        yield f"{rest.label} {rest.title}"
    yield from (way.title for way in route.go_on)
    yield from (case.case for case in route.instead)
    for card in (*route.tell, *route.outside, *(c for i in route.instead for c in i.contacts)):
        yield from words_of_card(card)


def words_of_card(card: ContactView) -> Iterator[str]:
    yield from (card.lead, card.who, card.missing, plain(card.note), card.phone, card.email)
    yield from (card.site, card.hours, card.checked)


@pytest.mark.parametrize("pair", [(), *PAIRS], ids="=".join)
def test_the_999_line_of_the_questions_never_leads_to_the_subject(
    library: Library, ends: Ends, pair: tuple[str, ...]
) -> None:
    school = (held_by_one(library, *pair) if pair else library).school
    for subjects in {subjects for _, subjects in ends}:
        line = danger_text(school, subjects)
        titles = [one.title for one in school.people if school.is_one_of(one.id, subjects)]

        assert line.startswith("Call 999")
        assert not [word for word in (*details_of(school, subjects), *titles) if word in line]


# On paper, made from the same values as the page.


def test_no_paper_leads_to_the_subject(qapp: QApplication, library: Library, ends: Ends) -> None:
    """With the answers and without them, and the record with the person whom it is for."""
    assert qapp is not None  # fonts and text need it
    wrong = []
    for journey, _ in shown_together(ends):
        view = outcome_view(library, journey, TODAY)
        papers = [outcome_paper(view, TODAY, with_answers=True).text]
        papers += [record_text(route.record) for route in view.routes if route.record]
        wrong += named(papers, library, journey.subjects, str(journey.first))
        answered = [answer.answer for answer in view.answers]
        assert all(answer in papers[0] for answer in answered)

    assert wrong == []


def test_paper_without_the_answers_holds_none_of_them_and_no_subject(
    qapp: QApplication, library: Library, ends: Ends
) -> None:
    assert qapp is not None
    for journey, _ in shown_together(ends)[::4]:
        view = outcome_view(library, journey, TODAY)
        text = outcome_paper(view, TODAY, with_answers=False).text

        assert named([text], library, journey.subjects, str(journey.first)) == []
        assert not [answer for answer in view.answers if answer.question in text]


def record_text(meant: RecordFor) -> str:
    """The sheet of a record for a route, blank."""
    return record_paper(Record(meant.route, meant.person, {})).text


@pytest.mark.proof
def test_the_record_page_is_for_somebody_who_is_no_subject(desktop: Desktop, ends: Ends) -> None:
    staff, page = Staff(desktop), desktop.rooms.journeys.record
    met = set()
    for journey, _ in shown_together(ends):
        meant = outcome_view(desktop.library, journey, TODAY).routes[0].record
        if meant is None or (meant, journey.subjects) in met:
            continue
        met.add((meant, journey.subjects))
        desktop.rooms.journeys._show_outcome(journey)
        staff.outcome.record_requested.emit(meant)
        settle()
        words = [*words_of(page), desktop.window.windowTitle()]

        assert desktop.window.page is page
        assert named(words, desktop.library, journey.subjects, str(journey.first)) == []
        assert not meant.person or any(meant.person in text for text in words)
    assert len(met) > 10
