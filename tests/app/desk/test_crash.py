"""kill -9 loses no word: the next start offers them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.app.desk.conftest import DeskTrial

PROGRAM = Path(__file__).with_name("desk_program.py")
PHONES = "policies/phones.md"


def test_words_outlive_a_kill(content: Path, tmp_path: Path, qtbot: QtBot) -> None:
    before = (content / PHONES).read_text("utf-8")
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(Path.cwd())}
    with subprocess.Popen(
        [sys.executable, str(PROGRAM), str(content), str(tmp_path / "data")],
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    ) as desk:
        assert desk.stdout is not None
        assert desk.stdout.readline() == "kept\n"
        desk.kill()
    assert (content / PHONES).read_text("utf-8") == before

    trial = DeskTrial(content, tmp_path / "data", qtbot)
    trial.start()
    assert "The desk ended before everything was saved." in trial.window.asking.words
    assert trial.window.source.toPlainText() == before, "never silently"
    trial.window.asking.buttons()[0].click()
    trial.settle()
    assert trial.window.source.toPlainText() == f"Typed and never saved. {before}"
    assert trial.desk.work.changed == {PHONES}

    trial.press("Ctrl+S")
    assert trial.on_disk(PHONES).startswith("Typed and never saved. ")
    trial.close()
