"""Every way through the real flows ends where the flow says, also on the real pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from handbook import locations
from handbook.app.desktop import Desktop
from handbook.app.outcome.band import RouteTab
from handbook.app.outcome.presenter import OutcomePresenter
from handbook.app.outcome.views import ClauseView, OutcomeView, RouteView
from handbook.app.paper.saving import Went
from handbook.app.wizard.presenter import StepView, WizardPresenter
from handbook.domain.blocks import Spans, plain
from handbook.domain.flow import UNSURE, Flow, Flows, NodeRef, Outcome
from handbook.domain.journey import Journey
from handbook.domain.library import Library
from handbook.domain.school import Contact
from handbook.domain.telling import Card, cards, outside_cards
from tests.journeys.replay import (
    GO_ON,
    Numbers,
    Walked,
    every_path,
    every_state,
    node_at,
    outcome_at,
    some_paths,
    step_at,
    walk,
)
from tests.journeys.staff import TODAY, Staff, opened

FLOW_IDS = ("concern", "may-i", "online-incident")
TITLE = "Staff handbook"
MOST_CHOICES = 9
SAMPLE = 20
"""Paths of each flow that are walked by key from the first question to the end, none left out."""


@pytest.fixture(scope="module")
def library() -> Library:
    from handbook.markup.library import read_library

    return read_library(locations.content())


@pytest.fixture
def desktop(qtbot: QtBot, tmp_path: Path) -> Iterator[Desktop]:
    with opened(qtbot, tmp_path) as desktop:
        yield desktop


class Pages:
    """Both presenters, as the window joins them, on pages that only remember."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.step: StepView | None = None
        self.end: OutcomeView | None = None
        self._outcomes = OutcomePresenter(self, lambda: TODAY, self)
        self.wizard = WizardPresenter(self, lambda: TODAY)
        self.wizard.on_outcome = lambda journey: self._outcomes.show(library, journey)

    def show_step(self, view: StepView) -> None:
        self.step, self.end = view, None

    def show_outcome(self, view: OutcomeView) -> None:
        self.step, self.end = None, view

    def show_clause(self, view: ClauseView) -> None:
        raise AssertionError(f"nobody asked for {view.label}")

    def say(self, went: Went | None) -> None:
        raise AssertionError(f"nobody saved: {went}")

    def save(self, view: OutcomeView, name: str, *, with_answers: bool) -> Went:
        raise AssertionError(f"nobody asked for {name}, {with_answers}, {view}")

    def print_out(self, view: OutcomeView, *, with_answers: bool) -> Went:
        return self.save(view, "paper", with_answers=with_answers)

    def clear(self) -> None:
        self.step = self.end = None


# In the presenters: all paths.


def test_every_path_of_every_flow_is_answered_rightly(library: Library) -> None:
    """All eleven thousand of them, and each question on the way with what stands there."""
    assert {flow.id for flow in library.flows} == set(FLOW_IDS)
    for flow in library.flows:
        pages = Pages(library)
        pages.wizard.start(library, flow.id)

        assert list(each_path(pages, flow.start)) == list(every_path(library.flows, flow.start))


def each_path(pages: Pages, start: NodeRef, numbers: Numbers = ()) -> Iterator[Numbers]:
    """Walk on from here by answering and going back; checks all that is shown on the way."""
    view, library = pages.step, pages.library
    assert view is not None
    check_step(view, walk(library.flows, start, numbers), library.flows)
    for number in range(1, len(view.choices) + 1):
        longer = (*numbers, number)
        pages.wizard.choose(number)
        if pages.end is None:
            yield from each_path(pages, start, longer)
        else:
            check_end(pages.end, walk(library.flows, start, longer), library)
            yield longer
        pages.wizard.back()


def check_step(view: StepView, here: Walked, flows: Flows) -> None:
    step = step_at(flows, here.place)
    assert view.question == step.question
    assert [choice.title for choice in view.choices] == [choice.text for choice in step.choices]
    assert view.choices[-1].title.startswith(UNSURE)
    assert 2 <= len(view.choices) <= MOST_CHOICES
    assert view.danger.startswith("Call 999")
    assert tuple((answer.question, answer.answer) for answer in view.answers) == here.answers
    assert view.number == len(here.said) + 1 <= view.about


def check_end(view: OutcomeView, here: Walked, library: Library) -> None:
    refs = [here.first, *here.also(library.flows)]
    titles = [outcome_at(library.flows, ref).title for ref in refs]
    assert [route.title for route in view.routes] == titles, here
    assert [route.is_first for route in view.routes] == [True] + [False] * len(refs[1:])
    assert tuple((answer.question, answer.answer) for answer in view.answers) == here.answers
    for route, ref in zip(view.routes, refs, strict=True):
        check_route(route, outcome_at(library.flows, ref), library, here)


def check_route(route: RouteView, outcome: Outcome, library: Library, here: Walked) -> None:
    told = cards(outcome, library.school, here.subjects)
    helpers = outside_cards(outcome, library.school, here.subjects)
    assert [card.who for card in route.tell] == names(told)
    assert [card.who for card in route.outside] == names(helpers)
    assert told or not outcome.tell, f"{route.title} leaves nobody to tell: {here}"
    assert route.because
    assert (len(route.do_now), len(route.do_not)) == (len(outcome.do_now), len(outcome.do_not))
    assert (len(route.next), len(route.rests_on)) == (len(outcome.next), len(outcome.rests_on))
    assert all(said(spans) for spans in (*route.do_now, *route.do_not, *route.why))
    assert all(said(moment.words) for moment in route.next)
    assert said(route.protection) == bool(outcome.protection)
    assert said(route.by_when) == bool(outcome.by_when)
    assert [way.to for way in route.go_on] == list(outcome.go_on)


def names(told: tuple[Card, ...]) -> list[str]:
    return [name(card.contact) for card in told]


def name(contact: Contact) -> str:
    return f"{contact.name}, {contact.title}" if contact.name else contact.title


def said(spans: Spans) -> bool:
    return bool(plain(spans).strip())


def test_what_an_outcome_hands_over_to_knows_all_that_was_said_before(library: Library) -> None:
    """From one end of each kind that hands over, every path of what follows."""
    handed_over = 0
    for flow in library.flows:
        for numbers in ends_that_hand_over(library.flows, flow):
            pages = Pages(library)
            pages.wizard.start(library, flow.id)
            for number in numbers:
                pages.wizard.choose(number)
            handed_over += check_handed_over(pages, flow, numbers)

    assert handed_over >= 6


def check_handed_over(pages: Pages, flow: Flow, numbers: Numbers) -> int:
    """Go every way on from this end; the number of ways."""
    end = outcome_at(pages.library.flows, walk(pages.library.flows, flow.start, numbers).place)
    for way, to in enumerate(end.go_on, start=1):
        pages.wizard.go_on(to)
        assert list(each_path(pages, flow.start, (*numbers, GO_ON + way)))
        pages.wizard.back()
        assert pages.step is not None
        pages.wizard.choose(numbers[-1])
    return len(end.go_on)


def ends_that_hand_over(flows: Flows, flow: Flow) -> Iterator[Numbers]:
    met = set()
    for numbers in every_path(flows, flow.start):
        here = walk(flows, flow.start, numbers)
        kind = (here.place, here.subjects)
        if outcome_at(flows, here.place).go_on and kind not in met:
            met.add(kind)
            yield numbers


# On the pages: each answer at each question once for each way of coming there.


@dataclass
class Ends:
    """Stands between the questions and the outcome page: each outcome is shown once.

    Showing an end takes ten times as long as asking a question, and what each route says for
    each subject is looked at in test_never_the_subject.
    """

    desktop: Desktop
    journey: Journey | None = None

    def __post_init__(self) -> None:
        self._met: set[NodeRef] = set()
        presenter = self.desktop.rooms.journeys._wizard_presenter
        self._show = presenter.on_outcome
        presenter.on_outcome = self.reached

    def reached(self, journey: Journey) -> None:
        self.journey = journey
        at_first_question = len(journey.answers) == 1  # going back from there leaves the wizard
        if journey.first not in self._met or at_first_question:
            self._met.add(journey.first)
            self._show(journey)


@pytest.mark.proof
@pytest.mark.parametrize("flow_id", FLOW_IDS)
def test_every_answer_can_be_pressed_on_the_pages(desktop: Desktop, flow_id: str) -> None:
    staff, ends, flows = Staff(desktop), Ends(desktop), desktop.library.flows
    start = flows.flow(flow_id).start
    for numbers in every_state(flows, start):
        staff.begin(flow_id)
        staff.answer(*numbers)
        here = walk(flows, start, numbers)
        check_question(staff, here, flows)
        for number in range(1, len(staff.choices) + 1):
            press_and_return(staff, ends, start, (*numbers, number))
            check_asked_again(staff, here, flows)


def press_and_return(staff: Staff, ends: Ends, start: NodeRef, numbers: Numbers) -> None:
    """Give one answer by key, look, and go back by key."""
    flows = staff.desktop.library.flows
    after = walk(flows, start, numbers)
    ends.journey = None
    staff.answer(numbers[-1])
    if isinstance(node_at(flows, after.place), Outcome):
        assert ends.journey is not None
        assert (ends.journey.place, ends.journey.subjects) == (after.place, after.subjects)
        if staff.desktop.window.page is staff.outcome:
            check_outcome(staff, after)
    else:
        check_asked_again(staff, after, flows)
    staff.back()


def check_asked_again(staff: Staff, here: Walked, flows: Flows) -> None:
    """The question stands there, and the title tells nothing of it."""
    assert staff.desktop.window.page is staff.wizard
    assert staff.question == step_at(flows, here.place).question
    assert staff.title == TITLE


def check_question(staff: Staff, here: Walked, flows: Flows) -> None:
    """All of the question page."""
    check_asked_again(staff, here, flows)
    assert staff.choices == [choice.text for choice in step_at(flows, here.place).choices]
    assert staff.choices[-1].startswith(UNSURE)
    assert len(staff.choices) <= MOST_CHOICES
    assert staff.danger.startswith("Call 999")
    assert staff.answers_listed == list(here.said)


def check_outcome(staff: Staff, here: Walked) -> None:
    """All of the outcome page but what stands behind the other tabs."""
    library = staff.desktop.library
    refs = [here.first, *here.also(library.flows)]
    titles = [outcome_at(library.flows, ref).title for ref in refs]
    assert staff.title == TITLE
    assert staff.shows(titles[0])
    assert [tab_title(tab) for tab in staff.tabs] == (titles if len(titles) > 1 else [])
    assert staff.people == people_expected(here, library)


def check_answers_to_change(staff: Staff, here: Walked) -> None:
    """The list of answers behind Change, and the way back from it."""
    staff.click("Change your answers")
    assert staff.answers_to_change == list(here.said)
    staff.click("Back to your route")
    assert staff.people == people_expected(here, staff.desktop.library)


def tab_title(tab: RouteTab) -> str:
    return tab.text().partition("\n")[2]


def people_expected(here: Walked, library: Library) -> list[str]:
    outcome = outcome_at(library.flows, here.first)
    told = cards(outcome, library.school, here.subjects)
    helpers = outside_cards(outcome, library.school, here.subjects)
    return names((*told, *helpers))


@pytest.mark.parametrize("flow_id", FLOW_IDS)
def test_paths_picked_by_lot_are_walked_by_key_to_their_end(
    desktop: Desktop, flow_id: str
) -> None:
    staff, flows = Staff(desktop), desktop.library.flows
    flow = flows.flow(flow_id)
    for numbers in some_paths(flow, flows, SAMPLE):
        staff.begin(flow_id)
        staff.answer(*numbers)

        here = walk(flows, flow.start, numbers)
        check_outcome(staff, here)
        check_answers_to_change(staff, here)


def test_the_999_line_stays_in_sight_in_a_narrow_window(desktop: Desktop) -> None:
    staff, flows = Staff(desktop), desktop.library.flows
    desktop.window.resize(760, 600)
    for flow_id in FLOW_IDS:
        for numbers in some_paths(flows.flow(flow_id), flows, 3):
            staff.begin(flow_id)
            for number in numbers:
                assert staff.danger.startswith("Call 999")
                line = staff.wizard._danger
                assert staff.wizard.rect().contains(line.mapTo(staff.wizard, line.rect().center()))
                staff.answer(number)
