"""What somebody with a concern takes away on paper, through the real window and content."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from handbook import locations
from handbook.app.desktop import Desktop
from handbook.app.look.look import Look
from handbook.app.paper.paper import Paper
from handbook.app.paper.saving import Cancelled, FileKind, NotSaved, Printed, Saved, Went
from handbook.app.services import Services
from handbook.state.preferences import PreferenceStore
from handbook.state.store import open_store


class FakeOutlet:
    """Takes what leaves the window, with no dialog."""

    def __init__(self) -> None:
        self.saved: list[tuple[str, bytes]] = []
        self.printed: list[Paper] = []
        self.withdrawn = 0
        self.meanwhile: Callable[[], None] | None = None

    def save(self, data: bytes, name: str, kind: FileKind) -> Saved | NotSaved | Cancelled:
        if self.meanwhile is not None:
            self.meanwhile()
            return Cancelled()
        self.saved.append((name + kind.ending, data))
        return Saved(Path("folder") / f"{name}{kind.ending}")

    def print_out(self, paper: Paper) -> Went:
        self.printed.append(paper)
        return Printed()

    def withdraw(self) -> None:
        self.withdrawn += 1


@pytest.fixture
def outlet() -> FakeOutlet:
    return FakeOutlet()


@pytest.fixture
def desktop(qtbot: QtBot, tmp_path: Path, outlet: FakeOutlet) -> Iterator[Desktop]:
    store = open_store(tmp_path)
    services = Services(
        content=locations.content(),
        cache=tmp_path / "cache",
        preferences=PreferenceStore(store),
        today=lambda: date(2026, 11, 21),
        outlet=outlet,
    )
    desktop = Desktop(Look(), services)
    qtbot.addWidget(desktop.window)
    desktop.start()
    qtbot.waitUntil(lambda: desktop.is_ready, timeout=20_000)
    desktop.open_concern("concern", "dsl")
    yield desktop
    desktop.close()
    store.close()


def press(desktop: Desktop, qtbot: QtBot, words: str) -> None:
    page = desktop.window.page
    assert page is not None
    for button in page.findChildren(QAbstractButton):
        if button.text() == words and button.isVisible():
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
            return
    raise AssertionError(f"no button {words!r}")


def test_a_route_is_saved_under_a_name_that_says_nothing(
    desktop: Desktop, qtbot: QtBot, outlet: FakeOutlet
) -> None:
    press(desktop, qtbot, "Save as PDF")

    ((name, data),) = outlet.saved
    assert name == "Handbook 21 Nov.pdf"
    assert data.startswith(b"%PDF-")
    assert "Staff handbook".encode("utf-16-be") in data
    assert b"000000Z)" in data


def test_a_route_is_printed_whole(desktop: Desktop, qtbot: QtBot, outlet: FakeOutlet) -> None:
    press(desktop, qtbot, "Print")

    (paper,) = outlet.printed
    for words in (
        "Report a worry about a child",
        "Who to tell",
        "Do now",
        "Do not",
        "This rests on",
        "Your answers are not",
    ):
        assert words in paper.text
    assert paper.footer == "Staff handbook, printed 21 November 2026"


def test_leaving_quickly_takes_an_open_dialog_away_and_says_nothing(
    desktop: Desktop, qtbot: QtBot, outlet: FakeOutlet
) -> None:
    outlet.meanwhile = desktop.leave_quickly
    press(desktop, qtbot, "Save as PDF")

    assert outlet.withdrawn == 1
    assert outlet.saved == []
    assert desktop.window.windowTitle() == "Staff handbook"
    assert QApplication.activeModalWidget() is None
