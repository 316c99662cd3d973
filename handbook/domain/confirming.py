"""Which policies somebody must confirm that they have read, and by which day.

Its values are named tuples: Home loads them at every start.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from enum import Enum, auto
from types import MappingProxyType
from typing import NamedTuple

from handbook.domain.audience import Audience
from handbook.domain.policy_card import Confirm, PolicyCard
from handbook.domain.school import School

SETTING = "confirm-days"
"""The school's own number of days, under `settings` in school.yaml."""
DAYS, MOST_DAYS = 14, 365
"""How many days staff have where the school says nothing, and the most that it may say."""


class Confirmation(NamedTuple):
    """Somebody said that they have read a version of a policy."""

    policy: str
    version: str
    digest: str
    """Of the text that they read."""
    day: date


class DutyState(Enum):
    """How a reader stands to a policy."""

    NOTHING = auto()
    """There is nothing to confirm."""
    CONFIRMED = auto()
    DUE = auto()
    OVERDUE = auto()


class Duty(NamedTuple):
    """What a reader has confirmed of a policy, or must confirm and by when."""

    state: DutyState
    by: date | None = None
    """The last day in time, where it is due or overdue."""
    last: Confirmation | None = None
    """The newest confirmation of any version."""
    version: str = ""
    """The version of today."""

    @property
    def is_open(self) -> bool:
        """True where the reader is asked now."""
        return self.state in (DutyState.DUE, DutyState.OVERDUE)

    @property
    def has_changed(self) -> bool:
        """True where an earlier version was confirmed, and not this one."""
        return self.last is not None and self.last.version != self.version


class Duties(NamedTuple):
    """What is known of one reader; tells how they stand to each policy."""

    audience: Audience | None = None
    days: int = DAYS
    last: Mapping[str, Confirmation] = MappingProxyType({})
    """The newest confirmation by policy."""
    asked: Mapping[tuple[str, str], date] = MappingProxyType({})
    """The day on which a version of a policy was first asked of this reader."""
    are_asked: bool = True
    """False where the school asks nobody."""

    def of(self, card: PolicyCard, today: date) -> Duty:
        """How the reader stands to a policy on a day."""
        last = self.last.get(card.id)
        holds = last is not None and last.version == card.version
        if not (self.are_asked and card.is_asked_of(self.audience)):
            return Duty(
                DutyState.CONFIRMED if holds else DutyState.NOTHING, None, last, card.version
            )
        if last is not None and holds:
            again = a_year_after(last.day)
            if card.confirm is Confirm.ONCE or today < again - timedelta(self.days):
                return Duty(DutyState.CONFIRMED, None, last, card.version)
            by = again
        else:
            by = self._first_due(card, today)
        state = DutyState.OVERDUE if by < today else DutyState.DUE
        return Duty(state, by, last, card.version)

    def _first_due(self, card: PolicyCard, today: date) -> date:
        """So many days after the approval, or after this reader could first know of it."""
        asked = self.asked.get((card.id, card.version), today)
        return max(asked, card.approved or asked) + timedelta(self.days)


def days_of(school: School) -> int:
    """How many days the school gives; what is no such number counts as not said."""
    said = school.settings.get(SETTING, "").strip()
    if said.isascii() and said.isdigit() and 1 <= int(said[:4]) <= MOST_DAYS:
        return int(said)
    return DAYS


def a_year_after(day: date) -> date:
    """The same day of the next year; 29 February becomes 1 March."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return date(day.year + 1, 3, 1)


def newest(confirmations: Iterable[Confirmation]) -> dict[str, Confirmation]:
    """The newest confirmation of each policy."""
    return {each.policy: each for each in sorted(confirmations, key=lambda each: each.day)}


def with_confirmation(duties: Duties, confirmation: Confirmation) -> Duties:
    """The same reader, once they have confirmed a policy."""
    return duties._replace(last={**duties.last, confirmation.policy: confirmation})
