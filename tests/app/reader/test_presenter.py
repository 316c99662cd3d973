"""What the reader decides."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from handbook.app.contacts import PersonView
from handbook.app.reader.presenter import ReaderPresenter
from handbook.app.reader.views import PolicyView
from handbook.domain.blocks import plain
from handbook.domain.library import Library
from handbook.domain.links import Link, LinkKind
from handbook.domain.outside import OutsideAddress
from handbook.domain.policy import ClauseRef, Policy

TODAY = date(2026, 11, 21)


class FakePage:
    def __init__(self) -> None:
        self.views: list[PolicyView] = []
        self.said: list[str] = []
        self.people: list[PersonView] = []
        self.asked: list[OutsideAddress] = []
        self.renewed: list[PolicyView] = []

    def renew_policy(self, view: PolicyView) -> None:
        self.renewed.append(view)

    def show_policy(self, view: PolicyView) -> None:
        self.views.append(view)

    def show_words(self, words: str) -> None:
        self.said.append(words)

    def show_person(self, person: PersonView) -> None:
        self.people.append(person)

    def ask_to_open(self, address: OutsideAddress) -> None:
        self.asked.append(address)


@pytest.fixture
def page() -> FakePage:
    return FakePage()


@pytest.fixture
def presenter(page: FakePage, library: Library) -> ReaderPresenter:
    presenter = ReaderPresenter(page, lambda: TODAY)
    presenter.set_library(library)
    return presenter


def test_a_clause_is_shown_in_its_policy(page: FakePage, presenter: ReaderPresenter) -> None:
    presenter.open(ClauseRef("social-media", "table"))

    assert page.views[0].clause == "table"
    assert page.views[0].policy.title == "Social media"
    assert page.said == []


def test_a_section_can_be_opened(page: FakePage, presenter: ReaderPresenter) -> None:
    presenter.open(ClauseRef("social-media", "accounts"))

    assert page.views[0].clause == "accounts"


def test_a_clause_that_has_gone_shows_the_start_and_says_so(
    page: FakePage, presenter: ReaderPresenter
) -> None:
    presenter.open(ClauseRef("social-media", "gone"))

    assert page.views[0].clause == ""
    assert len(page.said) == 1


def test_a_policy_that_has_gone_is_said(page: FakePage, presenter: ReaderPresenter) -> None:
    presenter.open(ClauseRef("gone"))

    assert page.views == []
    assert len(page.said) == 1


def test_the_line_of_facts_names_version_date_and_owner(
    page: FakePage, presenter: ReaderPresenter
) -> None:
    presenter.open(ClauseRef("social-media"))

    assert page.views[0].front.meta == (
        "Version 1.0  ·  approved by governing body 1 September 2026  ·  owner: Headteacher"
    )
    assert page.views[0].overdue == ""
    assert page.views[0].front.notice == ()


def test_an_overdue_policy_says_since_when_and_whom_to_ask(
    page: FakePage, library: Library
) -> None:
    presenter = ReaderPresenter(page, lambda: date(2027, 10, 1))
    presenter.set_library(library)
    presenter.open(ClauseRef("social-media"))

    front = page.views[0].front
    assert page.views[0].overdue == "Review overdue"
    assert front.notice_title == "Review overdue since September 2027"
    assert "ask the headteacher" in plain(front.notice)


def test_a_policy_without_a_review_date_counts_as_overdue(
    page: FakePage, library: Library, policy: Policy
) -> None:
    presenter = ReaderPresenter(page, lambda: TODAY)
    presenter.set_library(replace(library, policies=(replace(policy, review=None, owner=""),)))
    presenter.open(ClauseRef("social-media"))

    assert page.views[0].overdue == "No review date"
    assert "ask the office" in plain(page.views[0].front.notice)


def test_links_within_the_handbook_are_passed_on(presenter: ReaderPresenter) -> None:
    clauses: list[ClauseRef] = []
    flows: list[tuple[str, str]] = []
    presenter.on_clause = clauses.append
    presenter.on_flow = lambda flow, place: flows.append((flow, place))

    presenter.link_chosen(Link(LinkKind.CLAUSE, "social-media#table"))
    presenter.link_chosen(Link(LinkKind.POLICY, "grievance"))
    presenter.link_chosen(Link(LinkKind.FLOW, "concern#dsl"))
    presenter.link_chosen(Link(LinkKind.FLOW, "concern"))

    assert clauses == [ClauseRef("social-media", "table"), ClauseRef("grievance")]
    assert flows == [("concern", "dsl"), ("concern", "")]


def test_a_role_shows_how_the_person_is_reached_and_what_is_blank(
    page: FakePage, presenter: ReaderPresenter
) -> None:
    presenter.link_chosen(Link(LinkKind.ROLE, "head"))

    person = page.people[0]
    assert person.title == "Headteacher"
    assert person.purpose == "the school"
    assert person.lines == (
        "Name not filled in yet: ask how to reach them, not saying why",
        "0204 000",
        "mornings",
    )
    assert person.checked == "Not checked yet"


def test_an_address_outside_is_asked_about_and_never_opened(
    page: FakePage, presenter: ReaderPresenter
) -> None:
    presenter.link_chosen(Link(LinkKind.WEB, "https://example.org/"))

    assert [address.address for address in page.asked] == ["https://example.org/"]


@pytest.mark.parametrize(
    ("link", "word"),
    [
        (Link(LinkKind.WEB, "https://"), "nowhere"),
        (Link(LinkKind.MAIL, "nobody"), "nowhere"),
        (Link(LinkKind.REFUSED, "file:///etc"), "nowhere"),
        (Link(LinkKind.ROLE, "nobody"), "nowhere"),
        (Link(LinkKind.CLAUSE, "Not A Clause"), "nowhere"),
    ],
)
def test_other_links_are_answered_in_words(
    page: FakePage, presenter: ReaderPresenter, link: Link, word: str
) -> None:
    presenter.link_chosen(link)

    assert word in page.said[0]
