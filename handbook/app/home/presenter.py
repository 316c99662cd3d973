"""What the home page says.

Its values are named tuples: Home loads them at every start, and a data class costs five times
as long to make.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple, Protocol

from handbook.app.dates import long_date, short_date
from handbook.app.duties import ReaderDuties, due_words, read_minutes, reading_order
from handbook.domain.audience import Audience
from handbook.domain.confirming import Duties, Duty, DutyState
from handbook.domain.policy_card import Confirm, PolicyCard
from handbook.domain.school import Contact, School
from handbook.domain.summary import Summary

ROWS = 3
"""How many rows each list of the home page shows."""
NOT_FILLED_IN = "name not filled in yet: ask the office"


class ReadRow(NamedTuple):
    """A policy that the reader is asked to read."""

    policy: str
    title: str
    tag: str
    note: str
    is_done: bool = False
    """Whether the reader has confirmed it."""


class ChangedRow(NamedTuple):
    """A policy that changed lately."""

    policy: str
    title: str
    day: str
    summary: str
    """What changed in it, where that is known; else what it is about."""
    is_compared: bool = False
    """Whether what changed is known."""


class CollectionRow(NamedTuple):
    """A group of policies."""

    name: str
    policies: int


class Danger(NamedTuple):
    """The danger line: what to do, and who when the lead is away."""

    tell: str
    away_question: str
    away: str


class HomeView(NamedTuple):
    """Everything that the home page shows."""

    asked_often: tuple[str, ...]
    danger: Danger
    to_read: tuple[ReadRow, ...]
    changed: tuple[ChangedRow, ...]
    collections: tuple[CollectionRow, ...]
    policies: int
    clauses: int
    content_date: str
    problems: tuple[str, ...]
    """Files that could not be read, each with its place and reason."""
    audience: Audience | None = None
    """Whose list to read this is; None before the reader has said."""
    are_asked: bool = True
    """Whether what is read is confirmed."""
    due: int = 0
    """How many policies are to be confirmed."""


class HomePageView(Protocol):
    """What the presenter asks of the page."""

    def show_home(self, view: HomeView) -> None:
        """Show everything anew."""

    def show_changed(self, rows: tuple[ChangedRow, ...]) -> None:
        """Show other policies that changed lately."""


class HomePresenter:
    """Decides what the home page lists."""

    def __init__(self, page: HomePageView, duties: ReaderDuties) -> None:
        self._page = page
        self._duties = duties
        self._changes: dict[str, str] = {}

    def show(self, summary: Summary) -> None:
        """Show a library's summary, with what the reader is asked to read and confirm."""
        duties = self._duties.of(summary)
        self._page.show_home(home_view(summary, duties, self._duties.today(), self._changes))

    def show_changes(
        self, changes: dict[str, str], summary: Summary, audience: Audience | None
    ) -> None:
        """Say what changed, in a line by the policy's id; nothing where it is not known."""
        if changes == self._changes:
            return
        self._changes = changes
        self._page.show_changed(_changed_rows(summary, audience, changes))


def home_view(
    summary: Summary,
    duties: Duties,
    today: date,
    changes: dict[str, str] = {},  # noqa: B006 - it is only read
) -> HomeView:
    """The home page of a library for one reader."""
    audience = duties.audience
    rows, due = _to_read(summary, duties, today)
    day = summary.content_date
    return HomeView(
        asked_often=summary.asked_often[:3],
        danger=_danger(summary.school),
        to_read=rows,
        changed=_changed_rows(summary, audience, changes),
        collections=_collections(summary.cards),
        policies=len(summary.cards),
        clauses=summary.clauses,
        content_date=long_date(day) if day else "",
        problems=tuple(str(problem) for problem in summary.unreadable),
        audience=audience,
        are_asked=duties.are_asked,
        due=due,
    )


def _to_read(summary: Summary, duties: Duties, today: date) -> tuple[tuple[ReadRow, ...], int]:
    """What is due first, then what was confirmed last; and how much is due."""
    asked = sorted(
        (card for card in summary.cards if card.is_asked_of(duties.audience)),
        key=reading_order,
    )
    if not duties.are_asked:
        return tuple(_plain_row(card) for card in asked[:ROWS]), 0
    stands = [(card, duties.of(card, today)) for card in asked]
    due = sorted((each for each in stands if each[1].by), key=lambda each: each[1].by or today)
    done = sorted(
        (each for each in stands if each[1].state is DutyState.CONFIRMED and each[1].last),
        key=lambda each: each[1].last.day if each[1].last else today,
        reverse=True,
    )
    rows = (*(_due_row(card, duty, today) for card, duty in due), *map(_done_row, done))
    return rows[:ROWS], len(due)


def named(contact: Contact) -> str:
    """A contact's name and telephone, or that the school has not filled them in."""
    if contact.is_blank:
        return NOT_FILLED_IN
    # A number that is dialled in a hurry is never on two lines.
    phone = contact.phone.replace(" ", "\N{NO-BREAK SPACE}")
    return ", ".join(part for part in (contact.name, phone) if part)


def _danger(school: School) -> Danger:
    lead = school.contacts.get("dsl")
    if lead is None:
        return Danger("Call 999, then tell the headteacher.", "", "")
    other = school.contacts.get(lead.when_away)
    away = f"If the lead is away, tell the {other.title}: {named(other)}." if other else ""
    return Danger(
        tell=f"Call 999, then tell the {lead.title}: {named(lead)}.",
        away_question="If the lead is away" if other else "",
        away=away,
    )


def _plain_row(card: PolicyCard) -> ReadRow:
    often = "Read each year" if card.confirm is Confirm.YEARLY else "Read once"
    return ReadRow(card.id, card.title, often, _minutes(card))


def _due_row(card: PolicyCard, duty: Duty, today: date) -> ReadRow:
    last = duty.last
    changed = f"New since you confirmed {last.version}" if last and duty.has_changed else ""
    words = due_words(duty, today)
    return ReadRow(card.id, card.title, words, changed or _minutes(card))


def _done_row(stands: tuple[PolicyCard, Duty]) -> ReadRow:
    card, duty = stands
    day = short_date(duty.last.day) if duty.last else ""
    note = f"You confirmed version {card.version} on {day}"
    return ReadRow(card.id, card.title, "Done", note, is_done=True)


def _minutes(card: PolicyCard) -> str:
    return f"{read_minutes(card)} min read"


def _changed_rows(
    summary: Summary, audience: Audience | None, changes: dict[str, str]
) -> tuple[ChangedRow, ...]:
    """What is known to have changed stands first, then the newest."""
    newest = sorted(
        sorted(summary.cards, key=lambda card: (not card.is_asked_of(audience), card.title)),
        key=lambda card: (card.id in changes, card.approved or date.min),
        reverse=True,
    )
    return tuple(_changed_row(card, changes) for card in newest[:ROWS])


def _changed_row(card: PolicyCard, changes: dict[str, str]) -> ChangedRow:
    day = short_date(card.approved) if card.approved else ""
    known = changes.get(card.id, "")
    return ChangedRow(card.id, card.title, day, known or card.summary, is_compared=bool(known))


def _collections(cards: tuple[PolicyCard, ...]) -> tuple[CollectionRow, ...]:
    counts: dict[str, int] = {}
    for card in cards:
        counts[card.collection] = counts.get(card.collection, 0) + 1
    return tuple(CollectionRow(name, count) for name, count in sorted(counts.items()) if name)
