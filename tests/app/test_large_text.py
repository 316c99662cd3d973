"""Large text and narrow windows: one column, nothing cut off at the side."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QDeadlineTimer, QPoint, Qt, QThread
from PySide6.QtWidgets import QApplication, QScrollArea, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from handbook.app.desktop import Desktop
from handbook.app.history import AtHelp, Topic
from handbook.app.home.cards import ConcernCard
from handbook.app.home.lists import ListColumn
from handbook.app.outcome.band import Band
from handbook.app.outcome.body import RouteBody
from handbook.app.outcome.changing import AnswersBody
from handbook.app.policies.rail import Rail
from handbook.app.widgets.chip import Chip
from handbook.app.widgets.field import SearchField
from handbook.domain.clause_ref import ClauseRef

WIDE, NARROW = (1366, 768), (760, 600)


def at_outcome(desktop: Desktop) -> None:
    desktop.open_concern()
    for key in (Qt.Key.Key_2, Qt.Key.Key_1):
        press(key)


def at_confirm(desktop: Desktop) -> None:
    desktop.ways.open_clause(ClauseRef("phones"))
    desktop.ways.open_confirm("phones")


def at_changes(desktop: Desktop) -> None:
    desktop.ways.open_changes("phones")
    page = desktop.rooms.changes.page
    until = QDeadlineTimer(20_000)
    while not page.text.sheet.changes and not until.hasExpired():
        QApplication.processEvents()
        QThread.msleep(5)


def press(key: Qt.Key) -> None:
    from PySide6.QtTest import QTest

    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)


PAGES: dict[str, Callable[[Desktop], None]] = {
    "home": lambda desktop: desktop.ways.go_home(),
    "search": lambda desktop: desktop.ways.open_search("phone"),
    "policies": lambda desktop: desktop.ways.open_policies(),
    "changes": at_changes,
    "reader": lambda desktop: desktop.ways.open_clause(ClauseRef("phones", "photos")),
    "confirm": at_confirm,
    "saved": lambda desktop: desktop.rooms.lists.show_saved(),
    "wizard": Desktop.open_concern,
    "outcome": at_outcome,
    "keys": lambda desktop: desktop.ways.go(AtHelp(Topic.KEYS)),
    "about": lambda desktop: desktop.ways.go(AtHelp(Topic.ABOUT)),
}


def show(desktop: Desktop, qtbot: QtBot, name: str, size: tuple[int, int], text: int) -> QWidget:
    desktop.window.resize(*size)
    desktop.appearance.keep(replace(desktop.appearance.preferences, text_size=text))
    PAGES[name](desktop)
    qtbot.waitUntil(lambda: desktop.window.width() == size[0])
    QApplication.processEvents()
    page = desktop.window.page
    assert page is not None
    return page


def left_of(widget: QWidget, page: QWidget) -> int:
    return widget.mapTo(page, QPoint(0, 0)).x()


def too_wide(page: QWidget) -> list[QWidget]:
    shown = [area for area in page.findChildren(QScrollArea) if area.isVisible()]
    found = [(area.widget(), area.viewport().width()) for area in shown]
    return [inner for inner, room in found if inner is not None and inner.width() > room]


@pytest.mark.parametrize("text", [100, 150, 200])
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=str)
@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_wider_than_the_window(
    desktop: Desktop, qtbot: QtBot, name: str, size: tuple[int, int], text: int
) -> None:
    page = show(desktop, qtbot, name, size, text)

    qtbot.waitUntil(lambda: not too_wide(page))
    for edit in page.findChildren(QTextEdit):
        assert not edit.horizontalScrollBar().isVisible()
    assert page.width() <= size[0]


def test_home_is_one_column_in_the_largest_text(desktop: Desktop, qtbot: QtBot) -> None:
    page = show(desktop, qtbot, "home", WIDE, 200)
    (card,), lists = page.findChildren(ConcernCard), page.findChildren(ListColumn)

    qtbot.waitUntil(lambda: len({left_of(each, page) for each in lists}) == 1)
    assert abs(left_of(card, page) - left_of(page.findChildren(SearchField)[0], page)) < 12


def test_without_room_for_the_rail_collections_stand_above_the_list(
    desktop: Desktop, qtbot: QtBot
) -> None:
    page = show(desktop, qtbot, "policies", WIDE, 200)
    (rail,) = page.findChildren(Rail)
    assert not rail.isVisible()

    chips = [chip.text() for chip in page.findChildren(Chip) if chip.isVisible()]
    assert "Online and data" in chips
    desktop.appearance.usual_text()
    assert rail.isVisible()


@pytest.mark.parametrize(
    ("size", "text", "pinned"),
    [(WIDE, 100, True), (WIDE, 150, True), (WIDE, 200, False), (NARROW, 100, True)],
)
def test_the_band_scrolls_where_it_would_leave_too_little_room(
    desktop: Desktop, qtbot: QtBot, size: tuple[int, int], text: int, pinned: bool
) -> None:
    page = show(desktop, qtbot, "outcome", size, text)
    (band,) = page.findChildren(Band)
    (body,) = [each for each in page.findChildren(RouteBody) if each.isVisible()]
    scrolls = [area for area in page.findChildren(QScrollArea) if area.isAncestorOf(band)]

    qtbot.waitUntil(
        lambda: (
            [a for a in page.findChildren(QScrollArea) if a.isAncestorOf(band)] == []
            if pinned
            else body.parentWidget() is band.parentWidget()
        )
    )
    assert band.isVisible()
    assert scrolls is not None


def test_the_band_is_pinned_again_in_usual_text(desktop: Desktop, qtbot: QtBot) -> None:
    page = show(desktop, qtbot, "outcome", WIDE, 200)
    (band,) = page.findChildren(Band)
    qtbot.waitUntil(lambda: band.parentWidget() is not page)
    desktop.appearance.usual_text()

    qtbot.waitUntil(lambda: band.parentWidget() is page)
    assert band.geometry().top() > 0


def test_your_answers_begin_where_the_band_begins(desktop: Desktop, qtbot: QtBot) -> None:
    page = show(desktop, qtbot, "outcome", WIDE, 100)
    change = next(b for b in page.findChildren(QWidget) if b.accessibleName().startswith("Change"))
    qtbot.mouseClick(change, Qt.MouseButton.LeftButton)
    (answers,), (band,) = page.findChildren(AnswersBody), page.findChildren(Band)
    caption = next(w for w in band.findChildren(QWidget) if w.isVisible())

    qtbot.waitUntil(lambda: abs(left_of(answers.back, page) - left_of(caption, page)) <= 8)
