"""The list of policies on the screen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from handbook.app.look.look import Look
from handbook.app.look.tokens import Theme
from handbook.app.policies.page import PoliciesPage
from handbook.app.policies.presenter import (
    PoliciesView,
    PolicyGroup,
    PolicyRow,
    ReviewState,
    Show,
    SortBy,
)
from handbook.app.policies.rows import GroupHeading, PolicyRowButton
from handbook.app.reading_record import MY_RECORD
from handbook.app.widgets.chip import Chip
from handbook.app.widgets.rail import RailChoice, RailItem


def row(name: str, state: ReviewState) -> PolicyRow:
    return PolicyRow(name, name.title(), f"On {name}.", "1.0", "1 May 2026", state, "soon", 4)


GROUPS = (
    PolicyGroup("Safeguarding", (row("visitors", ReviewState.OVERDUE),)),
    PolicyGroup(
        "Working here",
        tuple(
            row(name, state)
            for name, state in zip(("pay", "leave", "trips"), list(ReviewState)[1:], strict=False)
        ),
    ),
)


def view(
    groups: tuple[PolicyGroup, ...] = GROUPS, sort: SortBy = SortBy.TITLE, words: str = ""
) -> PoliciesView:
    counts = tuple((group.name, len(group.rows)) for group in GROUPS)
    return PoliciesView(groups, counts, 4, 1234, sort, words, "")


class Shown:
    """The page on the screen."""

    def __init__(self, qtbot: QtBot) -> None:
        self.look = Look()
        self.page = PoliciesPage(self.look)
        self.page.resize(1366, 688)
        self.bot = qtbot
        qtbot.addWidget(self.page)
        self.page.show_policies(view())
        with qtbot.waitActive(self.page):
            self.page.show()
            self.page.activateWindow()
        self.page.take_focus()

    @property
    def rows(self) -> list[PolicyRowButton]:
        return [row for row in self.page.findChildren(PolicyRowButton) if row.isVisible()]

    @property
    def texts(self) -> list[str]:
        return [label.text() for label in self.page.findChildren(QLabel) if label.isVisible()]

    @property
    def line(self) -> QLineEdit:
        (line,) = self.page.findChildren(QLineEdit)
        return line


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    return Shown(qtbot)


def test_how_much_there_is_stands_beside_the_title(shown: Shown) -> None:
    assert "4 policies, 1,234 clauses" in shown.texts


def test_a_row_says_everything_aloud(shown: Shown) -> None:
    said = shown.rows[0].accessibleName()

    for words in ("Visitors", "On visitors.", "Version 1.0", "1 May 2026", "soon"):
        assert words in said


def test_a_row_opens_its_policy_by_mouse_and_by_key(shown: Shown) -> None:
    with shown.bot.waitSignal(shown.page.policy_chosen) as told:
        shown.bot.mouseClick(shown.rows[1], Qt.MouseButton.LeftButton)
    assert told.args == ["pay"]
    with shown.bot.waitSignal(shown.page.policy_chosen) as told:
        shown.bot.keyClick(shown.rows[2], Qt.Key.Key_Space)
    assert told.args == ["leave"]


def test_the_focus_begins_at_the_first_policy_and_moves_by_the_arrows(shown: Shown) -> None:
    assert QApplication.focusWidget() is shown.rows[0]
    shown.bot.keyClick(shown.rows[0], Qt.Key.Key_Down)
    assert QApplication.focusWidget() is shown.rows[1]
    shown.bot.keyClick(shown.rows[1], Qt.Key.Key_Up)
    assert QApplication.focusWidget() is shown.rows[0]


def test_typing_filters_and_escape_takes_the_filter_off(shown: Shown) -> None:
    shown.page.find_words()
    with shown.bot.waitSignal(shown.page.filter_changed) as told:
        shown.bot.keyClicks(shown.line, "p")
    assert told.args == ["p"]
    with shown.bot.waitSignal(shown.page.filter_changed) as told:
        shown.bot.keyClick(shown.line, Qt.Key.Key_Escape)
    assert told.args == [""]


def test_down_leads_from_the_filter_into_the_list(shown: Shown) -> None:
    shown.page.find_words()
    shown.bot.keyClick(shown.line, Qt.Key.Key_Down)

    assert QApplication.focusWidget() is shown.rows[0]


def test_a_filter_without_a_match_says_where_else_to_look(shown: Shown) -> None:
    shown.page.show_policies(view((), words="zebra"))

    shown.bot.waitUntil(lambda: any("“zebra”" in text for text in shown.texts))
    assert shown.rows == []


def test_a_list_without_groups_has_no_headings(shown: Shown) -> None:
    shown.page.show_policies(view((PolicyGroup("", GROUPS[1].rows),)))

    shown.bot.waitUntil(lambda: len(shown.rows) == len(GROUPS[1].rows))
    assert [h for h in shown.page.findChildren(GroupHeading) if h.isVisible()] == []


def test_each_order_can_be_chosen_and_the_one_in_use_is_marked(shown: Shown) -> None:
    for sort in SortBy:
        chip = next(c for c in shown.page.findChildren(Chip) if c.text() == sort.value)
        with shown.bot.waitSignal(shown.page.sort_chosen) as told:
            shown.bot.mouseClick(chip, Qt.MouseButton.LeftButton)
        assert told.args == [sort]
        shown.page.show_policies(view(sort=sort))
        assert chip.isChecked()


def test_a_collection_in_the_rail_becomes_the_current_one(shown: Shown) -> None:
    items = {item.text(): item for item in shown.page.findChildren(RailItem)}
    shown.bot.mouseClick(items["Working here"], Qt.MouseButton.LeftButton)

    assert [name for name, item in items.items() if item.isChecked()] == ["Working here"]


@pytest.mark.parametrize("width", [760, 1000, 1920])
@pytest.mark.parametrize("theme", Theme)
def test_it_can_be_drawn_at_every_width_and_in_every_theme(
    shown: Shown, width: int, theme: Theme
) -> None:
    shown.look.set_theme(theme)
    shown.look.set_scale(2)
    shown.page.resize(width, 480)

    assert not shown.page.grab().isNull()


def test_what_asks_for_something_is_chosen_at_the_side(shown: Shown) -> None:
    shown.page.show_policies(replace(view(), shows=((Show.OVERDUE, 3),), has_record=True))
    choices = {each.text(): each for each in shown.page.findChildren(RailChoice)}

    assert [name for name, each in choices.items() if each.isVisible()] == [
        Show.ALL.value,
        Show.OVERDUE.value,
    ]
    with shown.bot.waitSignal(shown.page.show_chosen) as told:
        shown.bot.mouseClick(choices[Show.OVERDUE.value], Qt.MouseButton.LeftButton)
    assert told.args == [Show.OVERDUE]
    with shown.bot.waitSignal(shown.page.record_pressed):
        press(shown, MY_RECORD)


def test_without_room_at_the_side_the_same_is_offered_above(shown: Shown) -> None:
    shown.page.resize(760, 640)
    known = replace(view(), show=Show.OVERDUE, shows=((Show.OVERDUE, 3),), has_record=True)
    shown.page.show_policies(known)

    with shown.bot.waitSignal(shown.page.show_chosen) as told:
        press(shown, Show.OVERDUE.value)
    assert told.args == [Show.ALL]
    with shown.bot.waitSignal(shown.page.record_pressed):
        press(shown, MY_RECORD)


def press(shown: Shown, words: str) -> None:
    def found() -> list[QAbstractButton]:
        every = shown.page.findChildren(QAbstractButton)
        return [each for each in every if each.text() == words and each.isVisible()]

    shown.bot.waitUntil(lambda: len(found()) == 1)  # what is listed anew is shown by the loop
    shown.bot.mouseClick(found()[0], Qt.MouseButton.LeftButton)


def test_alt_and_a_number_go_to_a_collection(shown: Shown) -> None:
    items = {item.text(): item for item in shown.page.findChildren(RailItem)}
    for key in (Qt.Key.Key_2, Qt.Key.Key_9):  # there is no ninth
        shown.bot.keyClick(shown.rows[0], key, Qt.KeyboardModifier.AltModifier)
        assert [name for name, item in items.items() if item.isChecked()] == ["Working here"]
    shown.bot.keyClick(shown.rows[0], Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)

    assert items["Safeguarding"].isChecked()
