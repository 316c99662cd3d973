"""What the page of saved clauses lists, and what becomes of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from handbook.app.saved.presenter import SavedPresenter, running
from handbook.app.saved.views import SavedRow, SavedView, Show
from handbook.domain.bookmark import Bookmark
from handbook.domain.clause_ref import ClauseRef
from handbook.domain.errors import NotKept
from handbook.domain.library import Library
from handbook.domain.policy import Policy
from handbook.domain.rule import RuleKind
from handbook.domain.standing import Change
from handbook.state.bookmarks import BookmarkStore
from handbook.state.store import Keeping
from tests.app.saved.conftest import (
    ABSENCE,
    LIBRARY,
    NOVEMBER,
    TRIPS,
    VISITORS,
    clause,
    policy,
    save,
)

BOOK = ClauseRef("visitors", "book")
COACH = ClauseRef("trips", "coach")


class FakePage:
    """Holds what it was last told."""

    def __init__(self) -> None:
        self.view: SavedView | None = None
        self.not_kept = 0

    def show_saved(self, view: SavedView) -> None:
        self.view = view

    def say_not_kept(self) -> None:
        self.not_kept += 1


class Told:
    """The presenter with a page that listens."""

    def __init__(self, store: BookmarkStore, library: Library = LIBRARY) -> None:
        self.page, self.store = FakePage(), store
        self.presenter = SavedPresenter(
            self.page, store, lambda: date(2026, 11, 21), lambda: NOVEMBER
        )
        self.presenter.set_library(library)
        self.presenter.open()

    @property
    def view(self) -> SavedView:
        assert self.page.view is not None
        return self.page.view

    @property
    def rows(self) -> list[SavedRow]:
        return [row for group in self.view.groups for row in group.rows]

    @property
    def refs(self) -> list[str]:
        return [str(row.ref) for row in self.rows]

    def row(self, ref: ClauseRef) -> SavedRow:
        return next(row for row in self.rows if row.ref == ref)


@pytest.fixture
def told(store: BookmarkStore) -> Told:
    return Told(store)


def with_policy(changed: Policy) -> Library:
    return Library(
        policies=tuple(changed if each.id == changed.id else each for each in LIBRARY.policies)
    )


def test_saved_clauses_stand_in_the_order_of_the_handbook(told: Told) -> None:
    assert [(group.title, group.version) for group in told.view.groups] == [
        ("Visitors", "1.0"),
        ("Trips", "1.0"),
    ]
    assert told.refs == ["visitors#book", "trips#phone", "trips#coach"]
    assert told.view.policies == (("visitors", "Visitors", 1), ("trips", "Trips", 2))


def test_a_policy_past_its_review_says_so(told: Told) -> None:
    assert [group.review for group in told.view.groups] == ["Review overdue", ""]


def test_a_row_says_what_the_clause_says_now_and_when_it_was_saved(told: Told) -> None:
    row = told.row(BOOK)

    assert (row.policy, row.label, row.title) == ("Visitors", "1.2", "Book")
    assert (row.text, row.saved) == ("Sign the book.", "7 Oct")
    assert (row.note, row.noted) == ("Ask the office.", "21 Nov")
    assert row.change is Change.NONE


def test_a_day_of_another_year_names_the_year(store: BookmarkStore) -> None:
    kept = store.find(COACH)
    assert kept is not None
    store.save(replace(kept, saved=kept.saved.replace(year=2024)))

    assert Told(store).row(COACH).saved == "7 October 2024"


def test_a_clause_that_was_reworded_since_says_when_and_what_it_said(
    store: BookmarkStore,
) -> None:
    reworded = policy("visitors", "Safeguarding", clause("book", "1.2", "Sign the list."))
    told = Told(store, with_policy(replace(reworded, approved=date(2026, 10, 20))))
    row = told.row(BOOK)

    assert (row.change, row.changed) == (Change.REWORDED, "20 Oct")
    assert (row.text, row.before) == ("Sign the list.", "Sign the book.")


def test_a_change_older_than_the_bookmark_has_no_day(store: BookmarkStore) -> None:
    reworded = policy("visitors", "Safeguarding", clause("book", "1.2", "Sign the list."))
    told = Told(store, with_policy(replace(reworded, approved=date(2026, 1, 1))))

    assert (told.row(BOOK).change, told.row(BOOK).changed) == (Change.REWORDED, "")


def test_knowing_the_new_words_ends_the_rewording_and_keeps_the_note(
    store: BookmarkStore,
) -> None:
    reworded = policy("visitors", "Safeguarding", clause("book", "2.7", "Sign the list."))
    told = Told(store, with_policy(reworded))
    assert told.row(BOOK).was == "1.2"
    told.presenter.new_words_kept(BOOK)
    row = told.row(BOOK)

    assert (row.change, row.was, row.note, row.saved) == (
        Change.NONE,
        "",
        "Ask the office.",
        "7 Oct",
    )


def test_a_clause_that_was_taken_out_stays_with_its_last_words_and_note(
    store: BookmarkStore,
) -> None:
    shorter = policy("visitors", "Safeguarding", clause("badge", "1.1", "Wear it."))
    told = Told(store, with_policy(replace(shorter, approved=date(2026, 10, 20))))
    row = told.row(BOOK)

    assert (row.change, row.changed, row.can_open) == (Change.TAKEN_OUT, "20 Oct", True)
    assert (row.text, row.note) == ("Sign the book.", "Ask the office.")


def test_what_was_saved_of_a_policy_that_is_gone_stands_last(store: BookmarkStore) -> None:
    told = Told(store, Library(policies=(ABSENCE, TRIPS)))

    assert told.refs == ["trips#phone", "trips#coach", "visitors#book"]
    group = told.view.groups[-1]
    assert (group.title, group.version, group.review) == ("Visitors", "", "")
    assert (group.rows[0].change, group.rows[0].can_open) == (Change.TAKEN_OUT, False)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("office", ["visitors#book"]),
        ("TRIP phone", ["trips#phone"]),
        ("1.2 coach", ["trips#coach"]),
        ("zebra", []),
    ],
)
def test_words_are_looked_for_in_clause_policy_and_note(
    told: Told, typed: str, found: list[str]
) -> None:
    told.presenter.filter_changed(typed)

    assert (told.refs, told.view.filter) == (found, typed)
    assert told.view.counts[Show.ALL] == len(LIBRARY.policies)


def test_only_those_with_notes_or_only_the_changed_can_be_shown(store: BookmarkStore) -> None:
    reworded = policy("trips", "Working here", clause("phone", "1.1", "Take two phones."))
    told = Told(store, with_policy(reworded))
    assert [told.view.counts[each] for each in Show] == [3, 1, 2]

    told.presenter.show_chosen(Show.WITH_NOTES)
    assert told.refs == ["visitors#book"]
    told.presenter.show_chosen(Show.CHANGED)
    assert told.refs == ["trips#phone", "trips#coach"]


def test_opening_the_page_again_shows_everything(told: Told) -> None:
    told.presenter.filter_changed("office")
    told.presenter.show_chosen(Show.CHANGED)
    told.presenter.open()

    assert len(told.refs) == 3
    assert (told.view.filter, told.view.show) == ("", Show.ALL)


def test_a_note_is_kept_with_its_day_and_without_spaces_round_it(told: Told) -> None:
    told.presenter.note_kept(COACH, "  Twice.\nAnd again. ")

    assert (told.row(COACH).note, told.row(COACH).noted) == ("Twice.\nAnd again.", "21 Nov")
    told.presenter.note_kept(COACH, "  ")
    assert (told.row(COACH).note, told.row(COACH).noted) == ("", "")


def test_a_note_that_is_the_same_keeps_its_day(store: BookmarkStore) -> None:
    store.keep_note(BOOK, "Ask the office.", datetime(2026, 3, 1, 12, tzinfo=NOVEMBER.tzinfo))
    told = Told(store)
    told.presenter.note_kept(BOOK, "Ask the office. ")

    assert told.row(BOOK).noted == "1 Mar"


def test_what_is_removed_is_forgotten_at_once_and_can_be_brought_back(told: Told) -> None:
    told.presenter.remove(BOOK)
    assert told.store.find(BOOK) is None
    assert told.row(BOOK).was_removed
    assert told.view.counts[Show.ALL] == 2
    assert told.refs == ["visitors#book", "trips#phone", "trips#coach"]

    told.presenter.undo()
    assert not told.row(BOOK).was_removed
    assert told.row(BOOK).note == "Ask the office."


def test_when_the_time_to_undo_is_over_the_row_goes(told: Told) -> None:
    told.presenter.remove(BOOK)
    told.presenter.undo_over()
    told.presenter.undo()

    assert told.refs == ["trips#phone", "trips#coach"]
    assert told.store.find(BOOK) is None


def test_only_the_last_that_was_removed_can_be_brought_back(told: Told) -> None:
    told.presenter.remove(BOOK)
    told.presenter.remove(COACH)

    assert told.refs == ["trips#phone", "trips#coach"]
    assert told.row(COACH).was_removed


def test_the_last_one_removed_leaves_its_line_and_then_an_empty_page(told: Told) -> None:
    for ref in [row.ref for row in told.rows]:
        told.presenter.remove(ref)
    assert not told.view.is_empty

    told.presenter.undo_over()
    assert told.view.is_empty


def test_an_empty_page_shows_a_short_rule_of_an_ordinary_policy() -> None:
    told = Told(BookmarkStore.in_memory(), Library(policies=(VISITORS,)))
    example = told.view.example

    assert told.view.is_empty
    assert example is not None
    assert (example.policy, example.label) == ("visitors", "1.1")
    assert example.words == "You must wear a badge."


@pytest.mark.parametrize("library", [Library(), Library(policies=(ABSENCE,))])
def test_without_a_rule_there_is_no_example(library: Library) -> None:
    assert Told(BookmarkStore.in_memory(), library).view.example is None


def test_who_can_read_it_is_told(told: Told) -> None:
    assert told.view.keeping is Keeping.UNTIL_CLOSED


class FullDisk(BookmarkStore):
    """Lets nothing be written."""

    def save(self, bookmark: Bookmark) -> None:
        raise NotKept(str(bookmark.ref))

    def keep_note(self, ref: ClauseRef, note: str, at: datetime) -> None:
        raise NotKept(f"{ref} {note} {at}")

    def remove(self, ref: ClauseRef) -> None:
        raise NotKept(str(ref))


def test_what_cannot_be_written_is_said_and_a_note_stays_in_its_field(
    store: BookmarkStore,
) -> None:
    told = Told(FullDisk(store._connection))
    shown = told.view
    told.presenter.note_kept(COACH, "Twice.")
    assert told.view is shown

    told.presenter.remove(COACH)
    told.presenter.new_words_kept(COACH)
    assert told.page.not_kept == 3
    assert not told.row(COACH).was_removed


@pytest.mark.parametrize(
    ("text", "run"),
    [
        ("Take one of:\nphone\nbadge\nThen go.", "Take one of: phone; badge. Then go."),
        ("Go.\nNote The bell rings.", "Go. Note: The bell rings."),
        ("\n  two   words \n", "two words"),
        ("", ""),
    ],
)
def test_lines_become_one_run_of_words(text: str, run: str) -> None:
    assert running(text) == run


def test_the_heaviest_kind_of_a_clause_is_told() -> None:
    store = BookmarkStore.in_memory()
    save(store, "visitors#badge")

    assert Told(store).rows[0].rule is RuleKind.MUST


def test_there_are_no_new_words_of_what_is_gone_or_not_saved(store: BookmarkStore) -> None:
    told = Told(store, Library(policies=(TRIPS,)))
    told.presenter.new_words_kept(BOOK)
    told.presenter.new_words_kept(ClauseRef("trips", "gone"))

    assert told.row(BOOK).change is Change.TAKEN_OUT
    assert len(told.store.all()) == 3
