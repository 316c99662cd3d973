"""Saving the clauses that a reader chooses, and taking them off again. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from enum import Enum, auto
from typing import Protocol

from handbook.domain.bookmark import Bookmark
from handbook.domain.clause_ref import ClauseRef
from handbook.domain.errors import NotFound, NotKept
from handbook.domain.library import Library
from handbook.domain.standing import bookmark_of


class Saved(Enum):
    """What came of a wish to save a clause, or to take it off."""

    SAVED = auto()
    BACK_WITH_NOTE = auto()
    TAKEN_OFF = auto()
    TAKEN_OFF_WITH_NOTE = auto()
    NO_CLAUSE = auto()
    NOT_KEPT = auto()


class SavingView(Protocol):
    """What saving asks of the page."""

    def show_saved(self, clauses: frozenset[str]) -> None:
        """Mark the clauses that are saved."""

    def say_saved(self, done: Saved) -> None:
        """Say what was done."""


class Bookmarks(Protocol):
    """Where bookmarks are kept. Writing raises NotKept."""

    def clauses_of(self, policy: str) -> frozenset[str]:
        """The ids of the clauses that are saved in a policy."""

    def find(self, ref: ClauseRef) -> Bookmark | None:
        """The bookmark of a clause."""

    def save(self, bookmark: Bookmark) -> None:
        """Keep a bookmark."""

    def remove(self, ref: ClauseRef) -> None:
        """Forget a bookmark."""


class Saving:
    """Saves a clause, or takes it off.

    What was taken off is remembered until the window is closed, so that the same key brings
    it back with its note: a slip of the finger costs nobody what they wrote.
    """

    def __init__(
        self, page: SavingView, bookmarks: Bookmarks, now: Callable[[], datetime]
    ) -> None:
        self._page = page
        self._bookmarks = bookmarks
        self._now = now
        self._library = Library()
        self._taken_off: dict[ClauseRef, Bookmark] = {}

    def set_library(self, library: Library) -> None:
        """Save from another library."""
        self._library = library

    def show(self, policy: str) -> None:
        """Mark what is saved in the policy that is shown."""
        self._page.show_saved(self._bookmarks.clauses_of(policy))

    def save_pressed(self, ref: ClauseRef) -> None:
        """Save a clause; one that is saved is taken off."""
        try:
            done = self._turn(ref)
        except NotFound:
            done = Saved.NO_CLAUSE
        except NotKept:
            done = Saved.NOT_KEPT
        self.show(ref.policy)
        self._page.say_saved(done)

    def _turn(self, ref: ClauseRef) -> Saved:
        kept = self._bookmarks.find(ref)
        if kept is not None:
            self._bookmarks.remove(ref)
            self._taken_off[ref] = kept
            return Saved.TAKEN_OFF_WITH_NOTE if kept.note else Saved.TAKEN_OFF
        policy = self._library.policy(ref.policy)
        new = bookmark_of(policy, policy.clause(ref.clause), self._library.school, self._now())
        before = self._taken_off.pop(new.ref, None)
        self._bookmarks.save(before or new)
        return Saved.BACK_WITH_NOTE if before is not None and before.note else Saved.SAVED
