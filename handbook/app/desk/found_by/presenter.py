"""At which place a search brings the clause that is being written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from handbook.app.runner import Runner
from handbook.domain.clause_ref import ClauseRef
from handbook.domain.errors import HandbookError
from handbook.domain.library import Library
from handbook.search.searcher import IndexedSearcher, open_searcher

LOOKED_AT = 20
"""So many answers are looked through: staff read three."""
_FIRST = 3


@dataclass(frozen=True, slots=True)
class Rank:
    """What some words bring."""

    words: str
    place: int
    """From 1; 0 where the clause is not among the first LOOKED_AT."""
    before: tuple[str, ...] = ()
    """The clauses that come before it, three at most."""

    @property
    def said(self) -> str:
        """In a few words."""
        if self.place == 1:
            return "first"
        return nth(self.place) if self.place else f"not among the first {LOOKED_AT}"


class FoundByView(Protocol):
    """What the presenter asks of the panel."""

    def show_clause(self, title: str) -> None:
        """Name the clause; the answers follow."""

    def show_asked(self, ranks: Sequence[Rank]) -> None:
        """Show what the words bring that the clause says staff ask."""

    def show_tried(self, rank: Rank | None) -> None:
        """Show what the words bring that were typed; None for no words."""

    def say(self, words: str) -> None:
        """Say why nothing can be tried."""


class FoundByPresenter:
    """Searches the content as it is written, saved or not, in memory only."""

    def __init__(self, view: FoundByView, cache: Path, runner: Runner) -> None:
        self._view = view
        self._cache = cache
        self._runner = runner
        self._library = Library()
        self._ref = ClauseRef("")
        self._made: tuple[Library, IndexedSearcher] | None = None

    def open(self, library: Library, ref: ClauseRef) -> None:
        """Try the words of a clause."""
        self._library, self._ref = library, ref
        policy, clause = library.policy(ref.policy), library.clause(ref)
        self._view.show_clause(f"{policy.title} {clause.label} {clause.title}")
        self._view.show_tried(None)
        asked = clause.asked
        self._runner.request(
            lambda: [self._rank(library, ref, words) for words in asked],
            self._view.show_asked,
            self._failed,
        )

    def typed(self, words: str) -> None:
        """Try these words."""
        if not words.strip():
            self._view.show_tried(None)
            return
        library, ref = self._library, self._ref
        self._runner.request(
            lambda: self._rank(library, ref, words.strip()), self._view.show_tried, self._failed
        )

    def _rank(self, library: Library, ref: ClauseRef, words: str) -> Rank:
        """For the background."""
        if self._made is None or self._made[0] is not library:
            self._made = (library, open_searcher(library, self._cache))
        hits = self._made[1].search(words, LOOKED_AT).hits
        place = next((at for at, hit in enumerate(hits, 1) if hit.ref == ref), 0)
        before = hits[: place - 1] if place else hits
        named = tuple(f"{hit.policy_title} {hit.label} {hit.title}" for hit in before[:_FIRST])
        return Rank(words, place, named)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, HandbookError):
            raise error
        self._view.say(str(error))


def nth(number: int) -> str:
    """`3rd`, `11th`, `22nd`."""
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{({1: 'st', 2: 'nd', 3: 'rd'}).get(number % 10, 'th')}"
