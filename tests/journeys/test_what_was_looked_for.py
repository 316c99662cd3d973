"""Leaving quickly takes away what was looked for before: it says what somebody worries about."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from handbook.app.desktop import Desktop
from handbook.domain.clause_ref import ClauseRef
from tests.journeys.staff import Staff, opened


@pytest.fixture
def desktop(qtbot: QtBot, tmp_path: Path) -> Iterator[Desktop]:
    with opened(qtbot, tmp_path) as desktop:
        yield desktop


def what_is_typed(desktop: Desktop) -> set[str]:
    """The words in any field of the window, shown or not, once each was asked for Ctrl+Z."""
    fields = desktop.window.findChildren(QLineEdit)
    for field in fields:
        field.undo()
    return {field.text() for field in fields} - {""}


def leave(desktop: Desktop) -> None:
    staff = Staff(desktop)
    staff.begin("concern")
    staff.answer(3)
    desktop.leave_quickly()


def test_the_words_to_find_in_a_policy_are_gone(desktop: Desktop) -> None:
    desktop.ways.open_clause(ClauseRef("social-media"))
    page = desktop.rooms.reading.page
    page.find_words()
    QTest.keyClicks(desktop.window.focusWidget(), "parent")
    assert page.header.finder.text == "parent"
    leave(desktop)
    page.find_words()

    assert what_is_typed(desktop) == set()
    assert page.header.finder.said == ""


def test_the_question_and_its_answers_are_gone(qtbot: QtBot, desktop: Desktop) -> None:
    desktop.ways.open_search("bruise on an arm")
    searching = desktop.rooms.searching
    qtbot.waitUntil(lambda: bool(searching.page.hits), timeout=20_000)
    assert searching.page.text() == "bruise on an arm"
    leave(desktop)

    assert searching.page.text() == ""
    assert searching.page.hits == ()
    assert what_is_typed(desktop) == set()


def test_what_is_typed_stays_where_the_questions_are_only_closed(desktop: Desktop) -> None:
    desktop.ways.open_clause(ClauseRef("social-media"))
    page = desktop.rooms.reading.page
    page.find_words()
    QTest.keyClicks(desktop.window.focusWidget(), "parent")
    staff = Staff(desktop)
    staff.begin("concern")
    staff.press(Qt.Key.Key_Escape)
    desktop.back_from_wizard()

    assert page.header.finder.text == "parent"
