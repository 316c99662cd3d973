"""The whole handbook on paper: a cover, its contents, then every policy on a page of its own.

The pages are counted through. What is laid out takes a moment for each policy, so it is done
in steps.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path

from PySide6.QtGui import QPainter

from handbook.app.dates import long_date
from handbook.app.paper.cover import NAME, Line, contents_paper, cover_paper
from handbook.app.paper.paper import FOLLOWED, Paper, paint_footer, paper_look
from handbook.app.paper.policy import policy_steps
from handbook.app.paper.sheets import Entry
from handbook.app.paper.steps import Progress, Steps
from handbook.domain.library import Library
from handbook.domain.links import LinkKind
from handbook.domain.policy import Policy

_FOLLOWED = (*FOLLOWED, f"{LinkKind.CLAUSE}:", f"{LinkKind.POLICY}:")
"""Links that lead out, and from one page of the book to another."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A policy and its pages."""

    policy: Policy
    paper: Paper


class Book:
    """The sheets of several papers, counted through."""

    def __init__(
        self,
        title: str,
        papers: Sequence[Paper],
        entries: tuple[Entry, ...] = (),
        places: Mapping[str, int] | None = None,
    ) -> None:
        self.title = title
        self.entries = entries
        self.places = places or {}
        self._look = paper_look()
        self._sheets = [(paper, page) for paper in papers for page in range(paper.count)]

    @property
    def count(self) -> int:
        """How many sheets there are."""
        return len(self._sheets)

    def paint(self, painter: QPainter, page: int) -> None:
        """Draw a sheet, from 0, with its number in the whole; the cover has none."""
        paper, own = self._sheets[page]
        paper.paint_words(painter, own)
        if page:
            number = f"{page + 1} of {self.count}"
            paint_footer(painter, self._look, paper.footer, number)


def book_steps(library: Library, today: date, content: Path | None = None) -> Steps[Book]:
    """Lay out every policy, a step or two each; returns the sheets of the whole."""
    chapters: list[Chapter] = []
    policies = in_order(library.policies)
    for count, policy in enumerate(policies):
        at = Progress(count, len(policies))
        paper = yield from policy_steps(
            policy, library.school, today, content=content, followed=_FOLLOWED, at=at
        )
        chapters.append(Chapter(policy, paper))
    return (yield from _bound(library, chapters, today))


def in_order(policies: Iterable[Policy]) -> list[Policy]:
    """Policies as the list of policies has them: by collection, then by title."""
    return sorted(policies, key=lambda policy: (policy.collection, policy.title))


def _bound(library: Library, chapters: Sequence[Chapter], today: date) -> Steps[Book]:
    """Put cover and contents before the chapters, once it is known where those begin."""
    at = Progress(len(chapters), len(chapters))
    footer = f"{NAME}, printed {long_date(today)}"
    yield at
    cover = cover_paper(library, today, footer)
    yield at
    # The numbers take the same room whatever they say, so the contents are as long with them.
    draft = contents_paper(_lines(chapters, [0] * len(chapters), today), footer)
    yield at
    starts = _starts(chapters, cover.count + draft.count)
    contents = contents_paper(_lines(chapters, starts, today), footer)
    yield at
    papers = [cover, contents, *(chapter.paper for chapter in chapters)]
    entries = (Entry("Contents", cover.count), *_entries(chapters, starts))
    return Book(library.school.name or NAME, papers, entries, _places(chapters, starts))


def _starts(chapters: Sequence[Chapter], before: int) -> list[int]:
    starts = []
    for chapter in chapters:
        starts.append(before)
        before += chapter.paper.count
    return starts


def _lines(chapters: Sequence[Chapter], starts: Sequence[int], today: date) -> list[Line]:
    return [
        Line(
            collection=chapter.policy.collection,
            title=chapter.policy.title,
            version=chapter.policy.version,
            is_overdue=chapter.policy.is_overdue(today),
            page=start + 1,
            address=f"{LinkKind.POLICY}:{chapter.policy.id}",
        )
        for chapter, start in zip(chapters, starts, strict=True)
    ]


def _entries(chapters: Sequence[Chapter], starts: Sequence[int]) -> Iterator[Entry]:
    """Collections, their policies and the sections of those, as a tree."""
    pairs = zip(chapters, starts, strict=True)
    for collection, members in groupby(pairs, key=lambda pair: pair[0].policy.collection):
        listed = list(members)
        deep = 1 if collection else 0
        if collection:
            yield Entry(collection, listed[0][1])
        for chapter, start in listed:
            yield Entry(chapter.policy.title, start, deep)
            for entry in chapter.paper.entries:
                yield Entry(entry.title, start + entry.page, deep + 1)


def _places(chapters: Sequence[Chapter], starts: Sequence[int]) -> dict[str, int]:
    """Where the links to policies, sections and clauses lead."""
    places: dict[str, int] = {}
    for chapter, start in zip(chapters, starts, strict=True):
        places[f"{LinkKind.POLICY}:{chapter.policy.id}"] = start
        for address, page in chapter.paper.places.items():
            places[address] = start + page
    return places
