"""The whole window over a small handbook."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from handbook.app.desktop import Desktop
from handbook.app.look.look import Look
from handbook.app.paper.paper import Paper
from handbook.app.paper.saving import Cancelled, FileKind, Printed, Went
from handbook.app.paper.sheets import Sheets
from handbook.app.paper.steps import Progress, Steps
from handbook.app.services import Services
from handbook.state.preferences import PreferenceStore
from handbook.state.store import open_store
from tests.cases import FIXTURES
from tests.older import older_handbook

Opened = Callable[[], Desktop]


class NoOutlet:
    """Lets nothing leave the window, asks nothing, and counts what was to be printed."""

    def __init__(self) -> None:
        self.printed: list[Paper] = []
        self.sheets: list[Sheets] = []
        self.files: list[tuple[str, bytes]] = []

    def save(self, data: bytes, name: str, kind: FileKind) -> Cancelled:
        del kind
        self.files.append((name, data))
        return Cancelled()

    def print_out(self, paper: Paper) -> Went:
        self.printed.append(paper)
        return Printed()

    def print_steps(self, sheets: Sheets) -> Steps[Went]:
        yield Progress(1, sheets.count)
        self.sheets.append(sheets)
        return Printed()

    def withdraw(self) -> None:
        """Nothing is open."""


@pytest.fixture
def open_desktop(qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    """Opens the window, each time as a new start of the program on the same machine."""
    store, before = open_store(tmp_path), older_handbook(tmp_path / "before")
    desktops: list[Desktop] = []

    def opened() -> Desktop:
        preferences = PreferenceStore(store)
        outlet = NoOutlet()
        services = Services(
            content=FIXTURES / "handbook",
            cache=tmp_path / "cache",
            preferences=preferences,
            today=lambda: date(2026, 11, 21),
            outlet=outlet,
            long_outlet=outlet,
            before=before,
        )
        desktop = Desktop(Look(scale=preferences.read().text_size / 100), services)
        desktops.append(desktop)
        qtbot.addWidget(desktop.window)
        desktop.start()
        qtbot.waitUntil(lambda: desktop.is_ready, timeout=20_000)
        with qtbot.waitActive(desktop.window):
            desktop.window.activateWindow()
        return desktop

    yield opened
    for desktop in desktops:
        desktop.close()
    store.close()


@pytest.fixture
def desktop(open_desktop: Opened) -> Desktop:
    return open_desktop()
