"""The ways to what changed: from Home, from what is read, and from what was saved."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from handbook.app.changes.page import ChangesPage
from handbook.app.desktop import Desktop
from handbook.app.history import AtSaved
from handbook.app.home.lists import ChangedRowButton
from handbook.app.widgets.menu import MenuRow
from handbook.domain.bookmark import Bookmark
from handbook.domain.clause_ref import ClauseRef
from handbook.domain.confirming import Confirmation
from handbook.domain.receipt import Receipt

NOON = datetime(2026, 5, 2, 12, tzinfo=UTC)


@pytest.fixture
def known(qtbot: QtBot, desktop: Desktop) -> Desktop:
    """The window, once it knows what changed."""
    desktop.rooms.changes._begin()
    qtbot.wait_until(lambda: desktop.rooms.changes.found is not None, timeout=20_000)
    return desktop


def button(page: QWidget, name: str) -> QAbstractButton:
    found = page.findChildren(QAbstractButton)
    return next(b for b in found if name in (b.text(), b.accessibleName()) and b.isVisible())


def changes(desktop: Desktop) -> ChangesPage:
    page = desktop.window.page
    assert isinstance(page, ChangesPage)
    return page


def names(desktop: Desktop) -> list[str]:
    rows = desktop.home.findChildren(ChangedRowButton)
    return [row.accessibleName() for row in rows if row.isVisible()]


def test_home_says_what_changed_and_leads_there(qtbot: QtBot, known: Desktop) -> None:
    known.ways.go_home()
    rows = [row for row in known.home.findChildren(ChangedRowButton) if row.isVisible()]

    assert rows[0].accessibleName() == (
        "Phones on trips, 1 Sept. Rule changed: 2.1. New: 2.3. Taken out: 2.3. Reworded: 2.2"
    )
    qtbot.mouseClick(rows[0], Qt.MouseButton.LeftButton)
    assert changes(known).view.policy == "phones"


def test_what_is_not_known_to_have_changed_opens_the_policy(qtbot: QtBot, known: Desktop) -> None:
    known.ways.go_home()
    rows = [row for row in known.home.findChildren(ChangedRowButton) if row.isVisible()]

    qtbot.mouseClick(rows[1], Qt.MouseButton.LeftButton)

    assert known.rooms.reading.page.policy == "visitors"


def test_home_leads_to_everything_that_changed(known: Desktop) -> None:
    known.ways.go_home()

    button(known.home, "See all that changed").click()

    assert changes(known).view.policy == ""


def test_home_says_nothing_of_changes_before_they_are_known(desktop: Desktop) -> None:
    assert not any("Reworded" in name for name in names(desktop))


def test_the_reader_leads_to_what_changed_in_the_clause(known: Desktop) -> None:
    known.ways.open_clause(ClauseRef("phones", "photos"))

    button(known.rooms.reading.page, "What changed in this policy").click()

    assert changes(known).text.current == "phones#photos"


def test_a_clause_that_stayed_the_same_leads_to_its_policy(known: Desktop) -> None:
    known.ways.open_clause(ClauseRef("phones", "why"))

    button(known.rooms.reading.page, "What changed in this policy").click()

    assert changes(known).view.policy == "phones"
    assert changes(known).text.current == ""


def test_a_policy_that_stayed_the_same_leads_nowhere(known: Desktop) -> None:
    known.ways.open_clause(ClauseRef("visitors"))

    found = known.rooms.reading.page.findChildren(QAbstractButton)
    assert not [b for b in found if "What changed" in b.text() and b.isVisible()]


def test_it_is_offered_as_soon_as_it_is_known(qtbot: QtBot, desktop: Desktop) -> None:
    desktop.ways.open_clause(ClauseRef("phones", "photos"))
    desktop.rooms.changes._begin()

    qtbot.wait_until(lambda: desktop.rooms.changes.found is not None, timeout=20_000)

    assert button(desktop.rooms.reading.page, "What changed in this policy")


@pytest.mark.parametrize(
    ("clause", "words"),
    [("photos", "What changed here"), ("why", "What changed in this policy")],
)
def test_in_a_narrow_window_it_is_in_the_menu(
    qtbot: QtBot, known: Desktop, clause: str, words: str
) -> None:
    known.window.resize(800, 700)
    known.ways.open_clause(ClauseRef("phones", clause))
    reader = known.rooms.reading.page
    qtbot.wait_until(reader.header.clause.isVisible)

    reader.header.clause.click()
    rows = reader.clause_actions.menu.list.findChildren(MenuRow)
    row = next(row for row in rows if words in row.accessibleName())
    row.click()

    assert changes(known).view.policy == "phones"


def test_what_was_saved_leads_to_the_words_that_changed(known: Desktop) -> None:
    ref = ClauseRef("phones", "photos")
    saved = datetime(2026, 8, 1, tzinfo=UTC)
    kept = Bookmark(ref, "Phones on trips", "2.0", "2.2", "Photos of pupils", "Other words", saved)
    known.services.bookmarks.save(kept)
    known.ways.go(AtSaved())
    page = known.rooms.lists.saved

    button(page, "See what changed in Phones on trips 2.2").click()
    button(page, "See the words marked that changed in Phones on trips 2.2").click()

    assert changes(known).text.current == "phones#photos"
    known.ways.back()
    assert page.isVisible()


def confirm(desktop: Desktop, text: str) -> None:
    """Say that a text of the policy on phones was read."""
    day = date(2026, 5, 2)
    kept = Confirmation("phones", "1.9", "d" * 64, day)
    desktop.services.confirmations.confirm(kept, text, receipt(kept))


def receipt(kept: Confirmation) -> Receipt:
    return Receipt(kept.policy, kept.version, kept.digest, "me", "here", NOON, "0" * 32)


def phones(desktop: Desktop) -> str:
    return (desktop.services.reading / "policies" / "phones.md").read_text(encoding="utf-8")


def test_what_changed_since_it_was_confirmed_is_one_press_away(
    qtbot: QtBot, known: Desktop
) -> None:
    confirm(known, phones(known).replace("A trip needs a phone", "A trip may need a phone"))
    known.ways.open_changes("phones")
    page = changes(known)
    qtbot.wait_until(lambda: page.view.other != "", timeout=20_000)

    button(page, "Since you confirmed it on 2 May 2026").click()

    assert [row.title for group in page.view.groups for row in group.rows] == ["At the beginning"]
    button(page, "Since the version before").click()
    assert page.view.count == 4


@pytest.mark.parametrize("text", ["", "no front matter", "---\ntitle: [\n---\n"])
def test_a_kept_text_that_cannot_be_read_is_not_offered(
    qtbot: QtBot, known: Desktop, text: str
) -> None:
    confirm(known, text)
    known.ways.open_changes("phones")

    qtbot.wait(300)

    assert changes(known).view.other == ""


def test_what_was_confirmed_and_stayed_the_same_is_not_offered(
    qtbot: QtBot, known: Desktop
) -> None:
    confirm(known, phones(known))
    known.ways.open_changes("phones")

    qtbot.wait(300)

    assert changes(known).view.other == ""
