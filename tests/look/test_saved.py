"""Pictures of what a reader saved, in three themes: nothing yet, a list, a note being written."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from handbook.app.desktop import Desktop
from handbook.app.history import AtSaved
from handbook.app.home.lists import ReadRowButton
from handbook.app.look.tokens import Theme
from handbook.domain.clause_ref import ClauseRef
from handbook.domain.standing import bookmark_of
from tests.look import test_pages
from tests.look.test_pages import compare, picture

pytestmark = test_pages.pytestmark
desktop, _dressed = test_pages.desktop, test_pages._dressed

MAY = datetime(2026, 5, 4, 12, tzinfo=UTC)
NOVEMBER = datetime(2026, 11, 3, 12, tzinfo=UTC)


def save(desktop: Desktop, link: str, **as_it_was: str) -> ClauseRef:
    ref = ClauseRef.parse(link)
    policy = desktop.library.policy(ref.policy)
    kept = bookmark_of(policy, policy.clause(ref.clause), desktop.library.school, MAY)
    kept = replace(kept, **as_it_was)  # type: ignore[arg-type]
    desktop.services.bookmarks.save(kept)
    return kept.ref


def save_some(desktop: Desktop) -> None:
    """One as it was, one reworded under another number, one taken out; two with notes."""
    own = save(desktop, "phones#photos")
    save(desktop, "phones#lost", text="Tell the office within a day.", label="2.4")
    bookmarks = desktop.services.bookmarks
    bookmarks.keep_note(own, "The school camera is in the office. Ask for it early.", NOVEMBER)
    visitors = desktop.library.policy("visitors")
    clause = next(iter(visitors.clauses))
    gone = bookmark_of(visitors, clause, desktop.library.school, MAY)
    ref = ClauseRef("visitors", "parking")
    words = "Visitors park at the front.\nThe gate shuts at nine."
    bookmarks.save(replace(gone, ref=ref, label="1.4", title="Parking", text=words))
    bookmarks.keep_note(ref, "Ask whether this still holds.", NOVEMBER)


@pytest.mark.parametrize("theme", Theme, ids=str)
@pytest.mark.parametrize("shot", ["saved-empty", "saved", "saved-note"])
def test_what_is_saved_looks_as_it_did(
    desktop: Desktop, qtbot: QtBot, shot: str, theme: Theme, update_looks: bool
) -> None:
    if shot != "saved-empty":
        save_some(desktop)
    with qtbot.waitActive(desktop.window):
        desktop.window.activateWindow()
    desktop.ways.go(AtSaved())
    if shot == "saved-note":
        focus = QApplication.focusWidget()
        assert focus is not None
        qtbot.keyClick(focus, Qt.Key.Key_N)

    compare(picture(desktop, qtbot), f"{shot}-{theme}", update=update_looks)


@pytest.mark.parametrize("theme", [Theme.LIGHT], ids=str)
def test_the_way_back_to_what_was_read_moves_nothing_on_home(
    desktop: Desktop, qtbot: QtBot
) -> None:
    """With the bundled typefaces it has room beside the title."""
    rows = desktop.home.findChildren(ReadRowButton)
    before = [row.mapTo(desktop.window, row.rect().topLeft()) for row in rows]
    desktop.home.offer_going_on(offered=True)
    qtbot.wait(1)  # the layout settles in the event loop

    assert [row.mapTo(desktop.window, row.rect().topLeft()) for row in rows] == before
