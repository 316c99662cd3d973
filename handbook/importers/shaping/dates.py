"""Dates as schools write them."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"), ("february", "feb"), ("march", "mar"), ("april", "apr"),
            ("may",), ("june", "jun"), ("july", "jul"), ("august", "aug"),
            ("september", "sept", "sep"), ("october", "oct"), ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}  # fmt: skip
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAY = r"(?P<day>[0-3]?\d)(?:\s*(?:st|nd|rd|th))?"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"\b(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})\b",
        rf"\b{_DAY}(?:\s+of)?[\s-]+(?P<name>{_MONTH})\b\.?,?[\s-]+(?P<year>\d{{4}}|\d{{2}})\b",
        rf"\b(?P<name>{_MONTH})\.?\s+{_DAY},?\s+(?P<year>\d{{4}})\b",
        r"\b(?P<day>\d{1,2})[./-](?P<month>\d{1,2})[./-](?P<year>\d{4}|\d{2})\b",
        rf"\b(?P<name>{_MONTH})\b\.?,?[\s-]+(?P<year>\d{{4}})\b",
        r"\b(?P<month>\d{1,2})/(?P<year>\d{4})\b",
    )
)
ANY = re.compile(
    "|".join(re.sub(r"\?P<\w+>", "?:", form.pattern) for form in _FORMS), re.IGNORECASE
)
"""Any date, wherever it stands."""


def read_date(text: str) -> str:
    """The first date in a text as `2026-09-01`, or `2026-09` without a day; empty for none.

    Days come before months, as everywhere in the United Kingdom.
    """
    for form in _FORMS:
        for found in form.finditer(text):
            parts = found.groupdict()
            if (written := _written(parts)) or parts.get("name"):
                return written  # a day that no month has is no date at all
    return ""


def _written(parts: dict[str, str | None]) -> str:
    year = int(parts["year"] or 0)
    year += 2000 if year < 100 else 0
    name = parts.get("name")
    month = _MONTHS[name.casefold()] if name else int(parts.get("month") or 0)
    day = parts.get("day")
    try:
        found = date(year, month, int(day) if day else 1)
    except ValueError:
        return ""
    return found.isoformat() if day else found.isoformat()[:7]
