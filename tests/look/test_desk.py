"""Pictures of the editors' desk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from handbook import locations
from handbook.app.look.fonts import load_fonts
from handbook.app.look.look import Look
from handbook.app.look.tokens import Theme
from tests.app.desk.conftest import DeskTrial
from tests.guided import guided_handbook
from tests.look import test_pages as pages

pytestmark = pages.pytestmark

PHONES = "policies/phones.md"


def _slips(trial: DeskTrial) -> None:
    trial.change("review: 2027-09-01", "review: soon")
    trial.change("> **You must not** give", "> **You mustnt** give")
    text = trial.window.source.toPlainText()
    trial.window.source.go_to_line(text.split("**You mustnt**")[0].count("\n") + 1)


def _dsl(trial: DeskTrial) -> None:
    presenter = trial.desk.rooms.school.presenter
    presenter.choose("dsl")
    presenter.changed(("people", "dsl", "name"), "Sam Afe")
    presenter.changed(("people", "dsl", "phone"), "ext 204")
    presenter.checked_today()
    trial.settle()


def _publish(trial: DeskTrial) -> None:
    trial.desk.publishing.open()
    trial.settle()


SHOTS: dict[str, tuple[str, Callable[[DeskTrial], None]]] = {
    "desk": (PHONES, _slips),
    "desk-flow": ("flows/concern.md", lambda trial: trial.window.source.go_to_line(30)),
    "desk-publish": (PHONES, _publish),
    "desk-school": ("school.yaml", _dsl),
}


@pytest.fixture
def trial(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, theme: Theme, size: tuple[int, int]
) -> Iterator[DeskTrial]:
    qapp.setStyle("Fusion")
    qapp.setCursorFlashTime(0)
    load_fonts(locations.resources() / "fonts")
    look = Look(theme)
    look.set_fades(fades=False)
    look.apply(qapp)
    trial = DeskTrial(guided_handbook(tmp_path / "content"), tmp_path / "data", qtbot, look)
    trial.window.resize(*size)
    yield trial
    trial.close()


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
@pytest.mark.parametrize("shot", SHOTS)
def test_the_desk_looks_as_it_did(
    trial: DeskTrial,
    qtbot: QtBot,
    shot: str,
    theme: Theme,
    size: tuple[int, int],
    update_looks: bool,
) -> None:
    if "DejaVu Sans Mono" not in QFontDatabase.families():
        pytest.skip("the source is drawn in the system's own letters, and these are others")
    file, act = SHOTS[shot]
    trial.start(file)
    act(trial)
    qtbot.wait(300)
    image = trial.window.grab().toImage()
    name = f"{shot}-{theme}" if size == pages.SIZE else f"{shot}-narrow"

    pages.compare(image.convertToFormat(image.Format.Format_RGB32), name, update=update_looks)
