"""The common bar: places, search and the way to say a concern."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from handbook.app.bar import Brand, NavTab, TopBar
from handbook.app.look.look import Look
from handbook.app.page import Nav
from handbook.app.widgets.button import Button
from handbook.app.widgets.field import SearchField

DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


class Bar:
    """The bar in a window of a width."""

    def __init__(self, qtbot: QtBot) -> None:
        self.look = Look()
        self.bar = TopBar(self.look)
        self.bot = qtbot
        qtbot.addWidget(self.bar)
        self.bar.resize(1366, self.bar.height())
        self.bar.show_place(Nav.POLICIES, search=True, concern=True)
        with qtbot.waitActive(self.bar):
            self.bar.show()
            self.bar.activateWindow()

    @property
    def tabs(self) -> list[NavTab]:
        return self.bar.findChildren(NavTab)

    @property
    def field(self) -> SearchField:
        (field,) = self.bar.findChildren(SearchField)
        return field

    @property
    def line(self) -> QLineEdit:
        (line,) = self.bar.findChildren(QLineEdit)
        return line

    @property
    def concern(self) -> Button:
        return next(b for b in self.bar.findChildren(Button) if b.text() == "I have a concern")


@pytest.fixture
def bar(qtbot: QtBot) -> Bar:
    return Bar(qtbot)


def test_a_press_asks_to_go_and_leaves_the_choice_to_the_window(bar: Bar) -> None:
    home = next(tab for tab in bar.tabs if tab.nav is Nav.HOME)
    with bar.bot.waitSignal(bar.bar.nav_chosen) as told:
        bar.bot.mouseClick(home, Qt.MouseButton.LeftButton)

    assert told.args == [Nav.HOME]
    assert [tab.nav for tab in bar.tabs if tab.isChecked()] == [Nav.POLICIES]


def test_a_tab_is_as_wide_when_it_is_chosen(bar: Bar) -> None:
    before = [tab.sizeHint() for tab in bar.tabs]
    bar.bar.show_place(Nav.HOME, search=True, concern=True)

    assert [tab.sizeHint() for tab in bar.tabs] == before


def test_letters_are_told_at_once_and_enter_asks(bar: Bar) -> None:
    with bar.bot.waitSignal(bar.bar.search_started) as started:
        bar.bot.keyClicks(bar.line, "p")
    with bar.bot.waitSignal(bar.bar.searched) as asked:
        bar.bot.keyClick(bar.line, Qt.Key.Key_Return)

    assert (started.args, asked.args) == (["p"], ["p"])


def test_escape_empties_the_field(bar: Bar) -> None:
    bar.bot.keyClicks(bar.line, "p")
    bar.bot.keyClick(bar.line, Qt.Key.Key_Escape)

    assert bar.line.text() == ""


def test_another_page_begins_with_an_empty_field(bar: Bar) -> None:
    bar.bot.keyClicks(bar.line, "phones")
    bar.bar.show_place(None, search=True, concern=True)

    assert bar.line.text() == ""


def test_a_page_with_a_field_of_its_own_hides_the_bars(bar: Bar) -> None:
    bar.bar.show_place(None, search=False, concern=True)

    assert not bar.field.isVisible()
    assert not bar.bar.focus_search()


@pytest.mark.parametrize(("width", "scale"), [(760, 1.0), (1000, 1.3), (1366, 2.0)])
def test_without_room_the_field_is_a_button(bar: Bar, width: int, scale: float) -> None:
    bar.look.set_scale(scale)
    bar.bar.resize(width, bar.bar.height())
    button = next(b for b in bar.bar.findChildren(Button) if "Search" in b.accessibleName())

    assert not bar.bar.focus_search()
    with bar.bot.waitSignal(bar.bar.search_pressed):
        bar.bot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("scale", [0.9, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0])
@pytest.mark.parametrize("width", [760, 1000, 1366])
def test_nothing_of_the_bar_is_cut_off_or_covered(bar: Bar, width: int, scale: float) -> None:
    bar.look.set_scale(scale)
    bar.bar.resize(width, bar.bar.height())
    layout = bar.bar.layout()
    assert layout is not None
    layout.activate()
    shown = [
        each
        for each in bar.bar.findChildren(QWidget, options=DIRECT)
        if each.isVisible() and each is not bar.field
    ]
    areas = sorted((each.x(), each.x() + each.width()) for each in shown)

    assert all(each.width() >= each.sizeHint().width() for each in shown)
    assert areas[0][0] >= 0
    assert areas[-1][1] <= width
    assert all(left <= right for (_, left), (right, _) in pairwise(areas))
    assert all(each.height() <= bar.bar.height() for each in shown)
    assert bar.concern.isVisible()
    assert bar.bar.aa.isVisible()


def test_the_less_room_the_less_the_bar_shows(bar: Bar) -> None:
    (brand,) = bar.bar.findChildren(Brand)
    seen = []
    for width in (1366, 900, 700):
        bar.bar.resize(width, bar.bar.height())
        places = bar.tabs[0].isVisible()
        seen.append((bar.field.isVisible(), brand.isVisible(), places, bar.bar.menu.isVisible()))

    assert seen[0] == (True, True, True, False)
    assert seen[1] == (False, True, True, False)
    assert seen[2] == (False, False, False, True)


def test_in_the_narrowest_bar_the_text_size_is_said(bar: Bar) -> None:
    bar.look.set_scale(2)

    assert bar.bar.aa.text() == "Text 200%"
    with bar.bot.waitSignal(bar.bar.aa_pressed):
        bar.bot.keyClick(bar.bar.aa, Qt.Key.Key_Return)
    with bar.bot.waitSignal(bar.bar.menu_pressed):
        bar.bot.mouseClick(bar.bar.menu, Qt.MouseButton.LeftButton)


def test_f6_goes_to_what_comes_first_in_the_bar(bar: Bar) -> None:
    bar.bar.take_focus()
    first = bar.tabs[0].hasFocus()
    bar.look.set_scale(2)
    bar.bar.take_focus()

    assert first
    assert bar.bar.menu.hasFocus()


def test_the_key_puts_the_focus_into_the_field(bar: Bar) -> None:
    assert bar.bar.focus_search()
    assert bar.line.hasFocus()


def test_after_leaving_quickly_the_bar_speaks_of_no_concern(bar: Bar) -> None:
    bar.bar.show_place(Nav.POLICIES, search=True, concern=False)

    assert not bar.concern.isVisible()


def test_a_concern_can_be_said_by_mouse_and_by_key(bar: Bar) -> None:
    with bar.bot.waitSignal(bar.bar.concern_pressed):
        bar.bot.mouseClick(bar.concern, Qt.MouseButton.LeftButton)
    with bar.bot.waitSignal(bar.bar.concern_pressed):
        bar.bot.keyClick(bar.concern, Qt.Key.Key_Space)
