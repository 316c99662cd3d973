"""Ways through the window: by chips, rows and tabs, back and forward, and by key."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from handbook.app.bar import NavTab
from handbook.app.desktop import Desktop
from handbook.app.home.lists import CollectionRowButton, ReadRowButton
from handbook.app.page import Nav
from handbook.app.widgets.chip import Chip
from handbook.app.widgets.notice import Notice
from handbook.app.widgets.rail import RailItem
from handbook.domain.clause_ref import ClauseRef
from handbook.domain.opening import Opening
from tests.app.conftest import Opened
from tests.app.double import second_half

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def press(
    qtbot: QtBot,
    desktop: Desktop,
    key: Qt.Key,
    held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    qtbot.keyClick(QApplication.focusWidget() or desktop.window, key, held)


def click(qtbot: QtBot, button: QAbstractButton) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def focused_text(desktop: Desktop) -> str:
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLineEdit)
    assert desktop.window.isAncestorOf(focus)
    return focus.selectedText() or focus.text()


def notice_text(desktop: Desktop) -> str:
    notices = [each for each in desktop.window.findChildren(Notice) if each.isVisible()]
    return " ".join(label.text() for each in notices for label in each.findChildren(QLabel))


PLACES: dict[str, Callable[[Desktop], None]] = {
    "home": lambda desktop: desktop.ways.go_home(),
    "search": lambda desktop: desktop.ways.open_search("phone"),
    "policies": lambda desktop: desktop.ways.open_policies(),
    "reader": lambda desktop: desktop.ways.open_clause(ClauseRef("phones")),
}


def test_a_question_often_asked_is_searched_with_one_press(desktop: Desktop, qtbot: QtBot) -> None:
    chip = desktop.home.findChildren(Chip)[0]
    asked = chip.text()
    click(qtbot, chip)

    assert desktop.window.page is desktop.rooms.searching.page
    assert desktop.rooms.searching.page.text() == asked
    qtbot.waitUntil(lambda: bool(desktop.rooms.searching.page.hits), timeout=20_000)


def test_a_policy_to_read_opens_at_its_start(desktop: Desktop, qtbot: QtBot) -> None:
    click(qtbot, desktop.home.findChildren(ReadRowButton)[0])

    assert desktop.window.page is desktop.rooms.reading.page


def test_a_collection_opens_the_list_of_policies_at_it(desktop: Desktop, qtbot: QtBot) -> None:
    row = desktop.home.findChildren(CollectionRowButton)[0]
    name = row.row.name
    click(qtbot, row)
    qtbot.waitUntil(
        lambda: any(
            item.isChecked() and item.text() == name
            for item in desktop.rooms.lists.policies.findChildren(RailItem)
        )
    )

    assert desktop.window.page is desktop.rooms.lists.policies


def test_the_tabs_of_the_bar_lead_to_their_places(desktop: Desktop, qtbot: QtBot) -> None:
    tabs = {tab.nav: tab for tab in desktop.window.bar.findChildren(NavTab)}
    shown = []
    for nav in (Nav.POLICIES, Nav.HOME):
        click(qtbot, tabs[nav])
        shown.append(desktop.window.page)

    assert shown == [desktop.rooms.lists.policies, desktop.home]


@pytest.mark.parametrize(
    ("place", "named"),
    [("home", Nav.HOME), ("policies", Nav.POLICIES), ("reader", Nav.POLICIES), ("search", None)],
)
def test_the_bar_says_where_one_is(desktop: Desktop, place: str, named: Nav | None) -> None:
    PLACES[place](desktop)
    tabs = desktop.window.bar.findChildren(NavTab)

    assert [tab.nav for tab in tabs if tab.isChecked()] == ([named] if named else [])


def test_back_and_forward_walk_the_way_that_was_taken(desktop: Desktop, qtbot: QtBot) -> None:
    desktop.ways.open_policies()
    desktop.ways.open_clause(ClauseRef("visitors"))
    shown = []
    for key in (Qt.Key.Key_Left,) * 3 + (Qt.Key.Key_Right,) * 3:
        press(qtbot, desktop, key, ALT)
        shown.append(desktop.window.page)

    policies, reader = desktop.rooms.lists.policies, desktop.rooms.reading.page
    assert shown == [policies, desktop.home, desktop.home, policies, reader, reader]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("key", [Qt.Key.Key_K, Qt.Key.Key_L])
def test_one_key_puts_the_focus_where_a_question_is_typed(
    desktop: Desktop, qtbot: QtBot, place: str, key: Qt.Key
) -> None:
    PLACES[place](desktop)
    page = desktop.window.page
    press(qtbot, desktop, key, CTRL)

    assert focused_text(desktop) == ("phone" if place == "search" else "")
    assert desktop.window.page is page


def test_in_a_narrow_window_the_key_opens_the_search_page(desktop: Desktop, qtbot: QtBot) -> None:
    desktop.window.resize(760, 600)
    desktop.ways.open_policies()
    press(qtbot, desktop, Qt.Key.Key_K, CTRL)

    assert desktop.window.page is desktop.rooms.searching.page


def test_the_search_key_does_nothing_within_the_wizard(desktop: Desktop, qtbot: QtBot) -> None:
    desktop.open_concern()
    for key, held in ((Qt.Key.Key_K, CTRL), (Qt.Key.Key_L, CTRL), (Qt.Key.Key_Right, ALT)):
        press(qtbot, desktop, key, held)

    assert desktop.window.page is desktop.rooms.journeys.wizard


def test_a_text_size_is_there_again_at_the_next_start(open_desktop: Opened, qtbot: QtBot) -> None:
    first = open_desktop()
    press(qtbot, first, Qt.Key.Key_Plus, CTRL)
    press(qtbot, first, Qt.Key.Key_Equal, CTRL)
    assert first.look.scale == pytest.approx(1.3)
    first.window.hide()

    second = open_desktop()
    assert second.look.scale == pytest.approx(1.3)
    press(qtbot, second, Qt.Key.Key_Minus, CTRL)
    assert second.services.preferences.read().text_size == 115
    press(qtbot, second, Qt.Key.Key_0, CTRL)
    assert second.services.preferences.read().text_size == 100


def test_text_can_be_enlarged_within_the_wizard(desktop: Desktop, qtbot: QtBot) -> None:
    desktop.open_concern()
    press(qtbot, desktop, Qt.Key.Key_Plus, CTRL)

    assert desktop.look.scale > 1


def test_f6_goes_between_bar_and_page(desktop: Desktop, qtbot: QtBot) -> None:
    desktop.ways.open_clause(ClauseRef("phones"))
    press(qtbot, desktop, Qt.Key.Key_F6)
    assert isinstance(QApplication.focusWidget(), NavTab)

    press(qtbot, desktop, Qt.Key.Key_F6)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert desktop.rooms.reading.page.isAncestorOf(focus)


def test_find_belongs_to_the_page_that_is_shown(desktop: Desktop, qtbot: QtBot) -> None:
    desktop.ways.open_policies()
    press(qtbot, desktop, Qt.Key.Key_F, CTRL)

    focus = QApplication.focusWidget()
    assert isinstance(focus, QLineEdit)
    assert desktop.rooms.lists.policies.isAncestorOf(focus)


@pytest.mark.parametrize("link", ["handbook:phones#photos", "handbook:phones"])
def test_a_link_opens_its_clause(desktop: Desktop, link: str) -> None:
    desktop.open(Opening.of(link))

    assert desktop.window.page is desktop.rooms.reading.page


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ("handbook:Not A Clause", "leads to no page"),
        ("handbook:trampolines#safe", "leads to no page"),
        ("handbook:../../etc/passwd", "leads to no page"),
        ("/home/me/school.handbook", "shows a folder of drafts"),
    ],
)
def test_a_link_that_leads_nowhere_is_said_where_one_is(
    desktop: Desktop, link: str, said: str
) -> None:
    desktop.open(Opening.of(link))

    assert desktop.window.page is desktop.home
    assert said in notice_text(desktop)

    desktop.ways.open_policies()
    assert notice_text(desktop) == ""


def test_a_clause_that_has_gone_opens_its_policy_and_says_so(desktop: Desktop) -> None:
    desktop.open(Opening.of("handbook:phones#gone"))

    assert desktop.window.page is desktop.rooms.reading.page
    assert "no longer here" in notice_text(desktop)


def test_nothing_of_what_was_read_or_searched_is_written(desktop: Desktop, tmp_path: Path) -> None:
    desktop.ways.open_clause(ClauseRef("phones", "photos"))
    desktop.ways.open_search("secret words")
    desktop.close()

    for file in tmp_path.rglob("handbook.db*"):
        assert b"photos" not in file.read_bytes()
        assert b"secret" not in file.read_bytes()


def test_a_double_click_presses_nothing_on_the_page_that_it_leads_to(
    qtbot: QtBot, desktop: Desktop
) -> None:
    click(qtbot, desktop.home.findChildren(CollectionRowButton)[0])
    second_half(desktop.window.bar.findChildren(NavTab)[0])

    assert desktop.window.page is not desktop.home
