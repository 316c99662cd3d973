"""Saving clauses through the whole window, over several starts on one laptop."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from handbook.app.bar import NavTab
from handbook.app.desktop import Desktop
from handbook.app.look.look import Look
from handbook.app.page import Nav
from handbook.app.services import Services
from handbook.app.widgets.button import LinkButton
from handbook.domain.clause_ref import ClauseRef
from handbook.state.bookmarks import BookmarkStore
from handbook.state.last_place import PlaceStore
from handbook.state.preferences import PreferenceStore
from handbook.state.store import open_store
from tests.cases import FIXTURES

PHOTOS = ClauseRef("phones", "photos")


class Laptop:
    """One machine: the program can be started on it again and again."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.bot, self.folder = qtbot, folder
        self.close: Callable[[], None] = lambda: None

    def start(self) -> Desktop:
        """End the program that runs, and start it anew."""
        self.close()
        store = open_store(self.folder)
        services = Services(
            content=FIXTURES / "handbook",
            cache=self.folder / "cache",
            preferences=PreferenceStore(store),
            bookmarks=BookmarkStore(store),
            places=PlaceStore(store),
        )
        desktop = Desktop(Look(), services)
        self.bot.addWidget(desktop.window)
        desktop.start()
        self.bot.waitUntil(lambda: desktop.is_ready, timeout=20_000)
        with self.bot.waitActive(desktop.window):
            desktop.window.activateWindow()

        def close() -> None:
            desktop.window.close()
            store.close()
            self.close = lambda: None

        self.close = close
        return desktop

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        self.bot.keyClick(focus, key, held or Qt.KeyboardModifier.NoModifier)

    def type(self, words: str) -> None:
        for letter in words:
            self.bot.keyClicks(QApplication.focusWidget(), letter)

    @property
    def written(self) -> bytes:
        """Every byte that the program left in its folder, but for what can be made anew."""
        files = (path for path in self.folder.iterdir() if path.is_file())
        return b"".join(path.read_bytes() for path in files)


@pytest.fixture
def laptop(qtbot: QtBot, tmp_path: Path) -> Iterator[Laptop]:
    laptop = Laptop(qtbot, tmp_path)
    yield laptop
    laptop.close()


def open_saved(laptop: Laptop, desktop: Desktop) -> None:
    tabs = desktop.window.bar.findChildren(NavTab)
    tab = next(tab for tab in tabs if tab.nav is Nav.SAVED)
    laptop.bot.mouseClick(tab, Qt.MouseButton.LeftButton)


def shown_texts(desktop: Desktop) -> list[str]:
    page = desktop.window.page
    assert page is not None
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def going_on(desktop: Desktop) -> LinkButton:
    buttons = desktop.home.findChildren(LinkButton)
    return next(each for each in buttons if each.text().startswith("Go on"))


def save_photos(laptop: Laptop) -> Desktop:
    desktop = laptop.start()
    desktop.ways.open_clause(PHOTOS)
    laptop.press(Qt.Key.Key_B)
    return desktop


def test_a_clause_saved_in_the_reader_has_a_note_and_is_there_after_a_restart(
    laptop: Laptop,
) -> None:
    desktop = save_photos(laptop)
    open_saved(laptop, desktop)
    assert desktop.window.page is desktop.rooms.lists.saved
    laptop.press(Qt.Key.Key_N)
    laptop.type("the school camera is in the office")
    laptop.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    desktop = laptop.start()
    open_saved(laptop, desktop)
    assert "the school camera is in the office" in shown_texts(desktop)
    laptop.press(Qt.Key.Key_Return)
    assert desktop.window.page is desktop.rooms.reading.page
    assert desktop.rooms.reading.page.text.current == "photos"


def test_a_note_that_is_open_when_the_window_closes_is_kept(laptop: Laptop) -> None:
    desktop = save_photos(laptop)
    open_saved(laptop, desktop)
    laptop.press(Qt.Key.Key_N)
    laptop.type("half a thought")

    desktop = laptop.start()
    open_saved(laptop, desktop)
    assert "half a thought" in shown_texts(desktop)


def test_alt_left_leads_back_to_what_was_saved(laptop: Laptop) -> None:
    desktop = save_photos(laptop)
    open_saved(laptop, desktop)
    laptop.press(Qt.Key.Key_Return)
    laptop.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)

    assert desktop.window.page is desktop.rooms.lists.saved


def test_the_next_start_offers_to_go_on_without_saying_where(laptop: Laptop) -> None:
    desktop = save_photos(laptop)
    laptop.press(Qt.Key.Key_J)
    stopped_at = desktop.rooms.reading.page.text.current

    desktop = laptop.start()
    assert desktop.window.page is desktop.home
    assert going_on(desktop).isVisible()
    said = " ".join([*shown_texts(desktop), going_on(desktop).toolTip()])
    assert "2.3" not in said
    laptop.bot.mouseClick(going_on(desktop), Qt.MouseButton.LeftButton)
    assert desktop.rooms.reading.page.text.current == stopped_at
    desktop.ways.go_home()
    assert not going_on(desktop).isVisible()


def test_where_nothing_is_saved_no_place_is_kept(laptop: Laptop) -> None:
    desktop = laptop.start()
    desktop.ways.open_clause(ClauseRef("visitors", "badges"))
    assert desktop.rooms.reading.page.text.current == "badges"
    desktop = laptop.start()

    assert not going_on(desktop).isVisible()
    assert b"visitors" not in laptop.written


def test_closing_elsewhere_keeps_no_place(laptop: Laptop) -> None:
    desktop = save_photos(laptop)
    desktop.ways.go_home()

    assert not going_on(laptop.start()).isVisible()


def test_a_journey_leaves_the_file_as_if_there_had_been_none(laptop: Laptop) -> None:
    """What was read before, and the neutral page after Leave quickly, are never offered."""
    save_photos(laptop)
    desktop = laptop.start()
    assert going_on(desktop).isVisible()
    before = laptop.written
    desktop.open_concern()
    for number in (Qt.Key.Key_2, Qt.Key.Key_1):
        laptop.press(number)
    desktop.leave_quickly()
    laptop.press(Qt.Key.Key_J)
    assert laptop.written == before

    desktop = laptop.start()
    assert not going_on(desktop).isVisible()
    desktop.ways.go_home()
    assert not going_on(desktop).isVisible()


def test_the_questions_end_the_offer(laptop: Laptop) -> None:
    save_photos(laptop)
    desktop = laptop.start()
    desktop.open_concern()
    desktop.back_from_wizard()

    assert desktop.window.page is desktop.home
    assert not going_on(desktop).isVisible()


def test_a_journey_from_the_reader_and_back_is_as_if_there_had_been_none(laptop: Laptop) -> None:
    desktop = save_photos(laptop)
    desktop.open_concern()
    laptop.press(Qt.Key.Key_2)
    desktop.back_from_wizard()
    assert desktop.window.page is desktop.rooms.reading.page
    desktop = laptop.start()
    laptop.bot.mouseClick(going_on(desktop), Qt.MouseButton.LeftButton)

    assert desktop.rooms.reading.page.text.current == "photos"


def test_no_key_saves_anything_within_the_wizard(laptop: Laptop) -> None:
    desktop = laptop.start()
    desktop.open_concern()
    for number in (Qt.Key.Key_2, Qt.Key.Key_1, Qt.Key.Key_B):
        laptop.press(number)
    assert desktop.window.page is desktop.rooms.journeys.outcome
    for link in desktop.rooms.journeys.outcome.findChildren(LinkButton):
        link.click()
        if (focus := QApplication.focusWidget()) is not None:
            laptop.bot.keyClick(focus, Qt.Key.Key_B)

    assert desktop.services.bookmarks.all() == ()
