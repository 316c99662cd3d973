"""The window stands where it stood, also after it was killed, and never out of sight."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from handbook.app.window_place import WindowPlace
from handbook.state.kept_row import WINDOW_PLACE, KeptRow
from handbook.state.store import open_store

ROOT = Path(__file__).resolve().parents[2]
ONE = ((0, 0, 1920, 1080),)
TWO = (*ONE, (1920, 0, 1920, 1080))
SMALL = ((0, 0, 1366, 768),)
Screens = tuple[tuple[int, int, int, int], ...]


def run(folder: Path, screens: Screens, *moves: str) -> str:
    """Start the program, hear where its window is, and kill it."""
    described = [
        {"name": f"s{x}", "x": x, "y": y, "width": width, "height": height, "dpr": 1}
        | {"logicalDpi": 96, "logicalBaseDpi": 96}
        for x, y, width, height in screens
    ]
    setup = folder / "screens.json"
    setup.write_text(json.dumps({"screens": described}))
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.app.place_program", str(folder), *moves],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={setup}"},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    said = process.stdout.readline().strip()
    process.kill()
    process.communicate()
    return said


def test_place_and_size_outlive_a_kill(tmp_path: Path) -> None:
    first = run(tmp_path, TWO, "2100,100,900,600")

    assert first == "False False True 2100 100 900 600"
    assert run(tmp_path, TWO) == "True False True 2100 100 900 600"


def test_a_window_that_filled_the_screen_does_so_again(tmp_path: Path) -> None:
    run(tmp_path, ONE, "100,90,900,600", "maximised")

    assert run(tmp_path, ONE).startswith("True True True")


@pytest.mark.parametrize("left", [ONE, SMALL])
def test_a_window_is_never_where_no_screen_is(tmp_path: Path, left: Screens) -> None:
    run(tmp_path, TWO, "2500,300,1200,700")
    _, maximised, visible, x, y, width, height = run(tmp_path, left).split()

    assert (maximised, visible) == ("False", "True")
    assert 0 <= int(x) <= left[0][2] - int(width)
    assert 0 <= int(y) <= left[0][3] - int(height)


@pytest.mark.parametrize("kept", ["", "no base64 !", "AAAA", "AdnQywAD" * 9])
def test_a_place_that_makes_no_sense_is_passed_over(
    qtbot: QtBot, tmp_path: Path, kept: str
) -> None:
    store = open_store(tmp_path)
    row = KeptRow(store, WINDOW_PLACE)
    row.keep(kept)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(500, 400)

    assert not WindowPlace(window, row).restore()
    assert window.size().toTuple() == (500, 400)
    store.close()


def test_a_window_at_rest_is_written_once(qtbot: QtBot, tmp_path: Path) -> None:
    store = open_store(tmp_path)
    row = KeptRow(store, WINDOW_PLACE)
    window = QWidget()
    qtbot.addWidget(window)
    place = WindowPlace(window, row)
    window.show()
    for width in range(300, 400, 10):
        window.resize(width, 300)
        assert row.read() == ""
    qtbot.waitUntil(lambda: row.read() != "")

    window.resize(200, 200)
    place.close()
    last = row.read()
    place.close()
    assert row.read() == last
    store.close()
