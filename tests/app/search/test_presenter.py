"""What a question brings on the search page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from handbook.app.search.presenter import SearchPresenter, SearchView
from handbook.domain.flow import NodeRef
from handbook.domain.library import Library
from handbook.domain.links import LinkKind
from handbook.domain.policy import ClauseRef
from handbook.domain.rule import RuleKind
from handbook.domain.school import Contact, School
from handbook.search.places import FlowHit, PersonHit
from handbook.search.searcher import Hit, Results
from tests.domain.flows import FLOWS, SCHOOL


def hit(policy: str, clause: str, *kinds: RuleKind) -> Hit:
    return Hit(
        ref=ClauseRef(policy, clause),
        label="1.1",
        title=clause,
        policy_title=policy.title(),
        collection="Online",
        path=("Online", policy.title()),
        text="",
        excerpt="",
        rule=kinds[0] if kinds else None,
        kinds=kinds,
        score=1.0,
    )


HITS = (
    hit("social", "pupils", RuleKind.MUST_NOT, RuleKind.TELL),
    hit("social", "parents", RuleKind.MAY),
    hit("conduct", "gifts", RuleKind.MUST),
)


class FakePage:
    def __init__(self) -> None:
        self.view = SearchView("nothing yet")
        self.problem = ""

    def show_results(self, view: SearchView) -> None:
        self.view = view

    def show_problem(self, text: str) -> None:
        self.problem = text


class FakeSearcher:
    def __init__(self, results: Results | None = None) -> None:
        self.asked: list[tuple[str, bool]] = []
        self._results = results

    def search(self, text: str, limit: int = 20, *, literal: bool = False) -> Results:
        del limit
        self.asked.append((text, literal))
        return self._results or Results(text, hits=HITS, is_sure=True)


class RunNow:
    def request(
        self,
        job: Callable[[], Any],
        on_done: Callable[[Any], None],
        on_error: Callable[[Exception], None],
    ) -> None:
        try:
            answer = job()
        except ValueError as error:
            on_error(error)
        else:
            on_done(answer)

    def cancel(self) -> None:
        pass


@pytest.fixture
def page() -> FakePage:
    return FakePage()


@pytest.fixture
def presenter(page: FakePage) -> SearchPresenter:
    presenter = SearchPresenter(page, RunNow())
    contacts = {"line-manager": Contact("line-manager", "Your line manager")}
    presenter.set_library(Library(School(contacts=contacts)))
    return presenter


def test_every_kind_and_policy_that_was_found_gets_a_filter(
    presenter: SearchPresenter, page: FakePage
) -> None:
    presenter.set_searcher(FakeSearcher())
    presenter.text_changed("fb")

    assert [(one.words, one.count) for one in page.view.filters] == [
        ("All", 3),
        ("Must not", 1),
        ("Must", 1),
        ("Tell someone", 1),
        ("Social", 2),
        ("Conduct", 1),
    ]
    assert page.view.summary == "3 clauses in 2 policies"
    assert page.view.is_sure


def test_a_filter_shows_only_what_it_lets_through(
    presenter: SearchPresenter, page: FakePage
) -> None:
    presenter.set_searcher(FakeSearcher())
    presenter.text_changed("fb")
    presenter.filter_number(3)

    assert [one.ref.clause for one in page.view.hits] == ["gifts"]
    assert page.view.summary == "1 clause in 1 policy"
    assert not page.view.is_sure


def test_a_number_without_a_filter_does_nothing(
    presenter: SearchPresenter, page: FakePage
) -> None:
    presenter.set_searcher(FakeSearcher())
    presenter.text_changed("fb")
    before = page.view
    presenter.filter_number(9)

    assert page.view == before


def test_a_question_typed_before_the_index_is_ready_is_answered_then(
    presenter: SearchPresenter, page: FakePage
) -> None:
    presenter.text_changed("fb")
    assert page.view.text == "nothing yet"

    presenter.set_searcher(FakeSearcher())

    assert page.view.text == "fb"


def test_the_literal_words_are_searched_when_asked(
    presenter: SearchPresenter, page: FakePage
) -> None:
    del page
    searcher = FakeSearcher()
    presenter.set_searcher(searcher)
    presenter.text_changed("accpet")
    presenter.literal_wanted()
    presenter.text_changed("accpets")

    assert searcher.asked == [("accpet", False), ("accpet", True), ("accpets", False)]


def test_an_empty_question_shows_nothing(presenter: SearchPresenter, page: FakePage) -> None:
    presenter.set_searcher(FakeSearcher())
    presenter.text_changed("fb")
    presenter.text_changed("  ")

    assert page.view.hits == ()
    assert not page.view.nothing


def test_nothing_found_is_never_a_dead_end(presenter: SearchPresenter, page: FakePage) -> None:
    presenter.set_searcher(FakeSearcher(Results("trampoline")))
    presenter.text_changed("trampoline")

    assert page.view.nothing
    (person,) = page.view.people
    assert person.title == "Your line manager"
    assert person.about == "Whoever you report to can say what holds here"


def test_people_and_steps_of_the_wizard_are_offered(
    presenter: SearchPresenter, page: FakePage
) -> None:
    flow = FlowHit(NodeRef("money", "who"), "Whose doing is it?", "Money is missing")
    person = PersonHit("line-manager", "Your line manager")
    presenter.set_library(Library(SCHOOL, flows=FLOWS))
    presenter.set_searcher(FakeSearcher(Results("boss", flows=(flow,), people=(person,))))
    presenter.text_changed("boss")

    assert [place.link.kind for place in page.view.places] == [LinkKind.ROLE, LinkKind.FLOW]
    assert page.view.places[1].link.target == "money"
    assert not page.view.nothing


def test_an_outcome_that_was_found_starts_its_flow_from_the_first_question(
    presenter: SearchPresenter, page: FakePage
) -> None:
    flow = FlowHit(NodeRef("money", "audit"), "Tell somebody who checks money", "Money is missing")
    presenter.set_library(Library(SCHOOL, flows=FLOWS))
    presenter.set_searcher(FakeSearcher(Results("fraud", flows=(flow,))))
    presenter.text_changed("fraud")

    assert page.view.places[0].link.target == "money"


def test_a_clause_far_weaker_than_the_best_is_left_out(
    presenter: SearchPresenter, page: FakePage
) -> None:
    weak = replace(HITS[2], score=0.2)
    presenter.set_searcher(FakeSearcher(Results("fb", hits=(HITS[0], weak))))
    presenter.text_changed("fb")

    assert [one.ref.clause for one in page.view.hits] == ["pupils"]


def test_a_search_that_fails_says_so_and_is_not_hidden(
    presenter: SearchPresenter, page: FakePage
) -> None:
    class Broken:
        def search(self, text: str, limit: int = 20, *, literal: bool = False) -> Results:
            raise ValueError(text, limit, literal)

    presenter.set_searcher(Broken())
    with pytest.raises(ValueError, match="fb"):
        presenter.text_changed("fb")

    assert page.problem
