"""Pictures of what a laptop can still show, and of the way there in the bar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from handbook import locations
from handbook.app.desktop import Desktop
from handbook.app.look.fonts import load_fonts
from handbook.app.look.look import Look
from handbook.app.look.tokens import Theme
from handbook.app.services import Services
from handbook.state.preferences import PreferenceStore
from handbook.state.store import open_store
from tests.guided import guided_handbook
from tests.look import test_pages as pages

pytestmark = pages.pytestmark

# In a year's time a number that was checked in 2026 is old, which the pictures show too.
LATER = date(2027, 11, 21)


@pytest.fixture
def desktop(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, theme: Theme, size: tuple[int, int]
) -> Iterator[Desktop]:
    qapp.setStyle("Fusion")
    qapp.setCursorFlashTime(0)
    load_fonts(locations.resources() / "fonts")
    store = open_store(tmp_path)
    services = Services(
        content=guided_handbook(tmp_path / "content"),
        cache=tmp_path / "cache",
        preferences=PreferenceStore(store),
        today=lambda: LATER,
    )
    look = Look(theme)
    look.apply(qapp)
    desktop = Desktop(look, services)
    qtbot.addWidget(desktop.window)
    desktop.window.resize(*size)
    desktop.start()
    qtbot.waitUntil(lambda: desktop.is_ready, timeout=20_000)
    yield desktop
    desktop.close()
    store.close()


@pytest.mark.parametrize(
    ("theme", "size"),
    [
        (Theme.LIGHT, pages.SIZE),
        (Theme.DARK, pages.SIZE),
        (Theme.HIGH_CONTRAST, pages.SIZE),
        (Theme.LIGHT, (760, 600)),
    ],
    ids=["light", "dark", "high-contrast", "narrow"],
)
@pytest.mark.parametrize("shot", ["seen", "seen-back"])
def test_what_can_be_seen_looks_as_it_did(
    desktop: Desktop,
    qtbot: QtBot,
    shot: str,
    theme: Theme,
    size: tuple[int, int],
    update_looks: bool,
) -> None:
    desktop.open_concern()
    desktop.rooms.journeys.wizard.bar.seen_asked.emit()
    if shot == "seen-back":
        desktop.rooms.journeys.seen.back_pressed.emit()
    name = f"{shot}-{theme}" if size == pages.SIZE else f"{shot}-narrow"

    pages.compare(pages.picture(desktop, qtbot), name, update=update_looks)
