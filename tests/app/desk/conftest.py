"""A desk over a small content folder, used as its editor does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from handbook import locations
from handbook.app.appearance import Appearance
from handbook.app.desk.desk import Desk
from handbook.app.desk.keys import desk_keys
from handbook.app.desk.services import DeskServices
from handbook.app.look.fonts import load_fonts
from handbook.app.look.look import Look
from handbook.state.desk_settings import DeskSettingsStore
from handbook.state.preferences import PreferenceStore
from handbook.state.store import open_in_memory
from handbook.state.unsaved import UnsavedStore
from tests.guided import guided_handbook

NOW = datetime(2026, 11, 21, 17, 0, tzinfo=UTC)


class DeskTrial:
    """The desk's window, and what an editor does in it."""

    def __init__(self, folder: Path, data: Path, bot: QtBot, look: Look | None = None) -> None:
        self.bot = bot
        self.folder = folder
        self.store = open_in_memory()
        preferences = PreferenceStore(self.store)
        self.look = look or Look()
        services = DeskServices(
            folder,
            UnsavedStore(data, folder),
            DeskSettingsStore(data),
            preferences,
            data / "cache",
            now=lambda: NOW,
            today=lambda: date(2026, 11, 21),
        )
        self.desk = Desk(self.look, services)
        self.window = self.desk.window
        desk_keys(self.desk, Appearance(self.look, preferences, self.desk))
        bot.addWidget(self.window)

    def start(self, file: str = "policies/phones.md") -> None:
        self.desk.start(file)
        with self.bot.waitActive(self.window):
            self.window.activateWindow()
        self.wait(lambda: self.desk.problems.checked is not None)
        self.settle()

    def wait(self, until: Callable[[], bool]) -> None:
        self.bot.waitUntil(until, timeout=20_000)

    def settle(self) -> None:
        """Until the newest words are checked and shown."""
        self.bot.wait(20)
        self.wait(lambda: not self.desk.is_busy)

    def press(self, keys: str) -> None:
        """Press a key, such as Ctrl+S, where the focus is."""
        combined = QKeySequence(keys)[0]  # type: ignore[index]
        focus = QApplication.focusWidget() or self.window
        QTest.keyClick(focus, combined.key(), combined.keyboardModifiers())

    def change(self, old: str, new: str) -> None:
        """Type other words in the place of the first of these."""
        source = self.window.source
        text = source.toPlainText()
        assert old in text
        source.replace(source.name, text.replace(old, new, 1))
        self.settle()

    def on_disk(self, file: str) -> str:
        return (self.folder / file).read_text("utf-8")

    def close(self) -> None:
        self.desk.close()
        self.store.close()


@pytest.fixture(scope="module", autouse=True)
def _dressed(qapp: QApplication) -> None:
    qapp.setStyle("Fusion")
    qapp.setCursorFlashTime(0)
    load_fonts(locations.resources() / "fonts")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return guided_handbook(tmp_path / "content")


@pytest.fixture
def trial(content: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[DeskTrial]:
    trial = DeskTrial(content, tmp_path / "data", qtbot)
    trial.start()
    yield trial
    trial.close()
