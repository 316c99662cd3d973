"""Pictures of the pages, compared with those that somebody has looked at.

`make looks ARGS=--update-looks` draws them anew; the change is then reviewed as a picture.
They are drawn on Linux with the bundled typefaces, and skipped elsewhere or without these.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from handbook import locations
from handbook.app.desktop import Desktop
from handbook.app.look.fonts import FACES, load_fonts
from handbook.app.look.look import Look
from handbook.app.look.tokens import Theme
from handbook.app.services import Services
from handbook.domain.clause_ref import ClauseRef
from handbook.domain.record import Parts
from handbook.state.preferences import PreferenceStore
from handbook.state.store import open_store
from tests.look.compare import BASELINE, differing, save_difference

FONTS = locations.resources() / "fonts"
CONTENT = Path(__file__).parents[1] / "fixtures" / "handbook"
SIZE = (1366, 768)
ALLOWED = 0.001
"""Part of the pixels that may differ: antialiasing is not the same everywhere."""

pytestmark = [
    pytest.mark.looks,
    pytest.mark.skipif(sys.platform != "linux", reason="the pictures are drawn on Linux"),
    pytest.mark.skipif(
        not all((FONTS / face).is_file() for face in FACES),
        reason="the bundled typefaces are missing: make fonts",
    ),
]

SHOTS = ("home", "search", "search-none", "reader", "reader-overdue", "policies")
WIZARD_SHOTS = {"wizard": (2,), "outcome": (2, 1), "outcome-also": (2, 3), "emergency": (1,)}


@pytest.fixture(scope="module")
def _dressed(qapp: QApplication) -> None:
    qapp.setStyle("Fusion")
    qapp.setCursorFlashTime(0)
    assert load_fonts(FONTS) == ()
    assert "Atkinson Hyperlegible Next" in QFontDatabase.families()


@pytest.fixture
def desktop(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, theme: Theme, _dressed: None
) -> Iterator[Desktop]:
    store = open_store(tmp_path)
    services = Services(
        content=CONTENT,
        cache=tmp_path / "cache",
        preferences=PreferenceStore(store),
        today=lambda: date(2026, 11, 21),
    )
    look = Look(theme)
    look.set_fades(fades=False)
    look.apply(qapp)
    desktop = Desktop(look, services)
    qtbot.addWidget(desktop.window)
    desktop.window.resize(*SIZE)
    desktop.start()
    qtbot.waitUntil(lambda: desktop.is_ready, timeout=20_000)
    yield desktop
    desktop.close()
    store.close()


def go(desktop: Desktop, qtbot: QtBot, shot: str) -> None:
    match shot:
        case "search" | "search-none":
            desktop.ways.open_search("pics on my phone" if shot == "search" else "trampoline")
            page = desktop.rooms.searching.page
            qtbot.waitUntil(lambda: bool(page.hits) or page.is_empty, timeout=20_000)
        case "reader":
            desktop.ways.open_clause(ClauseRef("phones", "photos"))
        case "reader-overdue":
            desktop.ways.open_clause(ClauseRef("visitors"))
        case "policies":
            desktop.ways.open_policies()
        case _:
            pass


def picture(desktop: Desktop, qtbot: QtBot) -> QImage:
    qtbot.wait(300)
    return desktop.window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def compare(image: QImage, name: str, *, update: bool) -> None:
    path = BASELINE / f"{name}.png"
    if update:
        image.save(str(path))
        return
    assert path.is_file(), f"there is no picture {path.name}: draw it and look at it"
    part = differing(image, QImage(str(path)))
    if part > ALLOWED:
        where = save_difference(image, path)
        pytest.fail(f"{part:.2%} of the pixels differ from {path.name}: look at {where}")


@pytest.mark.parametrize("theme", list(Theme), ids=str)
@pytest.mark.parametrize("shot", SHOTS)
def test_a_page_looks_as_it_did(
    desktop: Desktop, qtbot: QtBot, shot: str, theme: Theme, update_looks: bool
) -> None:
    go(desktop, qtbot, shot)

    compare(picture(desktop, qtbot), f"{shot}-{theme}", update=update_looks)


@pytest.mark.parametrize("theme", list(Theme), ids=str)
@pytest.mark.parametrize("shot", WIZARD_SHOTS)
def test_the_wizard_looks_as_it_did(
    desktop: Desktop, qtbot: QtBot, shot: str, theme: Theme, update_looks: bool
) -> None:
    desktop.open_concern()
    for number in WIZARD_SHOTS[shot]:
        focus = QApplication.focusWidget()
        assert focus is not None
        qtbot.keyClick(focus, Qt.Key(Qt.Key.Key_0 + number))

    compare(picture(desktop, qtbot), f"{shot}-{theme}", update=update_looks)


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK, Theme.HIGH_CONTRAST], ids=str)
def test_the_first_start_looks_as_it_did(
    desktop: Desktop, qtbot: QtBot, theme: Theme, update_looks: bool
) -> None:
    desktop.welcome.ask()
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, Qt.Key.Key_2)

    compare(picture(desktop, qtbot), f"first-run-{theme}", update=update_looks)


RECORD = {
    Parts.SEEN: "The invoice for the minibus says £2,400. The garage’s own sheet says £1,400.",
    Parts.WORDS: "“Just put it through, I have squared it with them.”",
    Parts.WHEN: "Thu 19 November, about 4.15 pm",
    Parts.WHERE: "Main office",
}


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK, Theme.HIGH_CONTRAST], ids=str)
def test_a_record_half_filled_looks_as_it_did(
    desktop: Desktop, qtbot: QtBot, theme: Theme, update_looks: bool
) -> None:
    desktop.open_concern()
    for number in (2, 1):
        focus = QApplication.focusWidget()
        assert focus is not None
        qtbot.keyClick(focus, Qt.Key(Qt.Key.Key_0 + number))
    journeys = desktop.rooms.journeys
    buttons = journeys.outcome.findChildren(QAbstractButton)
    next(button for button in buttons if button.text() == "Write a record").click()
    for part, text in RECORD.items():
        journeys.record.form.fields[part].edit.insertPlainText(text)

    compare(picture(desktop, qtbot), f"record-{theme}", update=update_looks)


@pytest.mark.parametrize("theme", [Theme.LIGHT], ids=str)
@pytest.mark.parametrize("shot", ["home", "reader", "policies", "outcome"])
def test_a_page_looks_as_it_did_in_the_largest_text(
    desktop: Desktop, qtbot: QtBot, shot: str, theme: Theme, update_looks: bool
) -> None:
    kept = desktop.appearance.preferences
    desktop.appearance.keep(replace(kept, text_size=200, less_movement=True))
    if shot == "outcome":
        desktop.open_concern()
        for number in WIZARD_SHOTS[shot]:
            focus = QApplication.focusWidget()
            assert focus is not None
            qtbot.keyClick(focus, Qt.Key(Qt.Key.Key_0 + number))
    else:
        go(desktop, qtbot, shot)

    compare(picture(desktop, qtbot), f"{shot}-200-{theme}", update=update_looks)


@pytest.mark.parametrize("theme", [Theme.LIGHT], ids=str)
@pytest.mark.parametrize("shot", ["home", "search", "reader-overdue", "policies", "emergency"])
@pytest.mark.usefixtures("theme")
def test_the_largest_text_in_the_smallest_window_looks_as_it_did(
    desktop: Desktop, qtbot: QtBot, shot: str, update_looks: bool
) -> None:
    desktop.window.resize(760, 640)
    kept = desktop.appearance.preferences
    desktop.appearance.keep(replace(kept, text_size=200, less_movement=True))
    if shot == "emergency":
        desktop.open_concern()
        focus = QApplication.focusWidget()
        assert focus is not None
        qtbot.keyClick(focus, Qt.Key.Key_1)
    else:
        go(desktop, qtbot, shot)

    compare(picture(desktop, qtbot), f"{shot}-760-200", update=update_looks)
