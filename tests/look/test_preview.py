"""Pictures of the pages before they are printed, in three themes and narrow."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from handbook.app.desktop import Desktop
from handbook.app.look.tokens import Theme
from handbook.domain.clause_ref import ClauseRef
from tests.look import test_pages
from tests.look.test_pages import compare, picture

pytestmark = test_pages.pytestmark
desktop, _dressed = test_pages.desktop, test_pages._dressed


def open_pages(desktop: Desktop, qtbot: QtBot, ref: ClauseRef | None) -> None:
    with qtbot.waitActive(desktop.window):
        desktop.window.activateWindow()
    desktop.ways.open_paper(ref)
    sheets = desktop.rooms.paper.page.sheets
    qtbot.waitUntil(lambda: sheets.isVisible() and not sheets.waits, timeout=20_000)


@pytest.mark.parametrize("theme", Theme, ids=str)
def test_the_pages_of_a_clause_look_as_they_did(
    desktop: Desktop, qtbot: QtBot, theme: Theme, update_looks: bool
) -> None:
    open_pages(desktop, qtbot, ClauseRef("phones", "photos"))

    compare(picture(desktop, qtbot), f"preview-{theme}", update=update_looks)


@pytest.mark.parametrize("theme", [Theme.LIGHT], ids=str)
def test_whole_pages_side_by_side_look_as_they_did(
    desktop: Desktop, qtbot: QtBot, theme: Theme, update_looks: bool
) -> None:
    open_pages(desktop, qtbot, None)
    page = desktop.rooms.paper.page
    list(page.zooms.values())[1].click()
    page.take_focus()
    qtbot.waitUntil(lambda: not page.sheets.waits, timeout=20_000)

    compare(picture(desktop, qtbot), f"preview-whole-{theme}", update=update_looks)


@pytest.mark.parametrize("theme", [Theme.LIGHT], ids=str)
@pytest.mark.parametrize("shot", ["preview-narrow", "reader-narrow"])
def test_a_narrow_window_looks_as_it_did(
    desktop: Desktop, qtbot: QtBot, shot: str, theme: Theme, update_looks: bool
) -> None:
    del theme
    desktop.window.resize(760, 700)
    ref = ClauseRef("phones", "photos")
    if shot == "reader-narrow":
        desktop.ways.open_clause(ref)
    else:
        open_pages(desktop, qtbot, ref)

    compare(picture(desktop, qtbot), shot, update=update_looks)
