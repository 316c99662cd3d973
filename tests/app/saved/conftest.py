"""A small handbook with a few clauses saved from it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from handbook.domain.blocks import Callout, Paragraph, Span
from handbook.domain.clause_ref import ClauseRef
from handbook.domain.library import Library
from handbook.domain.policy import Clause, Policy, Section
from handbook.domain.rule import RuleKind
from handbook.domain.standing import bookmark_of
from handbook.state.bookmarks import BookmarkStore

OCTOBER = datetime(2026, 10, 7, 12, tzinfo=UTC)
NOVEMBER = datetime(2026, 11, 21, 12, tzinfo=UTC)


def clause(name: str, label: str, words: str, kind: RuleKind | None = None) -> Clause:
    paragraph = Paragraph((Span(words),), 1)
    blocks = (Callout(kind, (paragraph,), 1),) if kind else (paragraph,)
    return Clause(name, name.title(), label, blocks, 1)


def policy(name: str, collection: str, *clauses: Clause, **more: object) -> Policy:
    section = Section("one", "One", "1", (), clauses, 1)
    whole = Policy(
        name, name.title(), f"policies/{name}.md", collection, version="1.0", sections=(section,)
    )
    return replace(whole, **more)  # type: ignore[arg-type]


VISITORS = policy(
    "visitors",
    "Safeguarding",
    clause("badge", "1.1", "You must wear a badge.", RuleKind.MUST),
    clause("book", "1.2", "Sign the book."),
    review=date(2026, 1, 1),
    approved=date(2026, 10, 20),
)
TRIPS = policy(
    "trips",
    "Working here",
    clause("phone", "1.1", "Take the trip phone."),
    clause("coach", "1.2", "Count twice."),
    review=date(2027, 1, 1),
    approved=date(2026, 1, 1),
)
ABSENCE = policy("absence", "Working here", clause("ring", "1.1", "Ring before eight."))
LIBRARY = Library(policies=(ABSENCE, TRIPS, VISITORS))


def save(store: BookmarkStore, *links: str, library: Library = LIBRARY) -> None:
    for link in links:
        ref = ClauseRef.parse(link)
        found = library.policy(ref.policy)
        kept = bookmark_of(found, found.clause(ref.clause), library.school, OCTOBER)
        store.save(kept)


@pytest.fixture
def store() -> BookmarkStore:
    """Two clauses of trips and one of visitors, the last with a note."""
    store = BookmarkStore.in_memory()
    save(store, "trips#coach", "trips#phone", "visitors#book")
    store.keep_note(ClauseRef("visitors", "book"), "Ask the office.", NOVEMBER)
    return store
