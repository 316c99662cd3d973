"""Which changes are listed, and what is said of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from handbook.app.changes.compared import Compared, Sides
from handbook.app.changes.presenter import ChangesPresenter
from handbook.app.changes.view_of import in_words, word_units
from handbook.app.changes.views import ChangeRow, ChangesView, State
from handbook.app.document.marked import mark_of
from handbook.app.document.units import Place, Tone, Unit
from handbook.domain.blocks import all_spans, block_texts, plain
from handbook.domain.clause_ref import ClauseRef
from handbook.domain.handbook_changes import compare_handbooks
from handbook.domain.library import Library
from handbook.domain.word_changes import RunKind
from tests.app.changes.two_versions import NOW, OLD, SAME, WAS, compared, social
from tests.app.social_media import clause, words


class FakePage:
    """Records what it was told."""

    def __init__(self) -> None:
        self.view = ChangesView(State.WORKING)
        self.more = 0
        self.places: list[str] = []

    def show_changes(self, view: ChangesView) -> None:
        self.view = view

    def show_more(self, view: ChangesView) -> None:
        self.view, self.more = view, self.more + 1

    def go_to(self, key: str) -> None:
        self.places.append(key)

    def row(self, key: str) -> ChangeRow:
        rows = (row for group in self.view.groups for row in group.rows)
        return next(row for row in rows if row.key == key)

    def unit(self, key: str) -> Unit:
        return next(unit for unit in self.view.units if unit.key == key)

    def lines(self) -> list[str]:
        return [plain(unit.title) for unit in self.view.units]


@pytest.fixture
def page() -> FakePage:
    return FakePage()


@pytest.fixture
def presenter(page: FakePage) -> ChangesPresenter:
    presenter = ChangesPresenter(page)
    presenter.set_compared(compared())
    return presenter


def test_every_kind_of_change_is_said_in_words(
    page: FakePage, presenter: ChangesPresenter
) -> None:
    presenter.open(ClauseRef("social-media"))

    assert [(row.label, row.title, row.kind) for row in page.view.groups[0].rows] == [
        ("", "About this policy", "Review date"),
        ("1.1", "Group chats", "Reworded"),
        ("1.3", "Parents", "Rule changed: was You may, now You must not · Reworded"),
        ("1.4", "Bebo", "Taken out"),
        ("1.4", "Write it down", "New"),
    ]
    tones = [row.tone for row in page.view.groups[0].rows]
    assert tones == [Tone.CHANGED, Tone.CHANGED, Tone.CHANGED, Tone.GONE, Tone.NEW]


def test_one_policy_has_its_versions_and_its_reading_time(
    page: FakePage, presenter: ChangesPresenter
) -> None:
    presenter.open(ClauseRef("social-media"))

    assert page.view.title == "Social media"
    assert page.view.meta == "Version 3.2 to 4.0, approved 18 November 2026"
    assert (page.view.heads.was, page.view.heads.was_day) == ("Version 3.2", "14 March 2023")
    assert (page.view.heads.now, page.view.heads.now_day) == ("Version 4.0", "18 November 2026")
    assert page.view.minutes == 1
    assert page.view.elsewhere == 4


def test_a_clause_is_shown_at_once_where_one_is_asked_for(
    page: FakePage, presenter: ChangesPresenter
) -> None:
    presenter.open(ClauseRef("social-media", "chats"))

    assert page.places == ["social-media#chats"]


def test_a_clause_that_was_asked_for_is_shown_once_it_can_be(page: FakePage) -> None:
    presenter = ChangesPresenter(page)
    presenter.open(ClauseRef("social-media", "chats"))
    assert page.places == []

    presenter.set_compared(compared(whole=False))
    presenter.set_compared(compared())

    assert page.places == ["social-media#chats"]


def test_a_row_is_read_aloud_with_the_words_that_changed(
    page: FakePage, presenter: ChangesPresenter
) -> None:
    presenter.open(ClauseRef("social-media"))

    assert in_words(page.row("social-media#chats")) == (
        "1.1 Group chats. Reworded. Taken out: “report it”. Added: “say so”. "
        "Added: “the same day”."
    )
    assert in_words(page.row("social-media#bebo")).endswith("It said: “Older sites too”.")
    assert in_words(page.row("social-media#write")).endswith("It says: “Sign it. when who”.")


def test_sections_without_a_change_are_left_out_and_others_fold(
    page: FakePage, presenter: ChangesPresenter
) -> None:
    presenter.open(ClauseRef("social-media"))

    assert page.lines() == [
        "Social media",
        "About this policy",
        "Your accounts",
        "Group chats",
        "1.2 is the same in both",
        "Parents",
        "Bebo",
        "Write it down",
    ]


def test_a_fold_opens_in_place(page: FakePage, presenter: ChangesPresenter) -> None:
    presenter.open(ClauseRef("social-media"))
    fold = next(unit for unit in page.view.units if unit.place is Place.SAME)

    presenter.fold_opened(fold.address)

    assert page.more == 1
    assert "The same" in page.lines()
    shown = next(unit for unit in page.view.units if plain(unit.title) == "The same")
    assert (shown.key, shown.tone) == ("", None)
    assert list(block_texts(shown.blocks)) == ["Nothing changes here."]

    presenter.open(ClauseRef("social-media"))

    assert "The same" not in page.lines()


def test_what_went_and_what_came_are_marked(page: FakePage, presenter: ChangesPresenter) -> None:
    presenter.open(ClauseRef("social-media"))

    marked = [(mark_of(s), s.text) for s in all_spans(page.unit("social-media#chats").blocks)]
    assert (RunKind.GONE, "report it") in marked
    assert (RunKind.NEW, "say so") in marked
    facts = page.unit("social-media#@facts")
    assert next(iter(block_texts(facts.blocks))) == "Review date: 14 March 2024 18 November 2027"


def test_the_whole_handbook_is_grouped_with_the_school_and_the_questions(
    page: FakePage, presenter: ChangesPresenter
) -> None:
    presenter.open()

    assert [group.title for group in page.view.groups] == [
        "Social media",
        "Trips",
        "Pets",
        "The school's own details",
        "The questions",
    ]
    assert page.view.meta == "From version 41 to version 42"
    assert page.row("trips#@facts").kind == "New policy"
    assert page.row("pets#@facts").kind == "Taken out of the handbook"
    assert in_words(page.row("@school#head")) == (
        "Headteacher. Telephone. Telephone: was 0204 000, now 0204 111."
    )


def test_an_answer_that_leads_elsewhere_is_said_in_a_sentence(
    page: FakePage, presenter: ChangesPresenter
) -> None:
    presenter.open()

    row = page.row("@questions#concern")
    assert row.kind == "1 way leads elsewhere, of 2"
    assert row.said == (
        "If you answer “Somebody” to “Who is it?”, you are now sent to “Tell the lead”, "
        "before to “Tell the head”.",
    )


def test_the_last_words_of_a_policy_that_is_gone_can_be_read(
    page: FakePage, presenter: ChangesPresenter
) -> None:
    presenter.open(ClauseRef("pets"))
    fold = next(unit for unit in page.view.units if unit.place is Place.SAME)

    presenter.fold_opened(fold.address)

    assert "Dogs" in page.lines()
    assert page.view.meta == "Taken out of the handbook"


def test_more_that_is_known_later_does_not_close_what_was_opened(
    page: FakePage, presenter: ChangesPresenter
) -> None:
    early = compared(whole=False)
    presenter.set_compared(early)
    presenter.open()
    assert page.view.note == "The questions are still being compared."
    fold = next(unit for unit in page.view.units if unit.place is Place.SAME and unit.address)
    presenter.fold_opened(fold.address)

    presenter.set_compared(replace(early, is_whole=True))

    assert page.view.note == ""
    assert "The same" in page.lines()


def test_another_comparison_starts_anew(page: FakePage, presenter: ChangesPresenter) -> None:
    presenter.open(ClauseRef("social-media"))
    count = page.view.count

    presenter.set_compared(compared(OLD))

    assert page.view.count == count
    assert page.more == 0


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (State.FIRST, "first version on this laptop"),
        (State.UNREADABLE, "cannot be read any more"),
        (State.WORKING, "being compared"),
    ],
)
def test_without_a_comparison_the_page_says_why(
    page: FakePage, presenter: ChangesPresenter, state: State, words: str
) -> None:
    presenter.set_state(state)

    assert page.view.state is state
    assert words in page.view.message
    assert page.view.groups == ()


def test_a_policy_that_stayed_the_same_says_so(
    page: FakePage, presenter: ChangesPresenter
) -> None:
    presenter.open(ClauseRef("visitors"))

    assert page.view.state is State.SAME_POLICY
    assert page.view.message == "Visitors says the same as in version 41."
    assert page.view.elsewhere == 9


def test_two_versions_that_say_the_same(page: FakePage, presenter: ChangesPresenter) -> None:
    presenter.set_compared(compared(WAS, WAS))
    presenter.open()

    assert page.view.state is State.SAME
    assert page.view.message == "Version 42 says the same as version 41."


def test_it_says_nothing_before_all_is_compared(
    page: FakePage, presenter: ChangesPresenter
) -> None:
    presenter.set_compared(compared(WAS, WAS, whole=False))
    presenter.open()

    assert page.view.state is State.WORKING


def test_the_last_text_that_somebody_knew_can_be_compared(
    page: FakePage, presenter: ChangesPresenter
) -> None:
    """Without the school of then, today's values stand on both sides."""
    presenter.set_compared(compared(OLD))
    presenter.open(ClauseRef("social-media"))

    assert [row.label for row in page.view.groups[0].rows] == ["", "1.1", "1.3", "1.4", "1.4"]
    assert page.view.elsewhere == 0


def test_what_was_confirmed_is_offered_beside_the_version_before(
    page: FakePage, presenter: ChangesPresenter
) -> None:
    presenter.open(ClauseRef("social-media"))
    assert page.view.other == ""
    older = replace(OLD, version="2.0")

    presenter.set_confirmed(compared(older), "2 May 2026")
    assert page.view.other == "Since you confirmed it on 2 May 2026"
    assert page.view.heads.was == "Version 3.2"
    presenter.other_wanted()

    assert page.view.heads.was == "Version 2.0"
    assert page.view.note == "Since you confirmed it on 2 May 2026"
    assert page.view.other == "Since the version before"
    presenter.other_wanted()
    assert page.view.heads.was == "Version 3.2"


def test_with_no_version_before_what_was_confirmed_is_compared_at_once(
    page: FakePage, presenter: ChangesPresenter
) -> None:
    presenter.set_state(State.FIRST)
    presenter.open(ClauseRef("social-media"))

    presenter.set_confirmed(compared(OLD), "2 May 2026")

    assert (page.view.other, page.view.note) == ("", "Since you confirmed it on 2 May 2026")
    states = [page.view.state]
    presenter.open(ClauseRef("visitors"))
    assert [*states, page.view.state] == [State.CHANGES, State.FIRST]


def test_a_clause_that_moved_says_from_where(page: FakePage, presenter: ChangesPresenter) -> None:
    last = clause("1.3", "last", "Last", words("The last."))
    first = replace(last, label="1.1")
    was = social("1", replace(SAME, label="1.1"), clause("1.2", "b", "B", words("b")), last,
                 day=date(2026, 1, 1))  # fmt: skip
    now = social("1", first, SAME, clause("1.3", "b", "B", words("b")), day=date(2026, 1, 1))
    library = Library(NOW.school, (now,))
    sides = Sides(was, library)
    presenter.set_compared(Compared(sides, compare_handbooks(was, library)))

    presenter.open(ClauseRef("social-media"))

    row = page.row("social-media#last")
    unit = page.unit("social-media#last")
    assert (row.kind, row.tone) == ("Moved from 1.3", Tone.MOVED)
    assert (unit.label, unit.label_was) == ("1.1", "1.3")


def test_in_words_every_change_is_a_list(page: FakePage, presenter: ChangesPresenter) -> None:
    presenter.open()

    units = word_units(page.view)
    keys = [unit.key for unit in units if unit.key]
    assert keys == [row.key for group in page.view.groups for row in group.rows]
    chats = next(unit for unit in units if unit.key == "social-media#chats")
    assert list(block_texts(chats.blocks)) == [
        "Taken out: “report it”.",
        "Added: “say so”.",
        "Added: “the same day”.",
    ]


def test_what_ends_in_a_bracket_or_a_question_mark_gets_no_stop_behind_it() -> None:
    said = ("You are sent elsewhere. (8 ways.)", "It said: “x”")
    row = ChangeRow("key", "", "May I post?", "Reworded", Tone.CHANGED, said)

    assert in_words(row) == (
        "May I post? Reworded. You are sent elsewhere. (8 ways.) It said: “x”."
    )


def test_why_a_policy_changed_is_said_in_the_text_and_in_words() -> None:
    why = "A chat got out of hand."
    policies = tuple(
        replace(each, why_changed=why) if each.id == "social-media" else each
        for each in NOW.policies
    )
    page, now = FakePage(), replace(NOW, policies=policies)
    sides = Sides(WAS, now, "the version before", "this version")
    found = Compared(sides, compare_handbooks(WAS, now))
    ChangesPresenter(page, compared=found).open(ClauseRef("social-media"))

    assert page.view.units[0].why == why
    assert word_units(page.view)[0].why == why


@pytest.mark.parametrize(
    ("version", "clauses", "rows"),
    [
        ("4.0", "Sign it.", ["At once"]),  # the title says which version, and since when
        ("4.0", "Tell.", ["About this policy"]),  # nothing else would be said
        ("3.2", "Sign it.", ["About this policy", "At once"]),  # no version says it
    ],
)
def test_a_version_and_its_day_are_no_change_beside_others(
    page: FakePage, version: str, clauses: str, rows: list[str]
) -> None:
    old, new = (
        replace(
            social(number, clause("1.1", "tell", "At once", words(said)), day=day), review=None
        )
        for number, said, day in (
            ("3.2", "Tell.", date(2025, 9, 1)),
            (version, clauses, date(2026, 9, 1)),
        )
    )
    was, now = Library(policies=(old,)), Library(policies=(new,))
    sides = Sides(was, now, "the version before", "this version")
    found = Compared(sides, compare_handbooks(was, now))
    ChangesPresenter(page, compared=found).open(ClauseRef("social-media"))

    assert [row.title for group in page.view.groups for row in group.rows] == rows
