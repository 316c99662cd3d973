"""The pages before they are printed or saved, in the real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from handbook.app.desktop import Desktop
from handbook.app.history import AtPolicies
from handbook.app.preview.page import PreviewPage
from handbook.app.preview.placing import Zoom, placed
from handbook.domain.clause_ref import ClauseRef
from tests.app.conftest import NoOutlet

PHOTOS = ClauseRef("phones", "photos")


def opened(desktop: Desktop, qtbot: QtBot, ref: ClauseRef | None) -> PreviewPage:
    desktop.ways.open_paper(ref)
    page = desktop.rooms.paper.page
    qtbot.waitUntil(lambda: page.sheets.isVisible() and not page.sheets.waits, timeout=20_000)
    return page


def outlet(desktop: Desktop) -> NoOutlet:
    found = desktop.services.long_outlet
    assert isinstance(found, NoOutlet)
    return found


def button(page: PreviewPage, words: str) -> QAbstractButton:
    buttons = page.findChildren(QAbstractButton)
    return next(each for each in buttons if each.text() == words and each.isVisible())


def test_p_in_the_reader_shows_the_clause_and_escape_leads_back(
    desktop: Desktop, qtbot: QtBot
) -> None:
    desktop.ways.open_clause(PHOTOS)
    qtbot.keyClick(desktop.rooms.reading.page.text, Qt.Key.Key_P)
    page = desktop.rooms.paper.page
    qtbot.waitUntil(page.sheets.isVisible, timeout=20_000)
    focus = QApplication.focusWidget()
    assert focus is page.sheets
    qtbot.keyClick(focus, Qt.Key.Key_Escape)

    assert desktop.window.page is desktop.rooms.reading.page
    assert desktop.rooms.reading.page.text.current == "photos"


def test_what_is_printed_is_what_is_shown(desktop: Desktop, qtbot: QtBot) -> None:
    page = opened(desktop, qtbot, PHOTOS)
    shown = page.sheets._sheets
    button(page, "Print").click()
    qtbot.waitUntil(lambda: bool(outlet(desktop).sheets), timeout=20_000)

    assert outlet(desktop).sheets == [shown]
    qtbot.waitUntil(page.sheets.isVisible)
    assert page._said.text() == "Sent to the printer."


def test_the_whole_policy_can_take_the_place_of_its_clause(desktop: Desktop, qtbot: QtBot) -> None:
    page = opened(desktop, qtbot, PHOTOS)
    before = page.sheets._sheets
    button(page, "Whole policy").click()
    qtbot.waitUntil(lambda: page.sheets._sheets not in (None, before), timeout=20_000)

    assert page.policy.isChecked()
    assert not page.clause.isChecked()


def test_all_policies_are_reached_from_their_list_and_saved(
    desktop: Desktop, qtbot: QtBot
) -> None:
    desktop.ways.open_policies()
    listing = desktop.rooms.lists.policies
    words = "Print or save all policies"
    next(b for b in listing.findChildren(QAbstractButton) if b.text() == words).click()
    page = desktop.rooms.paper.page
    qtbot.waitUntil(page.sheets.isVisible, timeout=20_000)
    button(page, "Save as PDF").click()
    qtbot.waitUntil(lambda: bool(outlet(desktop).files), timeout=20_000)

    name, data = outlet(desktop).files[0]
    assert name == "Staff handbook 21 November 2026"
    assert b"/Type /Outlines" in data


def test_making_the_pages_can_be_given_up(desktop: Desktop, qtbot: QtBot) -> None:
    desktop.ways.go(AtPolicies())
    qtbot.waitUntil(lambda: desktop.window.page is desktop.rooms.lists.policies)
    desktop.ways.open_paper(None)
    page = desktop.rooms.paper.page
    assert not page.sheets.isVisible()
    focus = QApplication.focusWidget()
    assert focus is page.waiting.cancel
    qtbot.keyClick(focus, Qt.Key.Key_Return)

    assert desktop.window.page is desktop.rooms.lists.policies
    assert page.sheets._sheets is None


def test_pages_are_let_go_when_another_page_is_shown(desktop: Desktop, qtbot: QtBot) -> None:
    page = opened(desktop, qtbot, None)
    desktop.ways.go_home()
    assert page.sheets._sheets is None
    desktop.ways.back()
    qtbot.waitUntil(page.sheets.isVisible, timeout=20_000)

    assert page.sheets._sheets is not None


def test_scrolling_names_the_page_that_is_looked_at(desktop: Desktop, qtbot: QtBot) -> None:
    page = opened(desktop, qtbot, None)
    bar = page.sheets.verticalScrollBar()
    assert page._number.text().startswith("Page 1 of ")
    bar.setValue(bar.maximum())

    count = page._count
    assert page._number.text() == f"Page {count} of {count}"
    assert page.sheets.accessibleName().endswith(f"page {count} of {count}")


def test_only_pages_that_were_in_view_have_been_drawn(desktop: Desktop, qtbot: QtBot) -> None:
    page = opened(desktop, qtbot, None)

    qtbot.waitUntil(lambda: 0 in page.sheets._pictures, timeout=20_000)

    assert len(page.sheets._pictures) < page._count


@pytest.mark.parametrize("width", [760, 1000, 1366, 2560])
def test_whole_pages_stand_side_by_side_within_the_window(width: int) -> None:
    placing = placed(7, QSize(width, 600), Zoom.WHOLE, 1.0)

    assert all(rect.left() >= 0 and rect.right() < width for rect in placing.rects)
    assert all(rect.height() <= 600 for rect in placing.rects)
    firsts = [rect for rect in placing.rects if rect.top() == placing.rects[0].top()]
    assert len(firsts) == placing.columns


@pytest.mark.parametrize("width", [400, 760, 1366, 2560])
def test_a_page_as_wide_as_the_window_stays_within_it(width: int) -> None:
    placing = placed(3, QSize(width, 600), Zoom.WIDTH, 1.0)

    assert placing.columns == 1
    assert all(rect.left() >= 0 and rect.right() < width for rect in placing.rects)
    for above, below in zip(placing.rects, placing.rects[1:], strict=False):
        assert above.bottom() < below.top()


def test_the_ring_around_the_pages_comes_and_goes_with_the_focus(
    desktop: Desktop, qtbot: QtBot
) -> None:
    page = opened(desktop, qtbot, PHOTOS)
    ring = desktop.look.color("focus").name()

    def rings() -> bool:
        screen = desktop.window.screen()
        assert screen is not None
        image = screen.grabWindow(desktop.window.winId()).toImage()
        at = page.sheets.mapTo(desktop.window, page.sheets.rect().center())
        column = [image.pixelColor(x, at.y()).name() for x in range(12)]
        return ring in column

    qtbot.waitUntil(rings)
    page.back.setFocus()
    qtbot.waitUntil(lambda: not rings())
    page.sheets.setFocus()
    qtbot.waitUntil(rings)
