"""New words for a line of `name: value`, and what somebody most likely meant."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date
from difflib import get_close_matches

from handbook.lint.finding import Fix

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_IN_WORDS = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})")
_IN_FIGURES = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})[./-](\d{1,2})[./-](\d{1,2})")


def other_value(raw: str, number: int, was: str, new: str) -> Fix | None:
    """The line with another value; None where it does not stand there once as it is."""
    head, colon, rest = raw.partition(":")
    if not was or rest.count(was) != 1:
        return None
    return Fix(number, number, f"{head}{colon}{rest.replace(was, new)}")


def meant(name: str, known: Collection[str]) -> str:
    """The known name that was meant, as far as one can tell; empty where none is much like it."""
    near = get_close_matches(name, sorted(known), n=1, cutoff=0.7)
    return near[0] if near else ""


def day_meant(text: str) -> str:
    """A date as people write it in this country, year first; empty where it is none.

    The day comes before the month: 01/09/2026 is the first of September.
    """
    if found := _IN_WORDS.fullmatch(text.strip()):
        month = found[2][:3].casefold()
        parts = (found[3], _MONTHS.index(month) + 1 if month in _MONTHS else 0, found[1])
    elif found := _IN_FIGURES.fullmatch(text.strip()):
        parts = (found[3], int(found[2]), found[1])
    elif found := _YEAR_FIRST.fullmatch(text.strip()):
        parts = (found[1], int(found[2]), found[3])
    else:
        return ""
    try:
        return date(int(parts[0]), parts[1], int(parts[2])).isoformat()
    except ValueError:
        return ""
