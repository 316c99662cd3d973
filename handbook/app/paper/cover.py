"""The first sheets of the whole handbook: its cover and its contents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from handbook.app.dates import long_date
from handbook.app.document.styles import Box
from handbook.app.paper.builder import PaperBuilder, spans
from handbook.app.paper.paper import FOLLOWED, Paper
from handbook.domain.blocks import Span
from handbook.domain.library import Library
from handbook.domain.links import LinkKind

NAME = "Staff handbook"
"""What the whole is called."""
_COVER_DROP = 300
"""From the upper margin to the words of the cover, in paper pixels."""


@dataclass(frozen=True, slots=True)
class Line:
    """A policy in the contents."""

    collection: str
    title: str
    version: str
    is_overdue: bool
    page: int
    """As it is printed, from 1."""
    address: str
    """Of the link to it."""


def cover_paper(library: Library, today: date, footer: str) -> Paper:
    """Whose handbook this is, how new what stands in it is, and when it was printed."""
    builder = PaperBuilder()
    school = library.school.name
    builder.cover(school or NAME, NAME if school else "", drop=_COVER_DROP)
    policies = library.policies
    builder.lead(spans("All policies and guides" if policies else "There is no policy in it yet"))
    approved = [policy.approved for policy in policies if policy.approved]
    if approved:
        builder.paragraph(spans(f"The newest of them was approved on {long_date(max(approved))}."))
    builder.paragraph(spans(f"Printed on {long_date(today)}."))
    overdue = sum(policy.is_overdue(today) for policy in policies)
    if overdue:
        still = _STILL_ONE if overdue == 1 else _STILL
        builder.callout(Box.OVERDUE, _overdue_words(overdue), [spans(still)])
    builder.callout(Box.NOTE, "Paper grows old", [spans(_GROWS_OLD)])
    return builder.paper(title=NAME, footer=footer)


_STILL_ONE = (
    "It still applies. The contents name it, and it says at its top whom to ask before you rely "
    "on it."
)
_STILL = (
    "They still apply. The contents name them, and each says at its top whom to ask before "
    "you rely on it."
)
_GROWS_OLD = (
    "What the handbook on your laptop says is what counts. It also leads you to the right "
    "person if you have a concern: press I have a concern there."
)


def _overdue_words(count: int) -> str:
    if count == 1:
        return "One policy is past its review date"
    return f"{count} policies are past their review dates"


def contents_paper(lines: Sequence[Line], footer: str) -> Paper:
    """Every policy with the page that it begins on, by collection."""
    builder = PaperBuilder()
    builder.title("Contents")
    for collection, members in groupby(lines, key=lambda line: line.collection):
        if collection:
            builder.heading(collection)
        for line in members:
            version = f"version {line.version}" if line.version else ""
            hint = ", ".join((*([version] if version else []), *_due(line)))
            builder.entry(Span(line.title), line.address, hint, str(line.page))
    return builder.paper(title=NAME, footer=footer, followed=(*FOLLOWED, f"{LinkKind.POLICY}:"))


def _due(line: Line) -> tuple[str, ...]:
    return ("review overdue",) if line.is_overdue else ()
