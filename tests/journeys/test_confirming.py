"""From Home to the receipt in the school's folder, and what is left behind on the way."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from handbook.app.changes.views import State
from handbook.app.confirm.page import ConfirmPage
from handbook.app.confirm.way_in import WayIn
from handbook.app.desktop import Desktop
from handbook.app.look.look import Look
from handbook.app.page import Page
from handbook.app.paper.paper import Paper
from handbook.app.policies.rows import PolicyRowButton
from handbook.app.services import Services
from handbook.app.widgets.list_row import ListRow
from handbook.app.widgets.rail import RailChoice
from handbook.domain.audience import Audience
from handbook.domain.clause_ref import ClauseRef
from handbook.domain.receipt import Receipt
from handbook.state.confirmations import ConfirmationStore
from handbook.state.managed import Managed
from handbook.state.preferences import Preferences, PreferenceStore
from handbook.state.store import open_store
from tests import confirmed
from tests.cases import FIXTURES

TODAY = date(2026, 11, 21)
Starts = Callable[..., Desktop]


class Laptop:
    """The window over one data folder, each start with what was kept."""

    def __init__(self, bot: QtBot, folder: Path) -> None:
        self.bot, self.folder = bot, folder
        self.today = TODAY
        self.managed = Managed()
        self._open: list[tuple[Desktop, sqlite3.Connection]] = []

    def start(self) -> Desktop:
        store = open_store(self.folder)
        preferences = PreferenceStore(store)
        preferences.keep(Preferences(audience=Audience.TEACHERS))
        services = Services(
            content=FIXTURES / "handbook",
            cache=self.folder / "cache",
            preferences=preferences,
            confirmations=ConfirmationStore(store),
            today=lambda: self.today,
            managed=self.managed,
        )
        desktop = Desktop(Look(), services)
        self._open.append((desktop, store))
        self.bot.addWidget(desktop.window)
        desktop.start()
        self.bot.waitUntil(lambda: desktop.is_ready, timeout=20_000)
        with self.bot.waitActive(desktop.window):
            desktop.window.activateWindow()
        return desktop

    def end(self) -> None:
        while self._open:
            desktop, store = self._open.pop()
            desktop.window.hide()
            desktop.close()
            store.close()

    def dump(self) -> str:
        connection = sqlite3.connect(self.folder / "handbook.db")
        try:
            return "\n".join(connection.iterdump())
        finally:
            connection.close()


@pytest.fixture
def laptop(qtbot: QtBot, tmp_path: Path) -> Iterator[Laptop]:
    laptop = Laptop(qtbot, tmp_path / "data")
    yield laptop
    laptop.end()


def rows(desktop: Desktop) -> list[str]:
    return [row.accessibleName() for row in desktop.home.lists.to_read.rows()]


def row(desktop: Desktop, title: str) -> ListRow:
    found = desktop.home.lists.to_read.rows()
    return next(each for each in found if each.accessibleName().startswith(title))


def way_in(desktop: Desktop) -> WayIn | None:
    return next(iter(desktop.rooms.reading.page.findChildren(WayIn)), None)


def press(bot: QtBot, *keys: Qt.Key) -> None:
    for key in keys:
        focus = QApplication.focusWidget()
        assert focus is not None
        bot.keyClick(focus, key)


def confirm_phones(desktop: Desktop, bot: QtBot) -> None:
    row(desktop, "Phones on trips").click()
    strip = way_in(desktop)
    assert strip is not None
    strip.button.click()
    press(bot, Qt.Key.Key_2, Qt.Key.Key_1, Qt.Key.Key_Space, Qt.Key.Key_Return)


def test_from_home_to_confirmed(laptop: Laptop, qtbot: QtBot) -> None:
    desktop = laptop.start()
    assert rows(desktop) == [
        "Visitors. Due 5 Dec, 1 min read",
        "Phones on trips. Due 5 Dec, 1 min read",
    ]
    confirm_phones(desktop, qtbot)

    desktop.ways.go_home()
    assert rows(desktop) == [
        "Visitors. Due 5 Dec, 1 min read",
        "Phones on trips. Done, You confirmed version 2.1 on 21 Nov",
    ]
    (kept,) = desktop.services.confirmations.all()
    assert (kept.policy, kept.version, kept.day) == ("phones", "2.1", TODAY)
    source = (FIXTURES / "handbook" / "policies" / "phones.md").read_text("utf-8")
    assert desktop.services.confirmations.text("phones") == source
    desktop.ways.open_clause(ClauseRef("phones"))
    assert (strip := way_in(desktop)) is not None
    assert strip.isHidden()


def test_the_list_of_policies_says_so_too(laptop: Laptop, qtbot: QtBot) -> None:
    desktop = laptop.start()
    confirm_phones(desktop, qtbot)
    desktop.ways.open_policies()
    page = desktop.rooms.lists.policies
    named = [each.accessibleName() for each in page.findChildren(PolicyRowButton)]
    assert any("Confirmed on 21 November 2026" in name for name in named)
    assert any("Confirm by 5 Dec 1 minute to read" in name for name in named)
    choices = page.findChildren(RailChoice)
    next(each for each in choices if each.text() == "To read and confirm").click()

    assert [each.accessibleName().partition(".")[0] for each in page._rows] == ["Visitors"]


def test_what_was_confirmed_goes_to_paper_and_nothing_else_does(
    laptop: Laptop, qtbot: QtBot
) -> None:
    desktop = laptop.start()
    desktop.ways.open_search("trampoline")
    confirm_phones(desktop, qtbot)
    page = desktop.rooms.confirming.page
    buttons = page.findChildren(QAbstractButton)
    next(each for each in buttons if each.text() == "My reading record").click()
    preview = desktop.rooms.paper.page
    qtbot.waitUntil(preview.sheets.isVisible, timeout=20_000)
    sheets = preview.sheets._sheets
    assert isinstance(sheets, Paper)
    words = sheets.document.toPlainText()

    assert "Phones on trips" in words
    assert "21 November 2026" in words
    assert "trampoline" not in words
    assert "Visitors" not in words
    desktop.ways.back()
    assert page.isVisible()


def test_going_on_in_a_later_sitting(laptop: Laptop, qtbot: QtBot) -> None:
    row(laptop.start(), "Phones on trips").click()
    laptop.end()
    desktop = laptop.start()
    row(desktop, "Phones on trips").click()

    assert isinstance(desktop.window.page, ConfirmPage)
    press(qtbot, Qt.Key.Key_2, Qt.Key.Key_1, Qt.Key.Key_Space, Qt.Key.Key_Return)
    assert len(desktop.services.confirmations.all()) == 1


def test_reading_by_itself_leaves_no_trace(laptop: Laptop, qtbot: QtBot) -> None:
    laptop.start()
    laptop.end()
    before = laptop.dump()
    desktop = laptop.start()
    desktop.ways.open_clause(ClauseRef("phones", "photos"))
    desktop.ways.open_confirm("phones")
    press(qtbot, Qt.Key.Key_1)
    desktop.ways.open_clause(ClauseRef("visitors"))
    laptop.end()

    assert laptop.dump() == before


def test_the_receipt_goes_to_the_schools_folder_once_it_is_there(
    laptop: Laptop, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "share"
    laptop.managed = Managed(receipts_folder=folder)
    desktop = laptop.start()
    qtbot.waitUntil(lambda: desktop.rooms.confirming.carrier is not None, timeout=20_000)
    confirm_phones(desktop, qtbot)
    carrier = desktop.rooms.confirming.carrier
    assert carrier is not None
    qtbot.waitUntil(lambda: bool(carrier.problem))
    assert "The receipt waits" in _kept(desktop)
    laptop.end()

    folder.mkdir()
    desktop = laptop.start()
    qtbot.waitUntil(lambda: desktop.rooms.confirming.carrier is not None, timeout=20_000)
    desktop.ways.open_confirm("phones")
    again = desktop.rooms.confirming.carrier
    assert again is not None
    again.go()
    qtbot.waitUntil(lambda: "is in the school’s folder" in _kept(desktop))

    (file,) = folder.iterdir()
    receipt = Receipt.parse(file.read_bytes(), file.name)
    assert (receipt.policy, receipt.version) == ("phones", "2.1")


def _kept(desktop: Desktop) -> str:
    return desktop.rooms.confirming.page.sheet._kept.text()


def test_a_school_may_ask_nobody(laptop: Laptop) -> None:
    laptop.managed = Managed(confirmations=False)
    desktop = laptop.start()
    desktop.ways.open_clause(ClauseRef("phones"))

    assert way_in(desktop) is None
    assert rows(desktop) == [
        "Visitors. Read once, 1 min read",
        "Phones on trips. Read each year, 1 min read",
    ]


def test_going_back_leads_from_the_page_to_the_policy(laptop: Laptop, qtbot: QtBot) -> None:
    desktop = laptop.start()
    row(desktop, "Phones on trips").click()
    desktop.ways.open_confirm("phones")
    press(qtbot, Qt.Key.Key_1)
    read = desktop.rooms.confirming.page.sheet.blocks[0].read
    assert read is not None
    read.click()
    shown: Page | None = desktop.window.page
    assert shown is desktop.rooms.reading.page
    assert desktop.rooms.reading.page.text.current == "photos"
    desktop.ways.back()

    page = desktop.rooms.confirming.page
    shown = desktop.window.page
    assert shown is page
    assert page.sheet.blocks[0].read is not None
    desktop.ways.back()
    shown = desktop.window.page
    assert shown is desktop.rooms.reading.page


def test_whoever_has_a_question_is_told_whom_to_ask(laptop: Laptop) -> None:
    desktop = laptop.start()
    desktop.ways.open_confirm("phones")
    page = desktop.rooms.confirming.page
    page.box.ask.click()

    assert page.notice.isVisible()


def confirm_earlier(laptop: Laptop, *, keeps_text: bool = True) -> None:
    store = open_store(laptop.folder)
    confirmed.confirm_earlier(ConfirmationStore(store))
    if not keeps_text:
        store.execute("DELETE FROM confirmed_text")
    store.close()


def test_a_new_version_is_read_by_its_changes_and_confirmed_there(
    laptop: Laptop, qtbot: QtBot
) -> None:
    confirm_earlier(laptop)
    desktop = laptop.start()
    assert "New since you confirmed 2.0" in row(desktop, "Phones on trips").accessibleName()
    row(desktop, "Phones on trips").click()
    since = desktop.rooms.confirming.since
    assert desktop.window.page is since.page
    qtbot.waitUntil(lambda: since.page.view.count == 1, timeout=20_000)
    assert since.box.tick.text() == "I have read these changes and will follow them"

    since.box.tick.click()
    since.box.confirm.click()
    page = desktop.rooms.confirming.page
    shown: Page | None = desktop.window.page
    assert shown is page  # two points are to be checked first
    QApplication.processEvents()
    press(qtbot, Qt.Key.Key_2, Qt.Key.Key_1)
    page.box.confirm.click()

    assert desktop.services.confirmations.last()["phones"].version == "2.1"


def test_without_questions_it_is_confirmed_under_the_changes(
    laptop: Laptop, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handbook.app.confirm.sitting.Sitting.questions", ())
    confirm_earlier(laptop)
    desktop = laptop.start()
    row(desktop, "Phones on trips").click()
    since = desktop.rooms.confirming.since
    qtbot.waitUntil(lambda: since.page.view.count == 1, timeout=20_000)
    since.box.tick.click()
    since.box.confirm.click()

    assert isinstance(desktop.window.page, ConfirmPage)
    assert desktop.services.confirmations.last()["phones"].version == "2.1"
    desktop.ways.back()
    assert isinstance(desktop.window.page, ConfirmPage)  # there is nothing to compare any more


def test_without_the_text_of_then_the_whole_is_read(laptop: Laptop) -> None:
    confirm_earlier(laptop, keeps_text=False)
    desktop = laptop.start()
    row(desktop, "Phones on trips").click()

    assert desktop.window.page is desktop.rooms.reading.page


def test_a_text_that_cannot_be_read_any_more_is_said(laptop: Laptop, qtbot: QtBot) -> None:
    confirm_earlier(laptop)
    desktop = laptop.start()
    broken = zlib.compress(b"---\ntitle: [\n---\n")
    kept = desktop.services.confirmations._connection
    kept.execute("UPDATE confirmed_text SET source = ?", (broken,))
    desktop.ways.open_confirm("phones", changes=True)
    page = desktop.rooms.confirming.since.page
    qtbot.waitUntil(lambda: page.view.state is State.UNREADABLE, timeout=20_000)


def test_the_whole_can_be_read_instead_of_the_changes(laptop: Laptop) -> None:
    confirm_earlier(laptop)
    desktop = laptop.start()
    desktop.ways.open_confirm("phones")
    sheet = desktop.rooms.confirming.page.sheet
    assert sheet.read.text() == "Read the changes"
    sheet.whole_pressed.emit()

    assert desktop.window.page is desktop.rooms.reading.page
