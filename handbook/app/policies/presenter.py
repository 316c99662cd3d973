"""What the list of policies shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Protocol

from handbook.app.dates import long_date, month_of, short_date_and_year
from handbook.app.duties import ReaderDuties, minutes_to_read, near_date
from handbook.domain.confirming import Duty, DutyState
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


_LATE = (ReviewState.OVERDUE, ReviewState.NO_DATE)


class SortBy(StrEnum):
    """The orders on offer."""

    TITLE = "Title"
    CHANGED = "Recently changed"
    REVIEW = "Review due"


class Show(StrEnum):
    """Which policies are listed."""

    ALL = "All policies"
    TO_CONFIRM = "To read and confirm"
    OVERDUE = "Review overdue"
    SOON = "Review due soon"


@dataclass(frozen=True, slots=True)
class Mine:
    """How the reader stands to a policy, in words; empty where nobody is asked."""

    words: str = ""
    more: str = ""
    is_open: bool = False
    is_done: bool = False


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
    mine: Mine = Mine()


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
    show: Show = Show.ALL
    shows: tuple[tuple[Show, int], ...] = ()
    """What can be listed beside all of them, and how much there is of it."""
    has_record: bool = False
    """Whether the reader has confirmed anything that could be put on paper."""


class PoliciesPageView(Protocol):
    """What the presenter asks of the page."""

    def show_policies(self, view: PoliciesView) -> None:
        """Show the list anew."""


class PoliciesPresenter:
    """Decides which policies are listed and in which order."""

    def __init__(self, page: PoliciesPageView, duties: ReaderDuties) -> None:
        self._page = page
        self._duties = duties
        self._today = duties.today
        self._show = Show.ALL
        self._summary = Summary()
        self._sort = SortBy.TITLE
        self._filter = ""
        self._collection = ""

    def set_summary(self, summary: Summary) -> None:
        """Other content: list it."""
        self._summary = summary
        self._tell()

    def open(self, collection: str = "") -> None:
        """Show the list from a collection on."""
        self._collection = collection
        self._filter = ""
        self._show = Show.ALL
        self._tell()

    def show_chosen(self, show: Show) -> None:
        """List all policies, or those that ask for something."""
        self._show = show
        self._tell()

    def sort_chosen(self, sort: SortBy) -> None:
        """Use another order."""
        self._sort = sort
        self._tell()

    def filter_changed(self, text: str) -> None:
        """List only what has these words in title or summary."""
        self._filter = text
        self._tell()

    def _tell(self) -> None:
        cards = self._summary.cards
        words = self._filter.casefold().split()
        duties, today = self._duties.of(self._summary), self._today()
        stands = {card.id: duties.of(card, today) for card in cards}
        asking = {
            Show.TO_CONFIRM: [card for card in cards if stands[card.id].is_open],
            Show.OVERDUE: [card for card in cards if review_words(card.review, today)[0] in _LATE],
            Show.SOON: [
                card for card in cards if review_words(card.review, today)[0] is ReviewState.SOON
            ],
        }
        chosen = asking.get(self._show, cards)
        kept = [card for card in chosen if all(w in _searched(card) for w in words)]
        counts: dict[str, int] = {}
        for card in cards:
            counts[card.collection] = counts.get(card.collection, 0) + 1
        self._page.show_policies(
            PoliciesView(
                groups=self._groups(kept, stands),
                counts=tuple(sorted(counts.items())),
                policies=len(cards),
                clauses=self._summary.clauses,
                sort=self._sort,
                filter=self._filter,
                collection=self._collection,
                show=self._show,
                shows=tuple(
                    (show, len(found))
                    for show, found in asking.items()
                    if found
                    or show is self._show
                    or (show is Show.TO_CONFIRM and duties.are_asked)
                ),
                has_record=bool(duties.last),
            )
        )

    def _groups(
        self, cards: list[PolicyCard], stands: Mapping[str, Duty]
    ) -> tuple[PolicyGroup, ...]:
        if self._sort is SortBy.TITLE:
            names = sorted({card.collection for card in cards})
            return tuple(
                PolicyGroup(
                    name,
                    tuple(
                        self._row(card, stands[card.id])
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
        rows = tuple(self._row(card, stands[card.id], card.collection) for card in cards)
        return (PolicyGroup("", rows),) if rows else ()

    def _row(self, card: PolicyCard, duty: Duty, prefix: str = "") -> PolicyRow:
        state, words = review_words(card.review, self._today())
        return PolicyRow(
            id=card.id,
            title=card.title,
            summary=f"{prefix} · {card.summary}" if prefix else card.summary,
            version=card.version,
            approved=short_date_and_year(card.approved) if card.approved else "",
            review=state,
            review_words=words,
            clauses=card.clauses,
            mine=mine_words(card, duty, self._today()) if self._duties.are_asked else Mine(),
        )


def mine_words(card: PolicyCard, duty: Duty, today: date) -> Mine:
    """How the reader stands to a policy: what is open with its day, what is done with its."""
    if duty.by is not None:
        if duty.state is DutyState.OVERDUE:
            return Mine("Overdue", f"confirm since {near_date(duty.by, today)}", is_open=True)
        changed = f"new since version {duty.last.version}" if duty.last else ""
        note = changed if duty.has_changed else minutes_to_read(card)
        return Mine(f"Confirm by {near_date(duty.by, today)}", note, is_open=True)
    if duty.state is DutyState.CONFIRMED and duty.last is not None:
        return Mine("Confirmed", f"on {long_date(duty.last.day)}", is_done=True)
    return Mine("Nothing to confirm")


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
