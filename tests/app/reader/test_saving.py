"""Saving clauses: what is decided, and what the reader's page does with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from handbook.app.look.look import Look
from handbook.app.reader.outline import Role
from handbook.app.reader.page import ReaderPage
from handbook.app.reader.presenter import ReaderPresenter
from handbook.app.reader.said import NO_CLAUSE_YET, SAVED_WORDS
from handbook.app.reader.saving import Saved, Saving
from handbook.domain.bookmark import Bookmark
from handbook.domain.errors import NotKept
from handbook.domain.library import Library
from handbook.domain.policy import ClauseRef
from handbook.state.bookmarks import BookmarkStore

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
PUPILS = ClauseRef("social-media", "pupils")


class FakePage:
    """Notes what it is told."""

    def __init__(self) -> None:
        self.saved: frozenset[str] = frozenset()
        self.said: list[Saved] = []

    def show_saved(self, clauses: frozenset[str]) -> None:
        self.saved = clauses

    def say_saved(self, done: Saved) -> None:
        self.said.append(done)


class FullDisk(BookmarkStore):
    """Keeps nothing."""

    def save(self, bookmark: Bookmark) -> None:
        raise NotKept(bookmark.ref.policy)


@pytest.fixture
def store() -> BookmarkStore:
    return BookmarkStore.in_memory()


def saving(page: FakePage, store: BookmarkStore, library: Library) -> Saving:
    saving = Saving(page, store, lambda: NOON)
    saving.set_library(library)
    return saving


def test_a_press_saves_the_clause_as_it_is_and_another_takes_it_off(
    store: BookmarkStore, library: Library
) -> None:
    page = FakePage()
    saver = saving(page, store, library)
    saver.save_pressed(PUPILS)
    (kept,) = store.all()
    assert (kept.policy, kept.version, kept.label) == ("Social media", "1.0", "1.1")
    assert kept.text.startswith("You must not message pupils.")
    assert kept.saved == NOON
    assert page.saved == {"pupils"}

    saver.save_pressed(PUPILS)
    assert (store.all(), page.saved) == ((), frozenset())
    assert page.said == [Saved.SAVED, Saved.TAKEN_OFF]


def test_a_note_that_was_taken_off_comes_back_with_the_next_press(
    store: BookmarkStore, library: Library
) -> None:
    page = FakePage()
    saver = saving(page, store, library)
    saver.save_pressed(PUPILS)
    store.keep_note(PUPILS, "Ask the office.", NOON)
    saver.save_pressed(PUPILS)
    saver.save_pressed(PUPILS)

    assert [each.note for each in store.all()] == ["Ask the office."]
    assert page.said[1:] == [Saved.TAKEN_OFF_WITH_NOTE, Saved.BACK_WITH_NOTE]


def test_only_the_policy_that_is_shown_is_marked(store: BookmarkStore, library: Library) -> None:
    page = FakePage()
    saver = saving(page, store, library)
    saver.save_pressed(PUPILS)
    saver.show("visitors")

    assert page.saved == frozenset()


def test_a_clause_that_is_gone_is_not_saved(store: BookmarkStore, library: Library) -> None:
    page = FakePage()
    for ref in (ClauseRef("social-media", "gone"), ClauseRef("gone", "pupils")):
        saving(page, store, library).save_pressed(ref)

    assert (store.all(), page.said) == ((), [Saved.NO_CLAUSE] * 2)


def test_what_cannot_be_kept_is_said_and_not_marked(library: Library) -> None:
    page = FakePage()
    saving(page, FullDisk.in_memory(), library).save_pressed(PUPILS)

    assert (page.saved, page.said) == (frozenset(), [Saved.NOT_KEPT])


class Reading:
    """The page on the screen over a store."""

    def __init__(self, qtbot: QtBot, library: Library, store: BookmarkStore) -> None:
        self.bot, self.store = qtbot, store
        self.page = ReaderPage(Look())
        qtbot.addWidget(self.page)
        self.page.resize(1366, 600)
        self._presenter = ReaderPresenter(self.page, lambda: date(2026, 11, 21))
        self._presenter.set_library(library)
        self._saving = Saving(self.page, store, lambda: NOON)
        self._saving.set_library(library)
        self.page.save_wanted.connect(self._saving.save_pressed)
        with qtbot.waitActive(self.page):
            self.page.show()
            self.page.activateWindow()
        self.open("pupils")

    def open(self, clause: str) -> None:
        self._presenter.open(ClauseRef("social-media", clause))
        self._saving.show("social-media")
        self.page.take_focus()

    def press(self, key: Qt.Key) -> None:
        self.bot.keyClick(QApplication.focusWidget() or self.page, key)

    @property
    def saved(self) -> list[str]:
        return [each.ref.clause for each in self.store.all()]

    @property
    def notice(self) -> list[str]:
        return [each.text() for each in self.page.notice.findChildren(QLabel) if each.isVisible()]


@pytest.fixture
def reading(qtbot: QtBot, library: Library, store: BookmarkStore) -> Reading:
    return Reading(qtbot, library, store)


def test_b_saves_the_clause_that_is_read_and_takes_it_off(reading: Reading) -> None:
    reading.press(Qt.Key.Key_B)
    assert reading.saved == ["pupils"]
    assert reading.page.text.tools.save.isChecked()
    assert reading.page.text.tools.save.accessibleName() == "Take 1.1 off Saved"

    reading.press(Qt.Key.Key_B)
    assert reading.saved == []
    assert not reading.page.text.tools.save.isChecked()


def test_the_tool_saves_the_clause_it_stands_beside(reading: Reading) -> None:
    page = reading.page
    geometry = page.text._places()
    assert geometry is not None
    other = geometry.clause("table")
    assert other is not None
    scroll = page.text.verticalScrollBar().value()
    reading.bot.mouseMove(page.text.viewport(), QPoint(500, round(other.top) - scroll + 10))
    reading.bot.mouseClick(page.text.tools.save, Qt.MouseButton.LeftButton)

    assert page.text.current == "pupils"
    assert reading.saved == ["table"]


def test_a_tool_names_itself_and_its_key_when_the_focus_comes(reading: Reading) -> None:
    tools = reading.page.text.tools
    seen = []
    for tool in tools.all:
        tool.setFocus(Qt.FocusReason.TabFocusReason)
        seen.append((tools._tip.isVisible(), tools._tip._words, tools._tip._key))

    assert seen == [
        (True, "Copy link to 1.1", "C"),
        (True, "Save 1.1", "B"),
        (True, "Print 1.1", "P"),
    ]


def test_a_tip_never_leaves_the_page(reading: Reading) -> None:
    reading.page.resize(1000, 600)
    tools = reading.page.text.tools
    tools.say(tools.save, "Saved again, with your note, which is rather long to say")

    assert tools._tip.geometry().right() <= reading.page.text.viewport().width()


def test_the_outline_flags_what_is_saved_and_says_it_aloud(reading: Reading) -> None:
    reading.press(Qt.Key.Key_B)
    item = reading.page.outline.tree._items["pupils"]

    assert item.data(Role.IS_SAVED)
    assert item.data(Qt.ItemDataRole.AccessibleTextRole) == "1.1 Pupils, saved"
    assert not reading.page.outline.tree._items["table"].data(Role.IS_SAVED)


def test_above_the_first_clause_b_says_what_to_do(reading: Reading) -> None:
    reading.open("")
    reading.press(Qt.Key.Key_B)

    assert NO_CLAUSE_YET in reading.notice
    assert reading.saved == []


def test_the_header_saves_the_clause_that_is_read(reading: Reading) -> None:
    save = reading.page.header._save
    reading.bot.mouseClick(save, Qt.MouseButton.LeftButton)
    assert (reading.saved, save.text()) == (["pupils"], "Saved")

    reading.open("")
    assert not save.isVisible()
    reading.open("table")
    assert (save.isVisible(), save.text()) == (True, "Save")


def test_losing_a_note_is_said_where_it_stays_to_be_read(reading: Reading) -> None:
    reading.press(Qt.Key.Key_B)
    kept = reading.store.all()[0]
    reading.store.save(replace(kept, note="Ask the office.", noted=NOON))
    reading.press(Qt.Key.Key_B)

    assert SAVED_WORDS[Saved.TAKEN_OFF_WITH_NOTE] in reading.notice


def test_in_a_narrow_window_one_menu_has_every_tool(reading: Reading) -> None:
    reading.page.resize(800, 600)
    button, menu = reading.page.header.clause, reading.page.clause_actions.menu.list
    assert not reading.page.text.tools.save.isVisible()
    reading.bot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.text() == "Clause 1.1"
    assert [row.text() for row in menu.rows()] == [
        "Copy link to 1.1",
        "Save 1.1",
        "Find on this page",
        "Print 1.1",
        "Save 1.1 as PDF",
        "Print the whole policy",
        "Save the policy as PDF",
    ]

    reading.press(Qt.Key.Key_Down)
    reading.press(Qt.Key.Key_Return)
    assert reading.saved == ["pupils"]
    assert menu.isHidden()
    assert SAVED_WORDS[Saved.SAVED] in reading.notice


def test_the_menu_copies_and_finds(reading: Reading) -> None:
    reading.page.resize(800, 600)
    reading.bot.mouseClick(reading.page.header.clause, Qt.MouseButton.LeftButton)
    reading.press(Qt.Key.Key_Return)
    assert QApplication.clipboard().text() == "handbook:social-media#pupils"

    reading.bot.mouseClick(reading.page.header.clause, Qt.MouseButton.LeftButton)
    reading.press(Qt.Key.Key_Down)
    reading.press(Qt.Key.Key_Down)
    reading.press(Qt.Key.Key_Return)
    assert not reading.page.header.finder.isHidden()


def test_the_menu_goes_by_escape_by_a_press_elsewhere_and_with_its_button(
    reading: Reading,
) -> None:
    reading.page.resize(800, 600)
    button, menu = reading.page.header.clause, reading.page.clause_actions.menu.list
    reading.bot.mouseClick(button, Qt.MouseButton.LeftButton)
    reading.press(Qt.Key.Key_Escape)
    assert menu.isHidden()
    assert button.hasFocus()

    reading.bot.mouseClick(button, Qt.MouseButton.LeftButton)
    reading.bot.mouseClick(reading.page.text.viewport(), Qt.MouseButton.LeftButton)
    assert menu.isHidden()

    reading.bot.mouseClick(button, Qt.MouseButton.LeftButton)
    reading.page.resize(1366, 600)
    assert menu.isHidden()


def test_the_clause_button_keeps_its_width_while_the_clause_changes(reading: Reading) -> None:
    reading.page.resize(800, 600)
    widths = set()
    for clause in ("", "pupils", "reports"):
        reading.open(clause)
        widths.add(reading.page.header.clause.width())

    assert len(widths) == 1
