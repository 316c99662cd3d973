"""What the list of policies shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Protocol

from handbook.app.dates import long_date, month_of
from handbook.domain.library import Summary
from handbook.domain.policy import PolicyCard

SOON = timedelta(days=90)
"""How long before its review date a policy is said to be due soon."""


class ReviewState(StrEnum):
    """Where a policy stands with its review."""

    REVIEWED = "Reviewed"
    SOON = "Due soon"
    OVERDUE = "Overdue"
    NO_DATE = "No review date set"


class SortBy(StrEnum):
    """The orders on offer."""

    TITLE = "Title"
    CHANGED = "Recently changed"
    REVIEW = "Review due"


@dataclass(frozen=True, slots=True)
class PolicyRow:
    """One policy in words."""

    id: str
    title: str
    summary: str
    version: str
    approved: str
    review: ReviewState
    review_words: str
    clauses: int


@dataclass(frozen=True, slots=True)
class PolicyGroup:
    """A collection's policies; one group without a name where sorting mixes them."""

    name: str
    rows: tuple[PolicyRow, ...]


@dataclass(frozen=True, slots=True)
class PoliciesView:
    """Everything that the page shows."""

    groups: tuple[PolicyGroup, ...]
    counts: tuple[tuple[str, int], ...]
    """Every collection and how many policies it has."""
    policies: int
    clauses: int
    sort: SortBy
    filter: str
    collection: str


class PoliciesPageView(Protocol):
    """What the presenter asks of the page."""

    def show_policies(self, view: PoliciesView) -> None:
        """Show the list anew."""


class PoliciesPresenter:
    """Decides which policies are listed and in which order."""

    def __init__(self, page: PoliciesPageView, today: Callable[[], date]) -> None:
        self._page = page
        self._today = today
        self._summary = Summary()
        self._sort = SortBy.TITLE
        self._filter = ""
        self._collection = ""

    def set_summary(self, summary: Summary) -> None:
        """Other content: list it."""
        self._summary = summary
        self._show()

    def open(self, collection: str = "") -> None:
        """Show the list from a collection on."""
        self._collection = collection
        self._filter = ""
        self._show()

    def sort_chosen(self, sort: SortBy) -> None:
        """Use another order."""
        self._sort = sort
        self._show()

    def filter_changed(self, text: str) -> None:
        """List only what has these words in title or summary."""
        self._filter = text
        self._show()

    def _show(self) -> None:
        cards = self._summary.cards
        words = self._filter.casefold().split()
        kept = [card for card in cards if all(w in _searched(card) for w in words)]
        counts: dict[str, int] = {}
        for card in cards:
            counts[card.collection] = counts.get(card.collection, 0) + 1
        self._page.show_policies(
            PoliciesView(
                groups=self._groups(kept),
                counts=tuple(sorted(counts.items())),
                policies=len(cards),
                clauses=self._summary.clauses,
                sort=self._sort,
                filter=self._filter,
                collection=self._collection,
            )
        )

    def _groups(self, cards: list[PolicyCard]) -> tuple[PolicyGroup, ...]:
        if self._sort is SortBy.TITLE:
            names = sorted({card.collection for card in cards})
            return tuple(
                PolicyGroup(
                    name,
                    tuple(
                        self._row(card)
                        for card in sorted(cards, key=lambda card: card.title)
                        if card.collection == name
                    ),
                )
                for name in names
            )
        if self._sort is SortBy.CHANGED:
            cards = sorted(cards, key=lambda card: card.approved or date.min, reverse=True)
        else:
            cards = sorted(cards, key=lambda card: card.review or date.min)
        rows = tuple(self._row(card, card.collection) for card in cards)
        return (PolicyGroup("", rows),) if rows else ()

    def _row(self, card: PolicyCard, prefix: str = "") -> PolicyRow:
        state, words = review_words(card.review, self._today())
        return PolicyRow(
            id=card.id,
            title=card.title,
            summary=f"{prefix} · {card.summary}" if prefix else card.summary,
            version=card.version,
            approved=long_date(card.approved) if card.approved else "",
            review=state,
            review_words=words,
            clauses=card.clauses,
        )


def review_words(review: date | None, today: date) -> tuple[ReviewState, str]:
    """Where a review stands, and when: a policy without a date counts as overdue."""
    if review is None:
        return ReviewState.NO_DATE, "treat it as overdue"
    if review < today:
        return ReviewState.OVERDUE, f"since {month_of(review)}"
    if review - today <= SOON:
        return ReviewState.SOON, f"by {long_date(review)}"
    return ReviewState.REVIEWED, f"next in {month_of(review)}"


def _searched(card: PolicyCard) -> str:
    return f"{card.title} {card.summary} {card.collection}".casefold()
