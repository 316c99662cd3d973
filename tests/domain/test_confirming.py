"""Which policies must be confirmed, and by when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.domain.audience import Audience
from handbook.domain.confirming import (
    DAYS,
    Confirmation,
    Duties,
    DutyState,
    a_year_after,
    days_of,
    newest,
    with_confirmation,
)
from handbook.domain.policy_card import Confirm, PolicyCard
from handbook.domain.school import School

APPROVED = date(2026, 9, 1)
RULES = PolicyCard(
    id="rules",
    title="Rules",
    collection="",
    summary="",
    owner="",
    version="2.0",
    approved=APPROVED,
    review=None,
    confirm=Confirm.YEARLY,
)


def on(day: date, version: str = "2.0") -> Confirmation:
    return Confirmation("rules", version, "d", day)


def confirmed(day: date, version: str = "2.0") -> Duties:
    return with_confirmation(Duties(asked={("rules", "2.0"): APPROVED}), on(day, version))


ASKED = Duties(asked={("rules", "2.0"): APPROVED})


def test_a_policy_is_due_so_many_days_after_its_approval() -> None:
    duty = ASKED.of(RULES, date(2026, 9, 10))

    assert (duty.state, duty.by) == (DutyState.DUE, date(2026, 9, 15))
    assert duty.is_open
    assert not duty.has_changed


def test_it_is_in_time_on_the_last_day_and_overdue_on_the_next() -> None:
    assert ASKED.of(RULES, date(2026, 9, 15)).state is DutyState.DUE
    assert ASKED.of(RULES, date(2026, 9, 16)).state is DutyState.OVERDUE


def test_whoever_hears_of_it_late_has_as_many_days() -> None:
    late = ASKED._replace(asked={("rules", "2.0"): date(2026, 11, 20)})

    assert late.of(RULES, date(2026, 11, 21)).by == date(2026, 12, 4)


def test_a_policy_that_is_approved_for_later_is_due_after_that_day() -> None:
    early = ASKED._replace(asked={("rules", "2.0"): date(2026, 8, 1)})

    assert early.of(RULES, date(2026, 8, 2)).by == date(2026, 9, 15)


def test_what_is_asked_for_the_first_time_is_asked_since_today() -> None:
    assert Duties(days=7).of(RULES, date(2027, 1, 1)).by == date(2027, 1, 8)


def test_once_is_for_good() -> None:
    once = replace(RULES, confirm=Confirm.ONCE)

    assert confirmed(APPROVED).of(once, date(2036, 1, 1)).state is DutyState.CONFIRMED


def test_yearly_is_asked_again_before_the_year_is_over() -> None:
    duties = confirmed(date(2026, 9, 9))

    assert duties.of(RULES, date(2027, 8, 25)).state is DutyState.CONFIRMED
    again = duties.of(RULES, date(2027, 8, 26))
    assert (again.state, again.by) == (DutyState.DUE, date(2027, 9, 9))
    assert not again.has_changed
    assert duties.of(RULES, date(2027, 9, 10)).state is DutyState.OVERDUE


def test_another_version_is_asked_anew_and_says_that_it_changed() -> None:
    duty = confirmed(date(2026, 8, 1), version="1.0").of(RULES, date(2026, 9, 2))

    assert (duty.state, duty.by) == (DutyState.DUE, date(2026, 9, 15))
    assert duty.has_changed
    assert duty.last == on(date(2026, 8, 1), "1.0")


def test_an_older_version_again_does_not_count_as_this_one() -> None:
    """2.10 and 2.1 are two versions: they are text."""
    assert confirmed(date(2026, 9, 2), version="2.00").of(RULES, date(2026, 9, 3)).is_open


@pytest.mark.parametrize("audience", [None, Audience.TEACHERS, Audience.GOVERNORS])
def test_nobody_is_asked_what_is_not_for_them(audience: Audience | None) -> None:
    for_volunteers = replace(RULES, applies_to=("volunteers",))

    duty = ASKED._replace(audience=audience).of(for_volunteers, APPROVED)

    assert duty.state is DutyState.NOTHING


def test_what_was_confirmed_stays_so_where_it_is_no_longer_asked() -> None:
    never = replace(RULES, confirm=Confirm.NEVER)

    assert confirmed(APPROVED).of(never, APPROVED).state is DutyState.CONFIRMED


def test_a_school_may_ask_nobody() -> None:
    assert ASKED._replace(are_asked=False).of(RULES, APPROVED).state is DutyState.NOTHING


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_a_year_later_is_a_year_later(day: date) -> None:
    later = a_year_after(day)

    assert timedelta(364) < later - day <= timedelta(367)
    assert (later.month, later.day) in ((day.month, day.day), (3, 1))


@given(st.dates(date(2026, 9, 1), date(2040, 1, 1)), st.integers(1, 365))
def test_what_was_confirmed_today_is_never_due_today(day: date, days: int) -> None:
    duty = confirmed(day)._replace(days=days).of(RULES, day)

    assert duty.state in (DutyState.CONFIRMED, DutyState.DUE)
    assert duty.by is None or duty.by >= day + timedelta(days)


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("", DAYS),
        ("28", 28),
        (" 1 ", 1),
        ("0", DAYS),
        ("366", DAYS),
        ("99999", DAYS),
        ("two", DAYS),
        ("-3", DAYS),
        ("²", DAYS),
    ],
)
def test_the_school_says_how_many_days(said: str, days: int) -> None:
    assert days_of(School(settings={"confirm-days": said})) == days


def test_the_newest_confirmation_counts() -> None:
    old, new = on(date(2025, 9, 1)), on(date(2026, 9, 1))

    assert newest([new, old]) == {"rules": new}
