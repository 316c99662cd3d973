"""The real window over a small handbook, every page of it ready to be opened."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from handbook import locations
from handbook.app.changes.views import State, Way
from handbook.app.desktop import Desktop
from handbook.app.history import AtHelp, AtSaved, Topic
from handbook.app.look.fonts import load_fonts
from handbook.app.look.look import Look
from handbook.app.look.tokens import Theme
from handbook.app.services import Services
from handbook.app.widgets.accessible import guide_screen_readers
from handbook.app.widgets.chip import Chip
from handbook.app.widgets.notice import WayOn
from handbook.domain.clause_ref import ClauseRef
from handbook.domain.links import Link, LinkKind
from handbook.domain.opening import Opening
from handbook.state.preferences import PreferenceStore
from handbook.state.store import open_store
from tests.app.pack.views import show_pack
from tests.app.sources.views import show_sources
from tests.cases import FIXTURES
from tests.confirmed import confirm_earlier
from tests.guided import guided_handbook
from tests.older import older_handbook

Opener = Callable[[Desktop, QtBot], None]


def _search(words: str) -> Opener:
    def open_it(desktop: Desktop, qtbot: QtBot) -> None:
        desktop.ways.open_search(words)
        page = desktop.rooms.searching.page
        qtbot.waitUntil(lambda: bool(page.hits) or page.is_empty, timeout=20_000)

    return open_it


def _journey(*numbers: int) -> Opener:
    def open_it(desktop: Desktop, qtbot: QtBot) -> None:
        desktop.open_concern()
        for number in numbers:
            focus = QApplication.focusWidget()
            assert focus is not None
            qtbot.keyClick(focus, Qt.Key(Qt.Key.Key_0 + number))

    return open_it


def _record(*, asks: bool = False) -> Opener:
    def open_it(desktop: Desktop, qtbot: QtBot) -> None:
        _journey(2, 1)(desktop, qtbot)
        buttons = desktop.rooms.journeys.outcome.findChildren(QAbstractButton)
        next(button for button in buttons if button.text() == "Write a record").click()
        if asks:
            qtbot.keyClicks(QApplication.focusWidget(), "An invoice.")
            desktop.rooms.journeys.record.back.click()

    return open_it


def _saved(*links: str) -> Opener:
    def open_it(desktop: Desktop, qtbot: QtBot) -> None:
        for ref in map(ClauseRef.parse, links):
            desktop.ways.open_clause(ref)
            desktop.rooms.reading.page.save_wanted.emit(ref)
            desktop.services.bookmarks.keep_note(ref, "A note.", datetime(2026, 11, 3, tzinfo=UTC))
        desktop.ways.go(AtSaved())
        qtbot.waitUntil(lambda: desktop.window.page is desktop.rooms.lists.saved)

    return open_it


def _nothing(desktop: Desktop, qtbot: QtBot) -> None:
    del desktop, qtbot


def _about(desktop: Desktop, qtbot: QtBot) -> None:
    desktop.ways.go(AtHelp(Topic.ABOUT))
    qtbot.mouseClick(desktop.help.about.findChildren(Chip)[0], Qt.MouseButton.LeftButton)


def _outside(desktop: Desktop, qtbot: QtBot) -> None:
    del qtbot
    desktop.ways.open_clause(ClauseRef("phones", "photos"))
    desktop.rooms.reading.page.link_chosen.emit(Link(LinkKind.WEB, "https://example.org/"))


def _preview(ref: ClauseRef | None) -> Opener:
    def open_it(desktop: Desktop, qtbot: QtBot) -> None:
        desktop.ways.open_paper(ref)
        sheets = desktop.rooms.paper.page.sheets
        qtbot.waitUntil(lambda: sheets.isVisible() and not sheets.waits, timeout=20_000)

    return open_it


def _changes(policy: str, way: Way = Way.MARKED) -> Opener:
    def open_it(desktop: Desktop, qtbot: QtBot) -> None:
        desktop.ways.open_changes(policy)
        rooms = desktop.rooms.changes
        qtbot.waitUntil(lambda: rooms.found is not None and rooms.found.is_whole, timeout=20_000)
        rooms.page.show_way(way)
        qtbot.wait(50)
        rooms.page.take_focus()

    return open_it


def _confirm(*answers: int) -> Opener:
    def open_it(desktop: Desktop, qtbot: QtBot) -> None:
        desktop.ways.open_clause(ClauseRef("phones"))
        desktop.ways.open_confirm("phones")
        presenter = desktop.rooms.confirming.presenter
        for question, answer in enumerate(answers, start=1):
            presenter.answered(question, answer)
        if answers == (2, 1):
            presenter.agreed(True)
            presenter.confirm()
        qtbot.wait(10)

    return open_it


def _first_version(desktop: Desktop, qtbot: QtBot) -> None:
    _changes("")(desktop, qtbot)
    desktop.rooms.changes.presenter.set_state(State.FIRST)
    qtbot.wait(50)
    desktop.rooms.changes.page.take_focus()


def _since(desktop: Desktop, qtbot: QtBot) -> None:
    confirm_earlier(desktop.services.confirmations)
    desktop.ways.open_confirm("phones", changes=True)
    page = desktop.rooms.confirming.since.page
    qtbot.waitUntil(lambda: page.view.count > 0, timeout=20_000)
    page.take_focus()


def _mine(desktop: Desktop, qtbot: QtBot) -> None:
    del qtbot
    confirm_earlier(desktop.services.confirmations)
    desktop.ways.open_policies()


def _reading_record(desktop: Desktop, qtbot: QtBot) -> None:
    confirm_earlier(desktop.services.confirmations)
    desktop.ways.open_confirmed()
    sheets = desktop.rooms.paper.page.sheets
    qtbot.waitUntil(lambda: sheets.isVisible() and not sheets.waits, timeout=20_000)


def _seen(desktop: Desktop, qtbot: QtBot) -> None:
    _journey(2)(desktop, qtbot)
    desktop.rooms.journeys.wizard.bar.seen_asked.emit()


def _wrong_clock(open_it: Callable[[Desktop], None]) -> Opener:
    def opened(desktop: Desktop, qtbot: QtBot) -> None:
        del qtbot
        desktop.services.latest_day.keep(date(2027, 3, 1))
        open_it(desktop)

    return opened


PAGES: dict[str, Opener] = {
    "home": _nothing,
    "home-clock": _wrong_clock(lambda desktop: desktop.ways.go_home()),
    "about-clock": _wrong_clock(lambda desktop: desktop.ways.go(AtHelp(Topic.ABOUT))),
    "odd-link": lambda desktop, _: desktop.open(Opening.of("handbook:gone")),
    "first-run": lambda desktop, _: desktop.welcome.ask(),
    "search": _search("pics on my phone"),
    "nothing-found": _search("trampoline"),
    "reader": lambda desktop, _: desktop.ways.open_clause(ClauseRef("phones", "photos")),
    "overdue": lambda desktop, _: desktop.ways.open_clause(ClauseRef("visitors")),
    "link-outside": _outside,
    "policies": lambda desktop, _: desktop.ways.open_policies(),
    "policies-mine": _mine,
    "reading-record": _reading_record,
    "confirm-unread": lambda desktop, _: desktop.ways.open_confirm("visitors"),
    "confirm": _confirm(1, 1),
    "confirmed": _confirm(2, 1),
    "since-confirmed": _since,
    "nothing-saved": lambda desktop, _: desktop.ways.go(AtSaved()),
    "saved": _saved("phones#photos", "visitors#badges"),
    "preview": _preview(ClauseRef("phones", "photos")),
    "preview-all": _preview(None),
    "changes": _changes(""),
    "changes-of-one": _changes("phones"),
    "changes-side-by-side": _changes("phones", Way.SIDES),
    "changes-in-words": _changes("phones", Way.WORDS),
    "no-changes": _changes("visitors"),
    "first-version": _first_version,
    "wizard": _journey(),
    "second-question": _journey(2),
    "outcome": _journey(2, 1),
    "two-routes": _journey(2, 3),
    "emergency": _journey(1),
    "seen": _seen,
    "record": _record(),
    "record-asks": _record(asks=True),
    "keys": lambda desktop, _: desktop.ways.go(AtHelp(Topic.KEYS)),
    "about": _about,
    "sources": lambda desktop, _: show_sources(desktop),
    "updated": lambda desktop, _: desktop.say(
        "Your policies were updated. You are reading version 2 now.",
        WayOn("What changed", desktop.ways.open_changes),
    ),
    "pack-first": lambda desktop, _: show_pack(desktop, "pack-first").take_focus(),
    "pack-refused": lambda desktop, _: show_pack(desktop, "pack-refused").take_focus(),
    "aa": lambda desktop, _: desktop.help.open_aa(),
}
"""How each page is opened, in each of its states."""


@pytest.fixture(scope="module", autouse=True)
def _heard(qapp: QApplication) -> Iterator[None]:
    qapp.setStyle("Fusion")
    qapp.setCursorFlashTime(0)
    load_fonts(locations.resources() / "fonts")
    guide_screen_readers()
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)  # every widget of every other test would be followed too


@pytest.fixture
def theme() -> Theme:
    return Theme.LIGHT


@pytest.fixture
def desktop(qtbot: QtBot, qapp: QApplication, tmp_path: Path, theme: Theme) -> Iterator[Desktop]:
    store = open_store(tmp_path)
    services = Services(
        content=guided_handbook(tmp_path / "content"),
        cache=tmp_path / "cache",
        preferences=PreferenceStore(store),
        today=lambda: date(2026, 11, 21),
        before=older_handbook(tmp_path / "before", FIXTURES / "handbook"),
    )
    look = Look(theme)
    look.apply(qapp)
    desktop = Desktop(look, services)
    qtbot.addWidget(desktop.window)
    desktop.start()
    qtbot.waitUntil(lambda: desktop.is_ready, timeout=20_000)
    with qtbot.waitActive(desktop.window):
        desktop.window.activateWindow()
    yield desktop
    desktop.close()
    store.close()


@pytest.fixture(params=PAGES)
def page(request: pytest.FixtureRequest, desktop: Desktop, qtbot: QtBot) -> str:
    """Opens each page in turn; the name of its state."""
    name = str(request.param)
    PAGES[name](desktop, qtbot)
    qtbot.wait(50)  # layouts settle in the event loop
    return name
