"""What a member of staff does in the first minutes, through the real window and content."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from handbook import locations
from handbook.app.desktop import Desktop
from handbook.app.look.look import Look
from handbook.app.services import Services
from handbook.domain.flow import Step
from handbook.domain.journey import Journey
from handbook.domain.policy import ClauseRef
from handbook.state.preferences import PreferenceStore
from handbook.state.store import open_store


@pytest.fixture
def desktop(qtbot: QtBot, tmp_path: Path) -> Iterator[Desktop]:
    store = open_store(tmp_path)
    services = Services(
        content=locations.content(),
        cache=tmp_path / "cache",
        preferences=PreferenceStore(store),
    )
    desktop = Desktop(Look(), services)
    qtbot.addWidget(desktop.window)
    desktop.start()
    yield desktop
    desktop.close()
    store.close()


def open_and_ready(desktop: Desktop, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: desktop.is_ready, timeout=20_000)


def type_text(qtbot: QtBot, text: str) -> None:
    for letter in text:
        focus = QApplication.focusWidget()
        assert focus is not None
        qtbot.keyClicks(focus, letter)


def press(qtbot: QtBot, desktop: Desktop, key: Qt.Key, *, shift: bool = False) -> None:
    focus = QApplication.focusWidget() or desktop.window
    modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    qtbot.keyClick(focus, key, modifier)


def test_a_question_in_staffs_words_opens_the_clause_that_answers_it(
    desktop: Desktop, qtbot: QtBot
) -> None:
    open_and_ready(desktop, qtbot)
    type_text(qtbot, "a pupil added me on insta")
    qtbot.waitUntil(lambda: len(desktop.rooms.searching.page.hits) > 0, timeout=20_000)
    press(qtbot, desktop, Qt.Key.Key_Return)

    assert desktop.window.page is desktop.rooms.reading.page
    title = desktop.window.windowTitle()
    assert title.startswith(("Social media", "Safeguarding"))


def test_a_concern_is_answered_by_number_keys(desktop: Desktop, qtbot: QtBot) -> None:
    open_and_ready(desktop, qtbot)
    desktop.open_concern()
    flow = desktop.library.flows.flow("concern")
    journey = Journey(desktop.library.flows, flow.start)
    for _ in range(9):
        here = journey.position
        if not isinstance(here, Step):
            break
        number = min(2, len(here.choices))
        journey = journey.answer_number(number)
        press(qtbot, desktop, Qt.Key(Qt.Key.Key_0 + number))

    assert journey.is_over
    assert desktop.window.page is desktop.rooms.journeys.outcome


def test_leaving_quickly_shows_an_ordinary_page_and_forgets(
    desktop: Desktop, qtbot: QtBot
) -> None:
    open_and_ready(desktop, qtbot)
    desktop.ways.open_clause(ClauseRef("grievance"))
    desktop.open_concern()
    for _ in range(3):
        press(qtbot, desktop, Qt.Key.Key_Shift)

    assert desktop.window.page is desktop.rooms.reading.page
    assert desktop.window.windowTitle() == "Staff handbook"
    shown = [label.text() for label in desktop.window.findChildren(QLabel) if label.isVisible()]
    assert not [text for text in shown if "concern" in text.lower()]
    desktop.ways.back()
    assert desktop.window.page is desktop.rooms.reading.page
