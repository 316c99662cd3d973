"""What the reader has confirmed and must confirm: the same for every page. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Protocol

from handbook.app.dates import day_and_date, long_date, short_date
from handbook.domain.audience import Audience
from handbook.domain.confirming import Confirmation, Duties, Duty, DutyState, days_of
from handbook.domain.policy_card import PolicyCard
from handbook.domain.summary import Summary


class Confirmations(Protocol):
    """Where confirmations are kept, as far as lists need it."""

    def last(self) -> dict[str, Confirmation]:
        """The newest confirmation of each policy."""

    def asked(self, policies: list[tuple[str, str]], today: date) -> dict[tuple[str, str], date]:
        """Since when each version has been asked; what is new is written down."""


class ReaderDuties:
    """Tells how the reader stands to the policies of a handbook.

    `are_asked` is False where the school asks nobody to confirm.
    """

    def __init__(
        self,
        kept: Confirmations,
        audience: Callable[[], Audience | None],
        today: Callable[[], date],
        *,
        are_asked: bool = True,
    ) -> None:
        self._kept = kept
        self._audience = audience
        self.today = today
        self.are_asked = are_asked
        self._opened: set[tuple[str, str]] = set()

    def of(self, summary: Summary) -> Duties:
        """The reader's duties in a handbook; nothing is written."""
        return Duties(
            audience=self._audience(),
            days=days_of(summary.school),
            last=self._kept.last(),
            asked=self._kept.asked([], self.today()),
            are_asked=self.are_asked,
        )

    def begin(self, summary: Summary) -> None:
        """From today the reader is asked what is new in a handbook, and has their days for it."""
        duties = self.of(summary)
        today = self.today()
        due = [card for card in summary.cards if duties.of(card, today).is_open]
        self._kept.asked([(card.id, card.version) for card in due], today)

    def opened(self, policy: str, version: str) -> None:
        """A version is being read; that is remembered until the window is closed."""
        self._opened.add((policy, version))

    def is_opened(self, policy: str, version: str) -> bool:
        """Whether it was read while the window was open."""
        return (policy, version) in self._opened


def due_words(duty: Duty, today: date) -> str:
    """`Due Mon 23 Nov`, `Due 4 Dec`, `Overdue since 4 Dec`; empty where nothing is open."""
    if duty.by is None:
        return ""
    if duty.state is DutyState.OVERDUE:
        return f"Overdue since {near_date(duty.by, today)}"
    return f"Due {near_date(duty.by, today)}"


def near_date(day: date, today: date) -> str:
    """A day of the next seven with its weekday, one that is far off with its year."""
    if 0 <= (day - today).days < _WEEK:
        return day_and_date(day)
    return short_date(day) if abs((day - today).days) < _YEAR else long_date(day)


def read_minutes(card: PolicyCard) -> int:
    """About how long reading takes, at a slow and careful pace."""
    return max(1, round(card.words / _WORDS_A_MINUTE))


def minutes_to_read(card: PolicyCard) -> str:
    """`12 minutes to read`."""
    minutes = read_minutes(card)
    return "1 minute to read" if minutes == 1 else f"{minutes} minutes to read"


def reading_order(card: PolicyCard) -> tuple[bool, str]:
    """In which order policies are offered that are due on the same day."""
    return card.collection != FIRST_TO_READ, card.title


FIRST_TO_READ = "Safeguarding"
"""The collection whose policies stand first among those to read."""
_WEEK, _YEAR = 7, 300
_WORDS_A_MINUTE = 200
