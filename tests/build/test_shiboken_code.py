"""PySide6's own sources, compiled when the frozen app is built."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

BUILD = Path(__file__).resolve().parents[2] / "build"

START = """
import builtins, runpy, sys
sys._MEIPASS, usual = sys.argv[1], builtins.compile
runpy.run_path(sys.argv[2])
changed = builtins.compile is not usual
"""
USE_QT = """
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
try:
    QWidget().resize("wide", "high")
except TypeError as problem:
    print("refused:", "resize(w: int, h: int, /)" in str(problem))
print("restored:", changed, builtins.compile is usual)
"""


def python(*arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, *arguments],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    python(str(BUILD / "shiboken_code.py"), str(tmp_path / "shiboken.code"))
    return tmp_path


def test_qt_works_the_same_with_the_recording_wrong_arguments_included(bundle: Path) -> None:
    said = python("-c", START + USE_QT, str(bundle), str(BUILD / "hook_shiboken.py"))

    assert said.splitlines() == ["refused: True", "restored: True True"]


@pytest.mark.parametrize("recording", [None, b"", b"not marshalled", b"N"])
def test_without_a_sound_recording_nothing_changes(
    recording: bytes | None, tmp_path: Path
) -> None:
    if recording is not None:
        (tmp_path / "shiboken.code").write_bytes(recording)

    said = python("-c", START + "print(changed)", str(tmp_path), str(BUILD / "hook_shiboken.py"))

    assert said.strip() == "False"
