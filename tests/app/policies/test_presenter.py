"""The list of policies, in words."""

from __future__ import annotations

from datetime import date

import pytest

from handbook.app.duties import ReaderDuties
from handbook.app.policies.presenter import (
    PoliciesPresenter,
    PoliciesView,
    ReviewState,
    Show,
    SortBy,
    review_words,
)
from handbook.domain.library import Summary
from handbook.domain.policy import Confirm, PolicyCard
from handbook.state.confirmations import ConfirmationStore
from tests.confirmed import confirm_earlier

TODAY = date(2026, 11, 21)


class FakePage:
    def __init__(self) -> None:
        self.view: PoliciesView | None = None

    def show_policies(self, view: PoliciesView) -> None:
        self.view = view

    @property
    def titles(self) -> list[list[str]]:
        assert self.view is not None
        return [[row.title for row in group.rows] for group in self.view.groups]


def card(title: str, collection: str, approved: date | None, review: date | None) -> PolicyCard:
    return PolicyCard(
        title.lower(),
        title,
        collection,
        f"On {title}.",
        "",
        "2.10",
        approved,
        review,
        Confirm.NEVER,
    )


@pytest.fixture
def page() -> FakePage:
    return FakePage()


@pytest.fixture
def presenter(page: FakePage) -> PoliciesPresenter:
    duties = ReaderDuties(ConfirmationStore.in_memory(), lambda: None, lambda: TODAY)
    presenter = PoliciesPresenter(page, duties)
    presenter.set_summary(
        Summary(
            cards=(
                card("Pay", "Working here", date(2026, 9, 1), date(2027, 9, 1)),
                card("Leave", "Working here", date(2026, 10, 1), None),
                card("Images", "Online", date(2025, 9, 1), date(2026, 9, 1)),
            )
        )
    )
    return presenter


def test_by_title_the_collections_stay_together(
    presenter: PoliciesPresenter, page: FakePage
) -> None:
    presenter.open()

    assert page.titles == [["Images"], ["Leave", "Pay"]]


def test_recently_changed_is_one_list(presenter: PoliciesPresenter, page: FakePage) -> None:
    presenter.sort_chosen(SortBy.CHANGED)

    assert page.titles == [["Leave", "Pay", "Images"]]


def test_review_due_starts_with_what_has_no_date(
    presenter: PoliciesPresenter, page: FakePage
) -> None:
    presenter.sort_chosen(SortBy.REVIEW)

    assert page.titles == [["Leave", "Images", "Pay"]]


def test_the_filter_asks_title_summary_and_collection(
    presenter: PoliciesPresenter, page: FakePage
) -> None:
    presenter.filter_changed("working PAY")

    assert page.titles == [["Pay"]]


def test_a_filter_that_fits_nothing_shows_no_group(
    presenter: PoliciesPresenter, page: FakePage
) -> None:
    presenter.filter_changed("trampoline")

    assert page.titles == []


@pytest.mark.parametrize(
    ("review", "state", "words"),
    [
        (None, ReviewState.NO_DATE, "treat it as overdue"),
        (date(2024, 3, 14), ReviewState.OVERDUE, "since March 2024"),
        (date(2027, 1, 31), ReviewState.SOON, "by 31 January 2027"),
        (date(2027, 9, 1), ReviewState.REVIEWED, "next in September 2027"),
        (TODAY, ReviewState.SOON, "by 21 November 2026"),
    ],
)
def test_where_a_review_stands(review: date | None, state: ReviewState, words: str) -> None:
    assert review_words(review, TODAY) == (state, words)


def test_what_asks_for_something_can_be_listed_alone(
    presenter: PoliciesPresenter, page: FakePage
) -> None:
    presenter.open()
    assert page.view is not None
    assert page.view.shows == ((Show.TO_CONFIRM, 0), (Show.OVERDUE, 2))

    presenter.show_chosen(Show.OVERDUE)

    assert page.titles == [["Images"], ["Leave"]]
    presenter.filter_changed("leave")
    assert page.titles == [["Leave"]]


def test_a_review_that_is_due_soon_is_offered_where_there_is_one(page: FakePage) -> None:
    duties = ReaderDuties(
        ConfirmationStore.in_memory(), lambda: None, lambda: TODAY, are_asked=False
    )
    presenter = PoliciesPresenter(page, duties)
    soon = card("Pay", "Working here", date(2026, 9, 1), date(2027, 1, 31))
    presenter.set_summary(Summary(cards=(soon,)))
    presenter.show_chosen(Show.SOON)

    assert page.titles == [["Pay"]]
    assert page.view is not None
    assert page.view.shows == ((Show.SOON, 1),)
    presenter.set_summary(Summary(cards=()))
    assert page.view.shows == ((Show.SOON, 0),)


def test_a_reading_record_is_offered_to_who_has_one(page: FakePage) -> None:
    kept = ConfirmationStore.in_memory()
    presenter = PoliciesPresenter(page, ReaderDuties(kept, lambda: None, lambda: TODAY))
    presenter.open()
    assert page.view is not None
    assert not page.view.has_record
    confirm_earlier(kept)
    presenter.open()

    assert page.view.has_record
