"""The page of changes on the screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QTextCursor
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from handbook.app.changes.change_rows import Role
from handbook.app.changes.page import ChangesPage
from handbook.app.changes.presenter import ChangesPresenter
from handbook.app.changes.views import State, Way
from handbook.app.look.look import Look
from handbook.app.look.tokens import Theme
from handbook.domain.clause_ref import ClauseRef
from tests.app.changes.two_versions import compared

NONE = Qt.KeyboardModifier.NoModifier


class Shown:
    """The page on the screen, with its presenter."""

    def __init__(self, qtbot: QtBot, width: int = 1366) -> None:
        self.bot = qtbot
        self.look = Look()
        self.page = ChangesPage(self.look)
        self.page.resize(width, 688)
        qtbot.addWidget(self.page)
        self.presenter = ChangesPresenter(self.page)
        self.page.fold_opened.connect(self.presenter.fold_opened)
        self.page.all_wanted.connect(self.presenter.all_wanted)
        self.presenter.set_compared(compared())
        self.presenter.open(ClauseRef("social-media"))
        with qtbot.waitActive(self.page):
            self.page.show()
            self.page.activateWindow()
        self.page.take_focus()

    @property
    def words(self) -> str:
        return self.page.text.sheet.toPlainText()

    @property
    def said(self) -> list[str]:
        return [label.text() for label in self.page.findChildren(QLabel) if label.isVisible()]

    def button(self, name: str) -> QAbstractButton:
        found = (
            each
            for each in self.page.findChildren(QAbstractButton)
            if name in (each.text(), each.accessibleName()) and each.isVisible()
        )
        return next(found)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        self.bot.keyClick(focus, key, held)


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    return Shown(qtbot)


def test_n_goes_from_change_to_change(shown: Shown) -> None:
    seen = []
    for _ in range(6):
        shown.press(Qt.Key.Key_N)
        seen.append(shown.page.text.current.removeprefix("social-media#"))

    assert seen == ["@facts", "chats", "parents", "bebo", "write", "write"]
    assert "5 of 5" in shown.said

    shown.press(Qt.Key.Key_N, Qt.KeyboardModifier.ShiftModifier)

    assert shown.page.text.current == "social-media#bebo"
    assert "4 of 5" in shown.said


def test_single_letters_can_be_switched_off(shown: Shown) -> None:
    shown.look.set_letter_keys(act=False)

    shown.press(Qt.Key.Key_N)

    assert shown.page.text.current == ""


def test_the_arrows_above_the_text_do_the_same(shown: Shown) -> None:
    shown.button("Next change").click()
    shown.button("Next change").click()
    shown.button("Previous change").click()

    assert shown.page.text.current == "social-media#@facts"


def test_a_change_is_opened_from_the_list(shown: Shown) -> None:
    listed = shown.page.rail.list
    listed.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        shown.press(key)

    assert shown.page.text.current == "social-media#parents"
    assert QApplication.focusWidget() is shown.page.text.sheet


def test_the_arrows_of_the_list_pass_over_the_names_of_policies(shown: Shown) -> None:
    """A name shows no focus, and choosing it would do nothing."""
    shown.presenter.all_wanted()
    listed = shown.page.rail.list
    listed.setFocus()
    met = []
    for key in [Qt.Key.Key_Home, *[Qt.Key.Key_Down] * 8, Qt.Key.Key_Up, Qt.Key.Key_End]:
        shown.press(key)
        met.append(listed.currentIndex().data(Role.KEY))

    assert None not in met
    keys = [row.key for group in shown.page.view.groups for row in group.rows]
    assert met == [*keys, keys[-2], keys[-1]]


def test_escape_leads_from_the_list_back_to_the_text(shown: Shown) -> None:
    shown.page.rail.list.setFocus()

    shown.press(Qt.Key.Key_Escape)

    assert QApplication.focusWidget() is shown.page.text.sheet


def test_a_screen_reader_hears_what_became_of_each_clause(shown: Shown) -> None:
    listed = QAccessible.queryAccessibleInterface(shown.page.rail.list)
    rows = [listed.child(at).text(QAccessible.Text.Name) for at in range(listed.childCount())]

    assert any(row.startswith("1.1 Group chats. Reworded. Taken out: “report it”") for row in rows)


@pytest.mark.parametrize("way", Way)
def test_every_way_keeps_the_change_that_is_read(shown: Shown, way: Way) -> None:
    shown.page.go_to("social-media#parents")

    shown.page.show_way(way)

    assert shown.page.text.current == "social-media#parents"
    assert shown.page.way is way
    assert shown.words.count("Parents") >= 1


def test_both_sides_scroll_as_one(shown: Shown) -> None:
    shown.button("Side by side").click()
    shown.bot.waitUntil(lambda: shown.page.text.now.verticalScrollBar().maximum() > 0)
    left, right = shown.page.text.was.verticalScrollBar(), shown.page.text.now.verticalScrollBar()

    right.setValue(100)

    assert left.value() == 100
    assert "Not in version 3.2" in shown.page.text.was.toPlainText()
    assert "Not in version 4.0" in shown.page.text.now.toPlainText()


def test_both_sides_mark_the_change_that_is_read(shown: Shown) -> None:
    shown.button("Side by side").click()
    shown.page.take_focus()
    for _ in range(3):
        shown.press(Qt.Key.Key_N)

    assert shown.page.text.was.current == shown.page.text.now.current == "social-media#parents"


def level() -> None:
    """Let both sides be laid out for the width that they have now."""
    for _ in range(5):
        QApplication.processEvents()


@pytest.mark.parametrize("steps", range(1, 8))
def test_both_sides_keep_the_change_when_they_come_and_when_the_window_changes(
    shown: Shown, steps: int
) -> None:
    for _ in range(steps):
        shown.press(Qt.Key.Key_N)
    read = shown.page.text.current

    shown.page.show_way(Way.SIDES)
    level()
    came = (shown.page.text.was.current, shown.page.text.now.current)
    shown.page.resize(1300, 600)
    level()

    assert came == (read, read)
    assert (shown.page.text.was.current, shown.page.text.now.current) == came


def test_the_left_side_leads_both_when_it_is_scrolled_and_stepped(shown: Shown) -> None:
    shown.page.show_way(Way.SIDES)
    level()
    text = shown.page.text

    text.was.verticalScrollBar().setValue(200)
    scrolled = (text.now.verticalScrollBar().value(), text.was.current == text.now.current)
    text.was.setFocus()
    shown.page.text.go_to_start()
    shown.press(Qt.Key.Key_N)

    assert scrolled == (200, True)
    assert text.was.current == text.now.current == "social-media#@facts"


def test_two_sides_need_a_wide_window(shown: Shown) -> None:
    shown.page.show_way(Way.SIDES)

    shown.page.resize(1100, 688)

    ways = [shown.page.text.way]
    assert "Side by side" not in [b.text() for b in buttons(shown.page)]

    shown.page.resize(1366, 688)

    assert [*ways, shown.page.text.way] == [Way.MARKED, Way.SIDES]


def buttons(page: ChangesPage) -> list[QAbstractButton]:
    return [each for each in page.findChildren(QAbstractButton) if each.isVisible()]


def test_in_a_narrow_window_the_list_is_a_button(qtbot: QtBot) -> None:
    shown = Shown(qtbot, 760)
    assert not shown.page.rail.isVisible()

    shown.button("Changes").click()
    shown.press(Qt.Key.Key_Down)
    shown.press(Qt.Key.Key_Return)

    assert shown.page.text.current == "social-media#chats"
    assert not shown.page.rail.isVisible()

    shown.button("Changes").click()
    shown.press(Qt.Key.Key_Escape)

    assert not shown.page.rail.isVisible()


def test_a_fold_opens_where_it_stands(shown: Shown) -> None:
    assert "Nothing changes here." not in shown.words

    shown.page.text.link_chosen.emit("show:social-media#same")

    assert "Nothing changes here." in shown.words
    assert shown.page.text.sheet.changes == 5


def test_the_policy_and_the_clause_can_be_opened(shown: Shown) -> None:
    for address, ref in (
        ("policy:social-media", ClauseRef("social-media")),
        ("clause:social-media#chats", ClauseRef("social-media", "chats")),
    ):
        with shown.bot.waitSignal(shown.page.clause_chosen) as told:
            shown.page.text.link_chosen.emit(address)

        assert told.args == [ref]


def test_tab_goes_through_the_links_of_the_text(shown: Shown) -> None:
    shown.press(Qt.Key.Key_Tab)

    with shown.bot.waitSignal(shown.page.clause_chosen) as told:
        shown.press(Qt.Key.Key_Return)

    assert told.args == [ClauseRef("social-media")]


def test_all_policies_are_one_press_away(shown: Shown) -> None:
    shown.button("All that changed: 4 more").click()

    assert shown.page.window_title == "What changed – Staff handbook"
    assert "Trips" in shown.words


def test_the_window_says_which_policy(shown: Shown) -> None:
    assert shown.page.window_title == "What changed in Social media – Staff handbook"


def test_with_nothing_to_compare_there_are_ways_on(shown: Shown) -> None:
    shown.presenter.set_state(State.FIRST)
    shown.page.take_focus()

    assert "Nothing to compare with yet" in shown.said
    with shown.bot.waitSignal(shown.page.policies_wanted):
        shown.press(Qt.Key.Key_Return)


def test_a_policy_that_stayed_the_same_leads_to_the_others(shown: Shown) -> None:
    shown.presenter.open(ClauseRef("visitors"))

    with shown.bot.waitSignal(shown.page.clause_chosen) as told:
        shown.button("Open the policy").click()
    shown.button("See 9 changes elsewhere").click()

    assert told.args == [ClauseRef("visitors")]
    assert shown.page.rail.isVisible()


def test_larger_text_and_other_colours_keep_the_place(shown: Shown) -> None:
    shown.page.go_to("social-media#parents")

    shown.look.set_scale(1.5)
    shown.look.set_theme(Theme.DARK)

    assert shown.page.text.current == "social-media#parents"


def test_something_can_stand_under_the_text(shown: Shown) -> None:
    footer = QLabel("I have read these changes")

    shown.page.put_footer(footer)

    assert footer.isVisible()
    bottom = footer.mapTo(shown.page, QPoint(0, footer.height())).y()
    assert bottom == shown.page.height()

    shown.page.put_footer(None)

    assert not footer.isVisible()


def test_copied_words_say_what_became_of_them(shown: Shown) -> None:
    sheet = shown.page.text.sheet
    cursor = sheet.document().find("Leave any group chat")
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    sheet.setTextCursor(cursor)

    assert sheet.createMimeDataFromSelection().text() == (
        "Leave any group chat and [-report it-] [+say so+] to your manager[+ the same day+]."
    )


def test_half_a_change_is_copied_as_half_a_change(shown: Shown) -> None:
    sheet = shown.page.text.sheet
    sheet.setTextCursor(sheet.document().find("ort it"))

    assert sheet.copied_text() == "[-ort it-]"


def test_the_place_is_told(shown: Shown) -> None:
    with shown.bot.waitSignal(shown.page.change_reached) as told:
        shown.press(Qt.Key.Key_N)

    assert told.args == ["social-media#@facts"]


@pytest.mark.parametrize(("width", "scale", "rows"), [(1800, 1.0, 1), (760, 2.0, 2)])
def test_the_ways_stand_on_one_line_beside_the_rest_or_under_it(
    qtbot: QtBot, width: int, scale: float, rows: int
) -> None:
    shown = Shown(qtbot, width)
    shown.look.set_scale(scale)
    strip = shown.page.strip
    chips = [chip for chip in strip._chips.values() if chip.isVisible()]
    shown.bot.waitUntil(
        lambda: len({chip.mapTo(strip, chip.rect().topLeft()).y() for chip in chips}) == 1
    )
    beside = strip._up.mapTo(strip, strip._up.rect().center()).y()
    ways = chips[0].mapTo(strip, chips[0].rect().center()).y()

    assert (abs(ways - beside) > 20) is (rows == 2)
    assert len(chips) == (4 if rows == 1 else 3)
