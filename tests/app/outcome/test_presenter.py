"""What an outcome says."""

from __future__ import annotations

import gc
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from handbook import locations
from handbook.app.outcome.presenter import OutcomePresenter
from handbook.app.outcome.routes import _moment, outcome_view
from handbook.app.outcome.views import ClauseView, OutcomeView, RouteView
from handbook.app.paper.saving import Saved, Went
from handbook.domain.blocks import Span, Spans, plain
from handbook.domain.flow import NodeRef, Step
from handbook.domain.journey import Journey
from handbook.domain.policy import ClauseRef
from handbook.domain.school import Contact, School
from handbook.markup.library import read_library
from tests.app.outcome.money import TODAY, journey, library, school

SAVED = Saved(Path("Handbook 21 Nov.pdf"))


class FakeOutcome:
    """Remembers what it was told to show."""

    def __init__(self) -> None:
        self.view: OutcomeView | None = None
        self.clause: ClauseView | None = None
        self.said: list[Went | None] = []

    def show_outcome(self, view: OutcomeView) -> None:
        self.view = view

    def show_clause(self, view: ClauseView) -> None:
        self.clause = view

    def say(self, went: Went | None) -> None:
        self.said.append(went)

    def clear(self) -> None:
        self.view = None
        self.clause = None


class FakeOutlet:
    """Remembers what was to leave the window, and lets it come to something."""

    def __init__(self, went: Went = SAVED) -> None:
        self._went = went
        self.asked: list[tuple[str, OutcomeView, bool]] = []
        self.meanwhile: Callable[[], None] = nothing

    def save(self, view: OutcomeView, name: str, *, with_answers: bool) -> Went:
        self.asked.append((name, view, with_answers))
        self.meanwhile()
        return self._went

    def print_out(self, view: OutcomeView, *, with_answers: bool) -> Went:
        return self.save(view, "printed", with_answers=with_answers)


def nothing() -> None:
    """Nobody does anything while the dialog is open."""


@pytest.fixture
def page() -> FakeOutcome:
    return FakeOutcome()


def shown(*numbers: int, of: School | None = None, today: date = TODAY) -> OutcomeView:
    page = FakeOutcome()
    OutcomePresenter(page, lambda: today, FakeOutlet()).show(library(of), journey(*numbers))
    assert page.view is not None
    return page.view


def audit(*numbers: int, of: School | None = None, today: date = TODAY) -> RouteView:
    return shown(*(numbers or (2, 3, 1)), of=of, today=today).routes[0]


def test_first_and_also_are_each_whole() -> None:
    view = shown(2, 3, 1)

    assert [(route.title, route.is_first) for route in view.routes] == [
        ("Tell somebody who checks money", True),
        ("Call 101", False),
        ("Nothing more", False),
    ]
    assert [answer.answer for answer in view.answers] == ["No", "I am not sure", "Yes"]


def test_each_route_says_which_answer_led_to_it() -> None:
    first, second, _ = shown(2, 3, 1).routes

    assert first.because == "Because you answered “Yes” to “Is it much?”"
    assert second.because == "Because you answered “I am not sure” to “Whose doing is it?”"


def test_an_emergency_is_first_and_says_why() -> None:
    first = shown(3, 1, 1).routes[0]

    assert (first.title, first.is_emergency) == ("Call 999", True)
    assert first.because == "Because you answered “I am not sure” to “Is anyone in danger?”"


def test_the_schools_own_words_are_filled_in() -> None:
    assert plain(audit().by_when) == "Within 3 days."


def test_what_happens_next_is_parted_into_when_and_what() -> None:
    (moment,) = audit().next

    assert (moment.when, plain(moment.words)) == ("Today", "You tell the head")


@pytest.mark.parametrize(
    "spans",
    [
        (Span("Today", strong=True), Span(": you wait.")),
        (Span("Today:", strong=True), Span(" you wait.")),
        (Span("Today", strong=True), Span(" you wait.")),
    ],
)
def test_when_may_be_parted_from_what_by_a_colon(spans: Spans) -> None:
    moment = _moment(spans)

    assert (moment.when, plain(moment.words)) == ("Today", "You wait.")


def test_the_subject_is_named_nowhere() -> None:
    route = audit(2, 1, 1)

    assert [card.who for card in route.tell] == ["Chair of governors"]
    assert plain(route.why[0]) == "Money belongs to the chair of governors"
    assert plain(route.next[0].words) == "You tell the chair of governors"
    assert route.instead == ()


def test_with_a_subject_a_clause_goes_by_the_words_of_the_flow() -> None:
    """Its own title may name somebody to tell, as "Telling the safeguarding lead" does."""
    (rest,) = audit(2, 1, 1).rests_on

    assert (rest.label, rest.title) == ("Finance 2.1", "Money")


def test_without_a_subject_the_case_of_each_person_is_shown() -> None:
    route = audit(2, 3, 1)

    assert [(i.case, [c.who for c in i.contacts]) for i in route.instead] == [
        ("If the chair of governors is part of it", ["The council"]),
        ("If the headteacher is part of it, or away", ["Chair of governors"]),
    ]


def test_a_blank_name_is_said_and_not_invented() -> None:
    head = next(card for card in audit().tell if card.who == "Headteacher")

    assert head.missing == "Name not filled in yet: ask how to reach them, not saying why"
    assert head.checked == ""


def test_nobody_is_asked_for_the_name_of_their_own_manager() -> None:
    manager = audit().tell[0]

    assert (manager.who, manager.missing) == ("Your manager", "")


@pytest.mark.parametrize(
    ("checked", "said", "lately"),
    [
        (date(2026, 11, 1), "Checked 1 November 2026", True),
        (date(2026, 1, 1), "Checked 1 January 2026: ask the office if it still holds", False),
        (None, "Not checked yet", False),
    ],
)
def test_a_number_says_when_it_was_checked(
    checked: date | None, said: str, *, lately: bool
) -> None:
    head = Contact("headteacher", "Headteacher", "Name One", "01632 960 001", checked=checked)
    card = next(c for c in audit(of=school(headteacher=head)).tell if c.phone)

    assert card.who == "Name One, Headteacher"
    assert (card.checked, card.is_checked_lately) == (said, lately)


def test_a_body_without_a_number_says_so() -> None:
    (council,) = audit().outside

    assert council.missing == "Number not filled in yet: look on their website"


def test_clauses_that_are_not_there_are_left_out() -> None:
    (rest,) = audit().rests_on

    assert (rest.label, rest.title) == ("Finance 2.1", "Money that is missing")


def test_an_outcome_can_hand_over_to_another_flow() -> None:
    start, within = shown(2, 1, 2).routes[0].go_on

    assert (start.to, start.title) == (NodeRef("online", "post"), "It is online")
    assert (within.to, within.title) == (NodeRef("online", "author"), "Who posted it?")


def test_a_clause_opens_with_a_caution_where_somebody_must_not_be_told(page: FakeOutcome) -> None:
    presenter = OutcomePresenter(page, lambda: TODAY, FakeOutlet())
    presenter.show(library(), journey(2, 1, 1))
    presenter.open_clause(ClauseRef("finance", "audit"))

    assert page.clause is not None
    assert (page.clause.label, page.clause.title) == ("Finance 2.1", "Money that is missing")
    assert page.clause.caution


def test_a_clause_opens_without_a_caution_where_nobody_is_named(page: FakeOutcome) -> None:
    presenter = OutcomePresenter(page, lambda: TODAY, FakeOutlet())
    presenter.show(library(), journey(2, 3, 1))
    presenter.open_clause(ClauseRef("finance", "audit"))

    assert page.clause is not None
    assert page.clause.caution == ""


def test_nothing_outlives_forgetting(page: FakeOutcome) -> None:
    before = _in_memory()
    presenter = OutcomePresenter(page, lambda: TODAY, FakeOutlet())
    presenter.show(library(), journey(2, 1, 1))
    assert _in_memory() > before
    presenter.forget()
    presenter.open_clause(ClauseRef("finance", "audit"))

    assert page.view is None
    assert page.clause is None
    assert _in_memory() == before


def _in_memory() -> int:
    """How many journeys and routes there are in the whole program."""
    gc.collect()
    return sum(isinstance(thing, Journey | RouteView) for thing in gc.get_objects())


def test_what_is_saved_is_what_is_shown_under_a_name_that_says_nothing(page: FakeOutcome) -> None:
    outlet = FakeOutlet()
    presenter = OutcomePresenter(page, lambda: TODAY, outlet)
    presenter.show(library(), journey(2, 3, 1))
    presenter.save(with_answers=False)
    presenter.print_out(with_answers=True)

    assert outlet.asked == [
        ("Handbook 21 Nov", page.view, False),
        ("printed", page.view, True),
    ]
    assert page.said == [None, SAVED, None, SAVED]


def test_nothing_is_said_to_somebody_who_left_while_the_dialog_was_open(
    page: FakeOutcome,
) -> None:
    outlet = FakeOutlet()
    presenter = OutcomePresenter(page, lambda: TODAY, outlet)
    outlet.meanwhile = presenter.forget
    presenter.show(library(), journey(2, 3, 1))
    presenter.save(with_answers=False)

    assert page.said == [None]


def test_nothing_can_be_saved_once_it_is_forgotten(page: FakeOutcome) -> None:
    outlet = FakeOutlet()
    presenter = OutcomePresenter(page, lambda: TODAY, outlet)
    presenter.show(library(), journey(2, 3, 1))
    presenter.forget()
    presenter.save(with_answers=False)
    presenter.print_out(with_answers=False)

    assert outlet.asked == []


def test_a_route_says_every_answer_that_turned_towards_it() -> None:
    """The last question alone is often not the reason why it is this route and not another."""
    content = read_library(locations.content())
    walked = Journey(content.flows, content.flows.flow("concern").start)
    for words in ("No", "Yes, or it might be", "Somebody who works", "Yes to any", "No", "No"):
        here = walked.position
        assert isinstance(here, Step)
        walked = walked.answer(next(c for c in here.choices if c.text.startswith(words)))
    because = outcome_view(content, walked, TODAY).routes[0].because

    assert "“Yes to any of them” to “Could any of these be true of the adult?”" in because
