"""How old the handbook is, as far as this computer's own clock can be believed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Bearer(StrEnum):
    """What bears a day that cannot lie ahead."""

    PACK = "pack"
    """The school signed this version of the handbook then."""
    POLICY = "policy"
    """A policy was approved then."""
    CLOCK = "clock"
    """This computer's own clock showed that day before."""


@dataclass(frozen=True, slots=True)
class Witness:
    """A day that has been, and what bears it."""

    day: date
    bearer: Bearer


_AHEAD = {
    Bearer.PACK: timedelta(days=1),
    Bearer.POLICY: timedelta(days=90),
    Bearer.CLOCK: timedelta(days=1),
}
"""So far ahead each may lie: a day for the other side of the earth, and a term for a policy
that is approved before the day from which it holds."""


def against_clock(today: date, witnesses: Iterable[Witness]) -> Witness | None:
    """The newest witness that `today` is no day; None where the clock may be right."""
    against = [each for each in witnesses if each.day - today > _AHEAD[each.bearer]]
    return max(against, key=lambda each: each.day, default=None)


def is_past(check_again_by: date | None, today: date) -> bool:
    """True where somebody was to look for something newer before today."""
    return check_again_by is not None and today > check_again_by


def newest_day(kept: date | None, today: date) -> date:
    """The latest day that this computer's clock has shown."""
    return today if kept is None else max(kept, today)
