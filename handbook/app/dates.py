"""Dates in the words of the design: 14 March 2023, 18 Nov, March 2024."""

from __future__ import annotations

from datetime import date

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def long_date(day: date) -> str:
    """`14 March 2023`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def month_of(day: date) -> str:
    """`March 2024`."""
    return f"{_MONTHS[day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    """`18 Nov`; September is `Sept`, as staff write it."""
    month = _MONTHS[day.month - 1]
    return f"{day.day} {month if len(month) <= 4 else month[: 4 if day.month == 9 else 3]}"


def short_date_and_year(day: date) -> str:
    """`18 Nov 2026`."""
    return f"{short_date(day)} {day.year}"


def day_and_date(day: date) -> str:
    """`Mon 23 Nov`."""
    return f"{_DAYS[day.weekday()]} {short_date(day)}"
