"""From the questions to what a laptop can still show, and back, through the real window."""

from __future__ import annotations

import sqlite3
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
from handbook.app.widgets.button import Button, LinkButton
from handbook.domain.seen import seen_guide
from handbook.state.preferences import PreferenceStore
from handbook.state.store import open_store
from tests.cases import FIXTURES


@pytest.fixture
def content() -> Path:
    return locations.content()


@pytest.fixture
def desktop(qtbot: QtBot, tmp_path: Path, content: Path) -> Iterator[Desktop]:
    store = open_store(tmp_path)
    services = Services(
        content=content, cache=tmp_path / "cache", preferences=PreferenceStore(store)
    )
    desktop = Desktop(Look(), services)
    qtbot.addWidget(desktop.window)
    desktop.start()
    qtbot.waitUntil(lambda: desktop.is_ready, timeout=20_000)
    yield desktop
    desktop.close()
    store.close()


def press(qtbot: QtBot, desktop: Desktop, key: Qt.Key, *, alt: bool = False) -> None:
    held = Qt.KeyboardModifier.AltModifier if alt else Qt.KeyboardModifier.NoModifier
    qtbot.keyClick(QApplication.focusWidget() or desktop.window, key, held)


def ask(qtbot: QtBot, desktop: Desktop) -> None:
    page = desktop.window.page
    assert page is not None
    (link,) = [
        button
        for button in page.findChildren(LinkButton)
        if button.isVisible() and button.text() == "What can still be seen?"
    ]
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)


def shown(desktop: Desktop) -> list[str]:
    page = desktop.window.page
    assert page is not None
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_the_question_stands_untouched_when_one_comes_back(desktop: Desktop, qtbot: QtBot) -> None:
    desktop.open_concern()
    press(qtbot, desktop, Qt.Key.Key_3)
    before = shown(desktop)
    ask(qtbot, desktop)
    assert "What a school laptop can still show" in shown(desktop)
    assert desktop.window.windowTitle() == "Staff handbook"

    press(qtbot, desktop, Qt.Key.Key_Left, alt=True)
    assert desktop.window.page is desktop.rooms.journeys.wizard
    assert shown(desktop) == before
    press(qtbot, desktop, Qt.Key.Key_3)
    assert shown(desktop) != before


def test_the_outcome_stands_untouched_too(desktop: Desktop, qtbot: QtBot) -> None:
    desktop.open_concern(place="external-whistleblowing")
    before = shown(desktop)
    ask(qtbot, desktop)
    press(qtbot, desktop, Qt.Key.Key_Return)

    assert desktop.window.page is desktop.rooms.journeys.outcome
    assert shown(desktop) == before


def test_a_record_keeps_its_words_and_is_not_closed_unasked(
    desktop: Desktop, qtbot: QtBot
) -> None:
    desktop.open_concern(place="external-whistleblowing")
    outcome = desktop.window.page
    assert outcome is not None
    write = next(b for b in outcome.findChildren(Button) if b.text() == "Write a record")
    qtbot.mouseClick(write, Qt.MouseButton.LeftButton)
    record = desktop.rooms.journeys.record
    field = QApplication.focusWidget()
    assert field is not None
    qtbot.keyClicks(field, "The till was short")
    written = record.texts()
    ask(qtbot, desktop)
    assert not desktop.window.close()
    qtbot.waitUntil(lambda: desktop.window.page is record)

    assert record.texts() == written
    assert "The till was short" in str(written)


def test_it_names_outside_numbers_only(desktop: Desktop, qtbot: QtBot) -> None:
    desktop.open_concern()
    ask(qtbot, desktop)
    said = shown(desktop)

    assert {"999", "101", "020 3117 2520", "0800 028 0285"} <= set(said)
    for person in desktop.library.school.people:
        assert person.title not in said


def test_leaving_quickly_from_there_leaves_no_way_back(desktop: Desktop, qtbot: QtBot) -> None:
    desktop.open_concern()
    ask(qtbot, desktop)
    for _ in range(3):
        press(qtbot, desktop, Qt.Key.Key_Shift)

    assert desktop.window.page is desktop.rooms.reading.page
    assert desktop.rooms.journeys.seen.came_from is None
    desktop.ways.back()
    assert desktop.window.page is desktop.rooms.reading.page
    said = " ".join(shown(desktop))
    assert "laptop can still show" not in said


def test_reading_it_is_written_nowhere(desktop: Desktop, qtbot: QtBot, tmp_path: Path) -> None:
    desktop.open_concern()
    ask(qtbot, desktop)
    press(qtbot, desktop, Qt.Key.Key_Left, alt=True)
    desktop.close()

    for file in tmp_path.glob("*.db"):
        assert "school-laptop" not in "\n".join(sqlite3.connect(file).iterdump())


@pytest.mark.parametrize("content", [FIXTURES / "handbook"])
def test_content_without_the_guide_keeps_to_the_promise(desktop: Desktop) -> None:
    desktop.open_concern()
    page = desktop.window.page

    assert seen_guide(desktop.library) is None
    assert page is desktop.rooms.journeys.wizard
    links = [button.text() for button in page.findChildren(LinkButton) if button.isVisible()]
    assert "What can still be seen?" not in links
