"""The first start, through the whole window."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from handbook.app.bar import NavTab
from handbook.app.desktop import Desktop
from handbook.app.first_run.keeps import KEPT, NEVER
from handbook.app.first_run.page import FirstRunPage
from handbook.app.look.look import Look
from handbook.app.services import Services
from handbook.domain.audience import Audience
from handbook.domain.opening import Opening
from handbook.domain.policy import Confirm
from handbook.state.bookmarks import BookmarkStore
from handbook.state.last_place import PlaceStore
from handbook.state.managed import Managed
from handbook.state.preferences import PreferenceStore
from handbook.state.store import open_store
from tests.app.conftest import Opened
from tests.cases import FIXTURES

QUERY = "zebra crossing quagga"


class Starts:
    """Starts the window as on one machine, again and again."""

    def __init__(self, qtbot: QtBot, folder: Path, content: Path) -> None:
        self._qtbot = qtbot
        self.folder = folder
        self._content = content
        self._store = open_store(folder)
        self.managed = Managed()
        self._desktops: list[Desktop] = []

    def __call__(self, opening: Opening | None = None) -> Desktop:
        services = Services(
            content=self._content,
            cache=self.folder / "cache",
            preferences=PreferenceStore(self._store),
            today=lambda: date(2026, 11, 21),
            bookmarks=BookmarkStore(self._store),
            places=PlaceStore(self._store),
            managed=self.managed,
        )
        desktop = Desktop(Look(), services)
        self._desktops.append(desktop)
        self._qtbot.addWidget(desktop.window)
        desktop.start(opening or Opening(), asks_role=True)
        self._qtbot.waitUntil(lambda: desktop.is_ready, timeout=20_000)
        with self._qtbot.waitActive(desktop.window):
            desktop.window.activateWindow()
        return desktop

    def end(self) -> None:
        for desktop in self._desktops:
            desktop.close()
        self._store.close()


@pytest.fixture
def start(qtbot: QtBot, tmp_path: Path) -> Iterator[Starts]:
    starts = Starts(qtbot, tmp_path, FIXTURES / "handbook")
    yield starts
    starts.end()


def press(qtbot: QtBot, key: Qt.Key) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, key)


def button(desktop: Desktop, text: str) -> QPushButton:
    found = desktop.welcome.first_run.findChildren(QPushButton)
    return next(each for each in found if each.text() == text)


def shown(desktop: Desktop) -> str:
    labels = desktop.window.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def test_the_first_start_asks_once(start: Starts, qtbot: QtBot) -> None:
    first = start()
    assert isinstance(first.window.page, FirstRunPage)
    press(qtbot, Qt.Key.Key_3)
    press(qtbot, Qt.Key.Key_Return)

    assert first.appearance.preferences.audience is Audience.GOVERNORS
    first.window.hide()
    assert (second := start()).window.page is second.home


def test_not_now_asks_again_at_the_next_start(start: Starts, qtbot: QtBot) -> None:
    first = start()
    qtbot.mouseClick(button(first, "Not now"), Qt.MouseButton.LeftButton)

    assert first.window.page is first.home
    assert first.appearance.preferences.audience is None
    first.window.hide()
    assert (second := start()).window.page is second.welcome.first_run


def test_arrows_choose_and_the_button_opens(start: Starts, qtbot: QtBot) -> None:
    desktop = start()
    opens = button(desktop, "Open the handbook")
    qtbot.mouseClick(opens, Qt.MouseButton.LeftButton)
    assert desktop.window.page is desktop.welcome.first_run
    assert "Choose what you do here first" in shown(desktop)

    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Up)
    press(qtbot, Qt.Key.Key_Up)
    qtbot.mouseClick(opens, Qt.MouseButton.LeftButton)
    assert desktop.appearance.preferences.audience is Audience.VOLUNTEERS


def test_a_link_is_opened_before_anything_is_asked(start: Starts) -> None:
    desktop = start(Opening.of("handbook:phones#photos"))

    assert desktop.window.page is desktop.rooms.reading.page


def test_a_concern_can_be_said_from_the_first_second(start: Starts, qtbot: QtBot) -> None:
    desktop = start()
    bar = desktop.window.bar
    concern = next(b for b in bar.findChildren(QPushButton) if b.text() == "I have a concern")
    assert not [tab for tab in bar.findChildren(NavTab) if tab.isVisible()]
    qtbot.mouseClick(concern, Qt.MouseButton.LeftButton)

    assert desktop.window.page is desktop.rooms.journeys.wizard
    desktop.back_from_wizard()
    assert all(tab.isVisible() for tab in bar.findChildren(NavTab))


def test_names_that_are_missing_are_said(start: Starts) -> None:
    text = shown(start())

    assert "not filled in yet" in text


def test_what_is_chosen_can_be_changed_beside_the_list(start: Starts, qtbot: QtBot) -> None:
    desktop = start()
    press(qtbot, Qt.Key.Key_1)
    press(qtbot, Qt.Key.Key_Return)
    change = next(
        each for each in desktop.home.findChildren(QPushButton) if each.text() == "For teachers"
    )
    qtbot.mouseClick(change, Qt.MouseButton.LeftButton)
    assert desktop.window.page is desktop.welcome.first_run
    press(qtbot, Qt.Key.Key_2)
    press(qtbot, Qt.Key.Key_Return)

    assert change.text() == "For support staff"


def test_the_list_to_read_follows_the_role_and_nothing_else_does(
    open_desktop: Opened,
) -> None:
    desktop = open_desktop()
    summary = desktop.library.summary
    cards = tuple(
        replace(card, confirm=Confirm.YEARLY, applies_to=("governors",)) for card in summary.cards
    )
    rows = []
    for audience in (None, Audience.TEACHERS, Audience.GOVERNORS):
        desktop.appearance.keep(replace(desktop.appearance.preferences, audience=audience))
        desktop.welcome.show(replace(summary, cards=cards))
        rows.append(len(desktop.home.lists.to_read.rows()))

    assert rows == [0, 0, len(cards)]
    desktop.ways.open_policies()
    assert len(desktop.library.policies) == len(cards)


def digests(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_what_the_page_says_is_never_kept_is_never_kept(start: Starts, qtbot: QtBot) -> None:
    assert [said.split()[0] for said in NEVER] == ["What", "Anything", "A"]
    desktop = start()
    press(qtbot, Qt.Key.Key_1)
    press(qtbot, Qt.Key.Key_Return)
    desktop.ways.open_search('"phones"')  # makes the index that phrases need
    qtbot.waitUntil(lambda: bool(desktop.rooms.searching.page.hits), timeout=20_000)
    before = digests(start.folder)
    desktop.ways.open_search(QUERY)
    desktop.ways.open_search(f'"{QUERY}"')
    qtbot.waitUntil(lambda: desktop.rooms.searching.page.is_empty, timeout=20_000)
    desktop.open_concern()
    press(qtbot, Qt.Key.Key_2)
    press(qtbot, Qt.Key.Key_1)
    outcome = desktop.rooms.journeys.outcome
    next(b for b in outcome.findChildren(QPushButton) if b.text() == "Write a record").click()
    assert desktop.window.page is desktop.rooms.journeys.record
    qtbot.keyClicks(QApplication.focusWidget(), QUERY)
    desktop.back_from_wizard()
    desktop.close()

    assert digests(start.folder) == before
    for path in start.folder.rglob("*"):
        if path.is_file():
            assert b"quagga" not in path.read_bytes()


def test_what_the_page_says_is_kept_is_kept(start: Starts, qtbot: QtBot) -> None:
    assert len(KEPT) == 4
    desktop = start()
    press(qtbot, Qt.Key.Key_4)
    press(qtbot, Qt.Key.Key_Return)
    desktop.appearance.bigger_text()
    desktop.window.hide()
    kept = start().appearance.preferences

    assert (kept.audience, kept.text_size) == (Audience.VOLUNTEERS, 115)


def test_a_role_that_the_school_has_set_is_told_and_not_asked(start: Starts, qtbot: QtBot) -> None:
    start.managed = Managed(source="a policy", role=Audience.SUPPORT_STAFF)
    first = start()
    page = first.welcome.first_run
    assert first.window.page is page
    assert "Your school has set: Support staff" in shown(first)
    assert not any(card.isVisible() for card in page.cards)
    assert not button(first, "Not now").isVisible()

    press(qtbot, Qt.Key.Key_1)
    assert page.isVisible()
    press(qtbot, Qt.Key.Key_Return)

    assert first.home.isVisible()
    assert "For support staff" in [b.text() for b in first.home.findChildren(QPushButton)]
    first.window.hide()
    assert (second := start()).window.page is second.home


def test_the_schools_role_goes_before_what_was_chosen(start: Starts, qtbot: QtBot) -> None:
    first = start()
    press(qtbot, Qt.Key.Key_1)
    press(qtbot, Qt.Key.Key_Return)
    first.window.hide()

    start.managed = Managed(source="a policy", role=Audience.GOVERNORS)
    second = start()
    assert "For governors" in [b.text() for b in second.home.findChildren(QPushButton)]
    names = [b.accessibleName() for b in second.home.findChildren(QPushButton)]
    assert "To read: For governors, set by your school" in names
    second.home.audience_pressed.emit()
    assert "Your school has set: Governor" in shown(second)
    second.window.hide()

    start.managed = Managed()
    third = start()
    assert "For teachers" in [b.text() for b in third.home.findChildren(QPushButton)]
