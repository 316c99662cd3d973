"""The Aa menu in the window: opened from the bar, by mouse and by key, on every size."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from handbook.app import appearance as appearance_module
from handbook.app.aa.choices import ColourCard
from handbook.app.aa.menu import AaMenu
from handbook.app.aa.switch import Switch
from handbook.app.bar_menu import MenuItem
from handbook.app.desktop import Desktop
from handbook.app.look.tokens import Theme
from handbook.app.widgets.button import LinkButton
from handbook.domain.clause_ref import ClauseRef
from handbook.state.preferences import TEXT_SIZES, Preferences, ThemeChoice
from tests.app.conftest import Opened


def press(qtbot: QtBot, key: Qt.Key) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, key)


def click(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def focused() -> str:
    focus = QApplication.focusWidget()
    assert focus is not None
    text = getattr(focus, "text", str)
    return str(text())


def opened(desktop: Desktop, qtbot: QtBot) -> AaMenu:
    desktop.ways.open_clause(ClauseRef("phones"))
    click(qtbot, desktop.window.bar.aa)
    assert desktop.help.aa.isVisible()
    return desktop.help.aa


def kept(desktop: Desktop) -> Preferences:
    return desktop.services.preferences.read()


def test_it_is_built_when_it_is_first_opened(desktop: Desktop) -> None:
    assert not {"aa", "menu", "keys", "about"} & set(vars(desktop.help))


def test_the_focus_begins_on_the_chosen_size(desktop: Desktop, qtbot: QtBot) -> None:
    opened(desktop, qtbot)

    assert focused() == "100"


def test_the_arrows_choose_a_size_at_once_and_stop_at_the_ends(
    desktop: Desktop, qtbot: QtBot
) -> None:
    opened(desktop, qtbot)
    seen = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Home):
        press(qtbot, key)
        seen.append((focused(), kept(desktop).text_size, desktop.look.scale))
    press(qtbot, Qt.Key.Key_Left)

    assert seen == [("115", 115, 1.15), ("130", 130, 1.3), ("115", 115, 1.15), ("90", 90, 0.9)]
    assert focused() == "90"


def test_tab_goes_from_group_to_group_and_round(desktop: Desktop, qtbot: QtBot) -> None:
    opened(desktop, qtbot)
    press(qtbot, Qt.Key.Key_Right)
    seen = []
    for _ in range(9):
        press(qtbot, Qt.Key.Key_Tab)
        seen.append(focused())

    assert seen == [
        "Follow system",
        "Warm sheet",
        "Less movement",
        "Single-letter keys",
        "All keys",
        "About",
        "Put everything back",
        "115",
        "Follow system",
    ]
    press(qtbot, Qt.Key.Key_Backtab)
    assert focused() == "115"


def test_colours_are_chosen_by_arrow_and_by_mouse(desktop: Desktop, qtbot: QtBot) -> None:
    menu = opened(desktop, qtbot)
    press(qtbot, Qt.Key.Key_Tab)
    press(qtbot, Qt.Key.Key_Left)
    by_key = kept(desktop).theme, desktop.look.theme
    dark = next(card for card in menu.findChildren(ColourCard) if card.text() == "Dark")
    click(qtbot, dark)

    assert by_key == (ThemeChoice.HIGH_CONTRAST, Theme.HIGH_CONTRAST)
    assert (kept(desktop).theme, desktop.look.theme) == (ThemeChoice.DARK, Theme.DARK)
    assert dark.isChecked()
    assert menu.isVisible()


@pytest.mark.parametrize("title", ["Warm sheet", "Less movement", "Single-letter keys"])
def test_a_switch_acts_by_space_enter_and_mouse(
    desktop: Desktop, qtbot: QtBot, title: str
) -> None:
    menu = opened(desktop, qtbot)
    switch = next(each for each in menu.findChildren(Switch) if each.text() == title)
    begun = switch.isChecked()
    seen = []
    for act in (
        lambda: qtbot.keyClick(switch, Qt.Key.Key_Space),
        lambda: qtbot.keyClick(switch, Qt.Key.Key_Return),
        lambda: click(qtbot, switch),
    ):
        act()
        seen.append(switch.isChecked())

    assert seen == [not begun, begun, not begun]
    assert kept(desktop) != Preferences()


def test_everything_is_put_back_by_one_press(desktop: Desktop, qtbot: QtBot) -> None:
    desktop.appearance.keep(Preferences(ThemeChoice.DARK, 130, letter_keys=False))
    menu = opened(desktop, qtbot)
    back = next(b for b in menu.findChildren(LinkButton) if b.text() == "Put everything back")
    click(qtbot, back)

    assert kept(desktop) == Preferences()
    assert not back.isVisible()


def test_escape_closes_and_the_focus_goes_back(desktop: Desktop, qtbot: QtBot) -> None:
    menu = opened(desktop, qtbot)
    press(qtbot, Qt.Key.Key_Tab)
    press(qtbot, Qt.Key.Key_Escape)

    assert not menu.isVisible()
    assert desktop.window.bar.aa.hasFocus()


def test_the_button_closes_what_it_opened(desktop: Desktop, qtbot: QtBot) -> None:
    menu = opened(desktop, qtbot)
    click(qtbot, desktop.window.bar.aa)

    assert not menu.isVisible()
    assert not desktop.window.bar.aa.isChecked()


def test_a_press_beside_it_closes_it(desktop: Desktop, qtbot: QtBot) -> None:
    menu = opened(desktop, qtbot)
    viewport = desktop.rooms.reading.page.text.viewport()
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=QPoint(40, 300))

    assert not menu.isVisible()


def test_once_a_press_beside_it_has_closed_it_no_key_acts_in_it(
    desktop: Desktop, qtbot: QtBot
) -> None:
    """A press on what takes no focus left it in the hidden menu, and End made the text huge."""
    aa = opened(desktop, qtbot)
    click(qtbot, desktop.window.bar)
    press(qtbot, Qt.Key.Key_End)

    assert aa.isHidden()
    assert desktop.window.bar.aa.hasFocus()
    assert kept(desktop).text_size == 100


def test_going_to_another_page_closes_it(desktop: Desktop, qtbot: QtBot) -> None:
    menu = opened(desktop, qtbot)
    qtbot.keyClick(menu, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)

    assert desktop.window.page is desktop.home
    assert not menu.isVisible()


@pytest.mark.parametrize("size", TEXT_SIZES)
@pytest.mark.parametrize("window", [(1366, 768), (1366, 640), (760, 480)])
def test_it_stays_within_the_window(
    desktop: Desktop, qtbot: QtBot, size: int, window: tuple[int, int]
) -> None:
    desktop.appearance.keep(replace(desktop.appearance.preferences, text_size=size))
    desktop.window.resize(*window)
    menu = opened(desktop, qtbot)

    assert desktop.window.rect().contains(menu.geometry())
    assert menu.geometry().top() >= desktop.window.bar.height()


def test_larger_text_chosen_in_it_makes_it_larger_at_once(desktop: Desktop, qtbot: QtBot) -> None:
    menu = opened(desktop, qtbot)
    before = menu.width()
    press(qtbot, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: menu.width() > before)

    assert desktop.window.rect().contains(menu.geometry())
    assert focused() == "200"


def test_while_the_system_decides_there_are_no_cards(
    desktop: Desktop, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(appearance_module, "wants_contrast", lambda: True)
    menu = opened(desktop, qtbot)

    assert not any(card.isVisible() for card in menu.findChildren(ColourCard))
    assert next(each.text() for each in menu.decided_words()) == "Your system decides"


def test_screen_readers_hear_radio_buttons_and_check_boxes(desktop: Desktop, qtbot: QtBot) -> None:
    menu = opened(desktop, qtbot)

    def role(widget: QWidget) -> QAccessible.Role:
        return QAccessible.queryAccessibleInterface(widget).role()

    assert {role(card) for card in menu.findChildren(ColourCard)} == {QAccessible.Role.RadioButton}
    assert {role(each) for each in menu.findChildren(Switch)} == {QAccessible.Role.CheckBox}


def test_a_setting_is_there_again_at_the_next_start(open_desktop: Opened, qtbot: QtBot) -> None:
    first = open_desktop()
    menu = opened(first, qtbot)
    press(qtbot, Qt.Key.Key_Right)
    click(qtbot, next(each for each in menu.findChildren(Switch) if "movement" in each.text()))
    first.window.hide()

    second = open_desktop()

    assert second.appearance.preferences == Preferences(text_size=115, less_movement=True)


def test_the_narrow_bars_menu_leads_to_every_place_and_the_settings(
    desktop: Desktop, qtbot: QtBot
) -> None:
    desktop.appearance.keep(Preferences(text_size=200))
    desktop.ways.go_home()
    bar = desktop.window.bar
    click(qtbot, bar.menu)
    items = {item.text(): item for item in desktop.help.menu.findChildren(MenuItem)}
    assert items["Home"].isChecked()
    assert items["Home"].hasFocus()

    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Return)
    assert desktop.window.page is desktop.rooms.lists.policies
    assert not desktop.help.menu.isVisible()

    click(qtbot, bar.menu)
    click(qtbot, items["Text size and colours"])
    assert desktop.help.aa.isVisible()
    assert not desktop.help.menu.isVisible()
