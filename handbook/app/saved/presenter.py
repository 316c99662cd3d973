"""Which saved clauses are listed, how they stand today, and what is done with them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime
from itertools import groupby
from typing import Protocol

from handbook.app.dates import long_date, short_date
from handbook.app.neutral import neutral_place
from handbook.app.saved.views import Example, SavedGroup, SavedRow, SavedView, Show
from handbook.domain.bookmark import Bookmark
from handbook.domain.clause_ref import ClauseRef
from handbook.domain.errors import NotKept
from handbook.domain.library import Library
from handbook.domain.rule import RuleKind
from handbook.domain.standing import Change, Standing, bookmark_of, standing
from handbook.state.bookmarks import BookmarkStore

_RULES = (RuleKind.MUST, RuleKind.MUST_NOT)


class SavedPageView(Protocol):
    """What the presenter asks of the page."""

    def show_saved(self, view: SavedView) -> None:
        """Show everything anew."""

    def say_not_kept(self) -> None:
        """Say that a change could not be written."""


class SavedPresenter:
    """Lists what is saved, in the order of the handbook.

    What is removed is forgotten at once, in the file too; the presenter alone holds it until
    `undo_over`, so that it can be brought back.
    """

    def __init__(
        self,
        page: SavedPageView,
        bookmarks: BookmarkStore,
        today: Callable[[], date],
        now: Callable[[], datetime],
    ) -> None:
        self._page = page
        self._bookmarks = bookmarks
        self._today = today
        self._now = now
        self._library = Library()
        self._filter = ""
        self._which = Show.ALL
        self._removed: Bookmark | None = None
        self.is_compared: Callable[[ClauseRef], bool] = _not_compared

    @property
    def view(self) -> SavedView:
        """What is listed."""
        kept = [standing(each, self._library) for each in self._bookmarks.all()]
        listed = [each for each in kept if _is_shown(each, self._which, self._filter)]
        if self._removed is not None:
            listed.append(standing(self._removed, self._library))
        places = _places(self._library)
        order = sorted(listed, key=lambda each: _order(each, places))
        groups = groupby(order, key=lambda each: each.bookmark.ref.policy)
        return SavedView(
            groups=tuple(self._group(list(found)) for _, found in groups),
            policies=_policies(kept, places),
            counts={which: sum(_is_shown(each, which) for each in kept) for which in Show},
            show=self._which,
            filter=self._filter,
            keeping=self._bookmarks.keeping,
            example=None if kept else _example(self._library),
        )

    def set_library(self, library: Library) -> None:
        """Compare with another library."""
        self._library = library

    def open(self) -> None:
        """Show everything that is saved."""
        self._filter, self._which, self._removed = "", Show.ALL, None
        self._show()

    def renew(self) -> None:
        """Show the same list anew; a note that is open stays open."""
        self._show()

    def show_chosen(self, which: Show) -> None:
        """List only some."""
        self._which = which
        self._show()

    def filter_changed(self, text: str) -> None:
        """List only what has these words in it, the note included."""
        self._filter = text
        self._show()

    def note_kept(self, ref: ClauseRef, note: str) -> None:
        """Keep what was written; nothing but spaces takes the note away."""
        kept = self._bookmarks.find(ref)
        words = note.strip()
        same = kept is None or kept.note == words
        if same or self._write(lambda: self._bookmarks.keep_note(ref, words, self._now())):
            self._show()  # what could not be kept stays in its field

    def remove(self, ref: ClauseRef) -> None:
        """Take a clause off; it can be brought back for a while."""
        kept = self._bookmarks.find(ref)
        if kept is not None and self._write(lambda: self._bookmarks.remove(ref)):
            self._removed = kept
        self._show()

    def undo(self) -> None:
        """Bring back what was removed last, with its note."""
        removed = self._removed
        if removed is not None and self._write(lambda: self._bookmarks.save(removed)):
            self._removed = None
        self._show()

    def undo_over(self) -> None:
        """It is too late to bring it back."""
        self._removed = None
        self._show()

    def new_words_kept(self, ref: ClauseRef) -> None:
        """Take today's words as those that were saved; the note and the day stay."""
        kept = self._bookmarks.find(ref)
        if kept is None:
            return
        now = standing(kept, self._library)
        if now.policy is not None and now.clause is not None:
            new = bookmark_of(now.policy, now.clause, self._library.school, kept.saved)
            new = replace(new, note=kept.note, noted=kept.noted)
            self._write(lambda: self._bookmarks.save(new))
        self._show()

    def _write(self, change: Callable[[], None]) -> bool:
        try:
            change()
        except NotKept:
            self._page.say_not_kept()
            return False
        return True

    def _show(self) -> None:
        self._page.show_saved(self.view)

    def _group(self, found: list[Standing]) -> SavedGroup:
        policy = found[0].policy
        review = ""
        if policy is not None and policy.is_overdue(self._today()):
            review = "Review overdue" if policy.review else "No review date"
        return SavedGroup(
            policy=found[0].bookmark.ref.policy,
            title=_title(found[0]),
            version=policy.version if policy is not None else "",
            review=review,
            rows=tuple(self._row(each) for each in found),
        )

    def _row(self, found: Standing) -> SavedRow:
        kept = found.bookmark
        return SavedRow(
            ref=kept.ref,
            policy=_title(found),
            label=found.label,
            title=found.title,
            text=found.text if found.change is Change.TAKEN_OUT else running(found.text),
            rule=found.clause.kind if found.clause is not None else None,
            saved=self._day(kept.saved),
            change=found.change,
            changed=_since(found),
            was=found.was,
            before=kept.text if found.change is Change.REWORDED else "",
            is_compared=self.is_compared(kept.ref),
            note=kept.note,
            noted=self._day(kept.noted) if kept.noted else "",
            can_open=found.policy is not None,
            was_removed=kept is self._removed,
        )

    def _day(self, at: datetime) -> str:
        """The day in the reader's own time; with the year where it is another."""
        day = at.astimezone().date()
        return short_date(day) if day.year == self._today().year else long_date(day)


def _not_compared(ref: ClauseRef) -> bool:
    """Stand in until the desktop says what was compared."""
    del ref
    return False


def _title(found: Standing) -> str:
    return found.policy.title if found.policy is not None else found.bookmark.policy


def _since(found: Standing) -> str:
    """The day of the new words: the policy was approved since the clause was saved."""
    if found.change is Change.NONE or found.policy is None or found.policy.approved is None:
        return ""
    saved = found.bookmark.saved.astimezone().date()
    return short_date(found.policy.approved) if found.policy.approved >= saved else ""


def _is_shown(found: Standing, which: Show, words: str = "") -> bool:
    kept = found.bookmark
    text = f"{_title(found)} {found.label} {found.title} {found.text} {kept.note}".casefold()
    if not all(word in text for word in words.casefold().split()):
        return False
    match which:
        case Show.WITH_NOTES:
            return bool(kept.note)
        case Show.CHANGED:
            return found.change is not Change.NONE
        case _:
            return True


def _places(library: Library) -> dict[str, tuple[int, dict[str, int]]]:
    """Where each policy stands in the handbook, and where its clauses stand in it."""
    in_order = sorted(library.policies, key=lambda policy: (policy.collection, policy.title))
    return {
        policy.id: (place, {clause.id: number for number, clause in enumerate(policy.clauses)})
        for place, policy in enumerate(in_order)
    }


def _order(
    found: Standing, places: dict[str, tuple[int, dict[str, int]]]
) -> tuple[int, str, int, str]:
    """By collection, policy and clause; what is gone comes last."""
    ref = found.bookmark.ref
    place, clauses = places.get(ref.policy, (len(places), {}))
    return place, ref.policy, clauses.get(ref.clause, len(clauses)), found.label


def _policies(
    kept: Iterable[Standing], places: dict[str, tuple[int, dict[str, int]]]
) -> tuple[tuple[str, str, int], ...]:
    order = sorted(kept, key=lambda each: _order(each, places))
    return tuple(
        (policy, _title(found[0]), len(found))
        for policy, found in (
            (key, list(group))
            for key, group in groupby(order, key=lambda each: each.bookmark.ref.policy)
        )
    )


def _example(library: Library) -> Example | None:
    """The shortest rule of an ordinary policy, to show what saving is."""
    ref = neutral_place(library)
    if ref is None:
        return None
    policy = library.policy(ref.policy)
    rules = [clause for clause in policy.clauses if clause.kind in _RULES]
    clause = min(rules, key=lambda rule: len(rule.text), default=None)
    if clause is None:
        return None
    return Example(policy.id, policy.title, clause.label, running(clause.text))


def running(text: str) -> str:
    """Lines of a clause as one run of words: list items and paragraphs are kept apart."""
    whole = ""
    for line in filter(None, (" ".join(line.split()) for line in text.splitlines())):
        if whole and whole[-1] not in ".:;,?!":
            whole += ";" if line[0].islower() else "."
        whole += f" {line}"
    return whole.strip().replace(" Note ", " Note: ")
