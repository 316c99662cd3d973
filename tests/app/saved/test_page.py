"""The page of saved clauses as a reader uses it: by key, by mouse, at every width."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from handbook.app.look.look import Look
from handbook.app.look.tokens import Theme
from handbook.app.saved.before import Before
from handbook.app.saved.note import NoteView
from handbook.app.saved.page import NOT_KEPT, SavedPage
from handbook.app.saved.presenter import SavedPresenter
from handbook.app.saved.rail import KEEPING_WORDS, SHOW_WORDS
from handbook.app.saved.undo import UndoLine
from handbook.app.saved.views import Show
from handbook.app.widgets.button import Button
from handbook.app.widgets.chip import Chip
from handbook.app.widgets.rail import RailChoice, RailItem
from handbook.domain.clause_ref import ClauseRef
from handbook.domain.library import Library
from handbook.state.bookmarks import BookmarkStore
from handbook.state.store import Keeping
from tests.app.saved.conftest import LIBRARY, NOVEMBER, TRIPS, VISITORS, clause, policy

BOOK = ClauseRef("visitors", "book")
PHONE = ClauseRef("trips", "phone")
COACH = ClauseRef("trips", "coach")
CTRL = Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier


class Shown:
    """The page on the screen, with its presenter and a store."""

    def __init__(
        self, qtbot: QtBot, store: BookmarkStore, library: Library = LIBRARY, undo_ms: int = 60_000
    ) -> None:
        self.bot, self.store = qtbot, store
        self.look = Look()
        self.page = SavedPage(self.look, undo_ms)
        self.presenter = SavedPresenter(
            self.page, store, lambda: date(2026, 11, 21), lambda: NOVEMBER
        )
        self.presenter.set_library(library)
        self._join()
        qtbot.addWidget(self.page)
        self.page.resize(1366, 688)
        QCursor.setPos(0, 0)  # it is where the test before left it
        with qtbot.waitActive(self.page):
            self.page.show()
            self.page.activateWindow()
        self.presenter.open()
        self.page.take_focus()

    def _join(self) -> None:
        page, presenter = self.page, self.presenter
        page.show_chosen.connect(presenter.show_chosen)
        page.filter_changed.connect(presenter.filter_changed)
        page.note_kept.connect(presenter.note_kept)
        page.removed.connect(presenter.remove)
        page.undo_pressed.connect(presenter.undo)
        page.undo_over.connect(presenter.undo_over)
        page.new_words_kept.connect(presenter.new_words_kept)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
        self.bot.keyClick(QApplication.focusWidget() or self.page, key, held)

    def type(self, words: str) -> None:
        for letter in words:
            self.bot.keyClicks(QApplication.focusWidget() or self.page, letter)

    def click(self, widget: QWidget) -> None:
        self.bot.mouseClick(widget, Qt.MouseButton.LeftButton)

    def button(self, words: str) -> Button:
        found = self.page.findChildren(Button)
        return next(each for each in found if each.text() == words and each.isVisible())

    @property
    def here(self) -> ClauseRef | None:
        item = self.page.list.chosen()
        return item.row.ref if item else None

    @property
    def refs(self) -> list[ClauseRef]:
        return [item.row.ref for item in self.page.list.items]

    @property
    def texts(self) -> list[str]:
        return [each.text() for each in self.page.findChildren(QLabel) if each.isVisible()]

    @property
    def field(self) -> QPlainTextEdit:
        field = QApplication.focusWidget()
        assert isinstance(field, QPlainTextEdit)
        return field

    @property
    def is_writing(self) -> bool:
        return any(item.editor is not None for item in self.page.list.items)

    def note(self, ref: ClauseRef) -> str:
        kept = self.store.find(ref)
        assert kept is not None
        return kept.note


@pytest.fixture
def shown(qtbot: QtBot, store: BookmarkStore) -> Shown:
    return Shown(qtbot, store)


def test_the_focus_begins_at_the_first_clause_and_moves_by_the_arrows(shown: Shown) -> None:
    seen = [shown.here]
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        shown.press(key)
        seen.append(shown.here)

    assert seen == [BOOK, PHONE, COACH, COACH, PHONE]


def test_enter_and_a_press_open_the_clause(shown: Shown) -> None:
    with shown.bot.waitSignal(shown.page.clause_chosen) as told:
        shown.press(Qt.Key.Key_Return)
    assert told.args == [BOOK]

    with shown.bot.waitSignal(shown.page.clause_chosen) as told:
        shown.click(shown.page.list.items[2].head)
    assert told.args == [COACH]


def test_a_clause_whose_policy_is_gone_opens_nothing(qtbot: QtBot, store: BookmarkStore) -> None:
    shown = Shown(qtbot, store, Library(policies=(TRIPS,)))
    gone = shown.page.list.items[-1]
    with shown.bot.assertNotEmitted(shown.page.clause_chosen):
        shown.click(gone.head)

    assert "Taken out" in gone.head.accessibleName()
    assert len(gone.tools) == 3  # there is nothing to print


def test_n_opens_a_note_in_its_place_and_ctrl_enter_keeps_it(shown: Shown) -> None:
    shown.press(Qt.Key.Key_Down)
    shown.press(Qt.Key.Key_N)
    shown.type("Charge it.")
    shown.press(Qt.Key.Key_Return, CTRL)

    assert shown.note(PHONE) == "Charge it."
    assert not shown.is_writing
    assert shown.here == PHONE
    assert "Charge it." in shown.texts


def test_a_press_on_a_note_opens_it_with_the_cursor_at_its_end(shown: Shown) -> None:
    shown.click(shown.page.findChildren(NoteView)[0])
    shown.type(" Twice.")
    shown.click(shown.button("Keep note"))

    assert shown.note(BOOK) == "Ask the office. Twice."


def test_enter_alone_is_a_new_line_of_the_note(shown: Shown) -> None:
    shown.press(Qt.Key.Key_N)
    shown.press(Qt.Key.Key_Return)
    shown.type("n")
    shown.press(Qt.Key.Key_Return, CTRL)

    assert shown.note(BOOK) == "Ask the office.\nn"


def test_escape_closes_a_note_that_did_not_change_without_a_question(shown: Shown) -> None:
    shown.press(Qt.Key.Key_N)
    shown.press(Qt.Key.Key_Escape)

    assert not shown.is_writing
    assert shown.here == BOOK


def test_escape_asks_before_it_forgets_what_was_written(shown: Shown) -> None:
    shown.press(Qt.Key.Key_N)
    shown.type(" More.")
    shown.press(Qt.Key.Key_Escape)
    assert "Forget what you changed?" in shown.texts

    shown.press(Qt.Key.Key_Escape)
    assert shown.field.toPlainText() == "Ask the office. More."
    shown.press(Qt.Key.Key_Escape)
    shown.click(shown.button("Forget it"))
    assert shown.note(BOOK) == "Ask the office."
    assert not shown.is_writing


def test_letters_are_written_and_do_nothing_else(shown: Shown) -> None:
    shown.press(Qt.Key.Key_N)
    with shown.bot.assertNotEmitted(shown.page.link_wanted):
        shown.type("nc")
        shown.press(Qt.Key.Key_Delete)
        shown.press(Qt.Key.Key_Backspace)

    assert shown.field.toPlainText() == "Ask the office.n"
    assert len(shown.refs) == 3


def test_letters_on_the_question_mean_no_clause(shown: Shown) -> None:
    shown.press(Qt.Key.Key_N)
    shown.type(" More.")
    shown.press(Qt.Key.Key_Escape)
    shown.press(Qt.Key.Key_Delete)

    assert len(shown.refs) == 3


def test_one_note_is_open_at_a_time_and_nothing_written_is_lost(shown: Shown) -> None:
    shown.press(Qt.Key.Key_N)
    shown.type(" More.")
    shown.click(shown.page.list.items[2].tools[1])
    shown.type("Count.")

    assert shown.note(BOOK) == "Ask the office. More."
    assert sum(item.editor is not None for item in shown.page.list.items) == 1
    assert shown.field.toPlainText() == "Count."


def test_going_elsewhere_keeps_what_was_written(shown: Shown) -> None:
    shown.press(Qt.Key.Key_N)
    shown.type(" More.")
    shown.page.hide()

    assert shown.note(BOOK) == "Ask the office. More."


def test_a_note_goes_on_being_written_while_the_list_changes(shown: Shown) -> None:
    shown.press(Qt.Key.Key_N)
    shown.type(" More.")
    shown.presenter.remove(COACH)
    shown.presenter.undo_over()

    assert shown.field.toPlainText() == "Ask the office. More."
    assert shown.refs == [BOOK, PHONE]


def test_what_cannot_be_kept_stays_in_the_field(shown: Shown) -> None:
    shown.press(Qt.Key.Key_N)
    shown.type(" More.")
    shown.store._connection.execute("PRAGMA query_only = ON")
    shown.press(Qt.Key.Key_Return, CTRL)

    assert NOT_KEPT in shown.texts
    assert shown.is_writing
    shown.store._connection.execute("PRAGMA query_only = OFF")


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_a_removed_clause_leaves_a_line_that_brings_it_back(shown: Shown, key: Qt.Key) -> None:
    shown.press(key)
    assert shown.store.find(BOOK) is None
    assert "Visitors 1.2 and its note are not saved any more." in shown.texts

    shown.press(Qt.Key.Key_Return)
    assert shown.note(BOOK) == "Ask the office."
    assert shown.here == BOOK


def test_the_arrows_lead_past_the_line_that_undoes(shown: Shown) -> None:
    shown.press(Qt.Key.Key_Down)
    shown.press(Qt.Key.Key_Delete)
    shown.press(Qt.Key.Key_Down)
    assert shown.here == COACH

    shown.press(Qt.Key.Key_Z, CTRL)
    assert shown.refs == [BOOK, PHONE, COACH]


def test_the_line_goes_after_a_while_but_not_under_the_focus(
    qtbot: QtBot, store: BookmarkStore
) -> None:
    shown = Shown(qtbot, store, undo_ms=30)
    shown.press(Qt.Key.Key_Delete)
    (line,) = shown.page.findChildren(UndoLine)
    with qtbot.waitSignal(line._timer.timeout):
        pass
    assert line.isVisible()

    shown.press(Qt.Key.Key_Down)
    qtbot.waitUntil(
        lambda: not any(each.isVisible() for each in shown.page.findChildren(UndoLine))
    )
    assert shown.here == PHONE


def test_c_copies_the_link(shown: Shown) -> None:
    with shown.bot.waitSignal(shown.page.link_wanted) as told:
        shown.press(Qt.Key.Key_C)
    assert told.args == [BOOK]

    with shown.bot.waitSignal(shown.page.link_wanted) as told:
        shown.page.copy_link()
    assert told.args == [BOOK]


def test_the_tools_of_a_row_show_while_the_focus_is_in_it(shown: Shown) -> None:
    first, second = shown.page.list.items[:2]
    assert [tool.isVisible() for tool in first.tools] == [True] * 4
    assert not any(tool.isVisible() for tool in second.tools)

    shown.press(Qt.Key.Key_Down)
    assert not any(tool.isVisible() for tool in first.tools)
    assert all(tool.isVisible() for tool in second.tools)


def test_the_tools_copy_write_and_remove(shown: Shown) -> None:
    copy, write, to_paper, _ = shown.page.list.items[0].tools
    with shown.bot.waitSignal(shown.page.link_wanted):
        shown.click(copy)
    with shown.bot.waitSignal(shown.page.print_wanted) as told:
        shown.click(to_paper)
    assert told.args == [BOOK]
    shown.click(write)
    assert shown.is_writing
    shown.press(Qt.Key.Key_Escape)
    shown.click(shown.page.list.items[0].tools[3])
    assert shown.store.find(BOOK) is None


def test_words_are_looked_for_and_escape_shows_all_again(shown: Shown) -> None:
    shown.page.find_words()
    shown.type("coach")
    assert shown.refs == [COACH]
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)

    shown.press(Qt.Key.Key_Down)
    assert shown.here == COACH
    shown.page.find_words()
    shown.press(Qt.Key.Key_Escape)
    assert len(shown.refs) == 3


def test_words_without_a_match_say_so(shown: Shown) -> None:
    shown.page.find_words()
    shown.type("zebra")

    assert any("“zebra”" in text for text in shown.texts)


def test_the_rail_goes_to_a_policy_and_shows_a_part(shown: Shown) -> None:
    items = {item.text(): item for item in shown.page.findChildren(RailItem)}
    shown.click(items["Trips"])
    assert shown.here == PHONE

    choices = {choice.text(): choice for choice in shown.page.findChildren(RailChoice)}
    shown.click(choices[SHOW_WORDS[Show.WITH_NOTES]])
    assert shown.refs == [BOOK]
    shown.bot.keyClick(choices[SHOW_WORDS[Show.ALL]], Qt.Key.Key_Return)
    assert len(shown.refs) == 3


def test_without_room_the_choices_and_the_promise_stand_at_the_list(shown: Shown) -> None:
    shown.page.resize(900, 688)
    assert not shown.page.rail.isVisible()
    assert KEEPING_WORDS[Keeping.UNTIL_CLOSED][0] in shown.texts

    chips = {chip.text(): chip for chip in shown.page.findChildren(Chip) if chip.isVisible()}
    shown.click(chips[SHOW_WORDS[Show.WITH_NOTES]])
    assert shown.refs == [BOOK]


@pytest.mark.parametrize("keeping", Keeping)
def test_only_what_is_true_is_promised_and_names_are_never_asked_for(
    shown: Shown, keeping: Keeping
) -> None:
    shown.page.rail.promise.show_keeping(keeping)
    said = " ".join(shown.texts)

    assert ("Only your account can read these" in said) == (keeping is Keeping.ONLY_THE_READER)
    assert "Do not write pupils’ names here." in said


def test_the_old_words_show_when_they_are_asked_for(qtbot: QtBot, store: BookmarkStore) -> None:
    reworded = policy("visitors", "Safeguarding", clause("book", "1.2", "Sign the list."))
    shown = Shown(qtbot, store, Library(policies=(TRIPS, reworded)))
    assert "Sign the book." not in shown.texts
    (before,) = shown.page.findChildren(Before)
    shown.click(before.link)
    assert "Sign the book." in shown.texts

    shown.click(shown.button("I know the new words"))
    assert not [each for each in shown.page.findChildren(Before) if each.isVisible()]
    assert shown.note(BOOK) == "Ask the office."


def test_an_empty_page_leads_to_the_policies(qtbot: QtBot) -> None:
    shown = Shown(qtbot, BookmarkStore.in_memory(), Library(policies=(VISITORS,)))
    with qtbot.waitSignal(shown.page.policies_wanted):
        shown.press(Qt.Key.Key_Return)
    with qtbot.waitSignal(shown.page.policy_wanted) as told:
        shown.click(shown.button("Open Visitors"))

    assert told.args == ["visitors"]


def test_a_row_says_everything_aloud(shown: Shown) -> None:
    said = shown.page.list.items[0].head.accessibleName()

    assert said == "Visitors 1.2, Book. Saved 7 Oct. Sign the book."


def _editing(shown: Shown) -> None:
    shown.press(Qt.Key.Key_N)


def _removing(shown: Shown) -> None:
    shown.press(Qt.Key.Key_Delete)


def _nothing(shown: Shown) -> None:
    del shown


@pytest.mark.parametrize("state", [_nothing, _editing, _removing])
@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize(("width", "scale"), [(760, 1.0), (1000, 1.0), (1366, 2.0)])
def test_it_can_be_drawn_in_every_theme_and_nothing_is_cut_at_the_side(
    shown: Shown, state: Callable[[Shown], None], theme: Theme, width: int, scale: float
) -> None:
    shown.look.set_theme(theme)
    shown.look.set_scale(scale)
    shown.page.resize(width, 600)
    state(shown)

    assert not shown.page.grab().isNull()
    assert shown.page._sheet.minimumSizeHint().width() <= width
    assert shown.page.rail.isVisible() == (width / scale >= 1000)


def test_a_long_note_and_title_break_into_lines(qtbot: QtBot, store: BookmarkStore) -> None:
    store.keep_note(BOOK, "A long note about the office. " * 20, NOVEMBER)
    kept = store.find(PHONE)
    assert kept is not None
    store.save(replace(kept, ref=ClauseRef("trips", "gone"), text="Words that stay. " * 60))
    shown = Shown(qtbot, store)
    shown.page.resize(800, 600)
    qtbot.wait(1)  # the layout settles in the event loop

    for label in shown.page.findChildren(QLabel):
        if label.isVisible() and label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width()), label.text()
