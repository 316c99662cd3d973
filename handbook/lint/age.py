"""What has grown old by a certain day: reviews that are due, contacts nobody has checked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from handbook.domain.library import Library
from handbook.domain.school import Contact
from handbook.lint.finding import Finding, warning
from handbook.lint.front import read_date
from handbook.lint.text.source import SourceText

_SCHOOL = "school.yaml"
_DATED = re.compile(r"(?P<key>review|approved|law-as-of): *['\"]?(?P<date>[\d-]+)")
_KEY = re.compile(r" +(?P<key>[\w-]+):")


def check_reviews(source: SourceText, today: date) -> Iterator[Finding]:
    """A review date that has passed, and what is said to be approved and is not yet."""
    for number, line in enumerate(source.raw[: source.front_end], 1):
        found = _DATED.match(line)
        day = read_date(found["date"]) if found else None
        if found is None or day is None:
            continue
        if found["key"] == "review" and day < today:
            yield warning(
                source.file,
                number,
                "front-overdue",
                f"The review was due on {_said(day)}, and staff are told so. Go through the text "
                "with its owner, then write the new dates and the next version.",
            )
        elif found["key"] == "law-as-of" and day < _year_before(today):
            yield warning(
                source.file,
                number,
                "law-old",
                f"Nobody has compared this with the law since {_said(day)}, more than a year ago. "
                "Ask the school's adviser what has changed, then write the day.",
            )
        elif found["key"] != "review" and day > today:
            yield warning(
                source.file,
                number,
                "front-ahead",
                f"{found['key']!r} is {_said(day)}, which is still to come. Staff would read it "
                "as done.",
            )


def check_contacts(library: Library, school_file: str, today: date) -> Iterator[Finding]:
    """People and bodies whose details nobody has checked for a year."""
    lines = _lines(school_file)
    for contact in library.school.contacts.values():
        if contact.checked is None or not (contact.phone or contact.email):
            continue
        line = lines.get(contact.id, 1)
        if contact.checked > today:
            yield warning(
                _SCHOOL,
                line,
                "school-ahead",
                f"{contact.title} is said to be checked on {_said(contact.checked)}, which is "
                "still to come. Write the day on which somebody really did.",
            )
        elif contact.checked < _year_before(today):
            yield warning(_SCHOOL, line, "school-stale", _stale(contact, contact.checked))


def _stale(contact: Contact, checked: date) -> str:
    reach = "telephone number" if contact.phone else "email address"
    return (
        f"Nobody has checked the {reach} of {contact.title} since {_said(checked)}, more than a "
        "year ago. Try it, and write the day under 'checked'."
    )


def _lines(school_file: str) -> dict[str, int]:
    """Where each name of school.yaml stands first."""
    found: dict[str, int] = {}
    for number, line in enumerate(school_file.split("\n"), 1):
        if key := _KEY.match(line):
            found.setdefault(key["key"], number)
    return found


def _year_before(day: date) -> date:
    leap = day.month == 2 and day.day == 29
    return day.replace(year=day.year - 1, day=28 if leap else day.day)


def _said(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
