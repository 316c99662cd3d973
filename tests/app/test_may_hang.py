"""A job that never comes back holds up nothing: not the window, not the end of the program."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from handbook.app.may_hang import MayHang

ROOT = Path(__file__).resolve().parents[2]
ENDS = """
import sys, time
from PySide6.QtCore import QCoreApplication, QTimer
from handbook.app.may_hang import MayHang
app = QCoreApplication(sys.argv)
thread = MayHang(app)
thread.begin(lambda: time.sleep(600), print)
QTimer.singleShot(100, app.quit)
app.exec()
thread.close()
print("over")
"""


def test_the_answer_comes_to_the_windows_thread(qtbot: QtBot) -> None:
    parent, answers = QObject(), list[object]()
    thread = MayHang(parent)

    assert thread.begin(lambda: 7, answers.append)
    qtbot.waitUntil(lambda: answers == [7])
    assert not thread.is_busy


def test_a_second_job_waits_for_none(qtbot: QtBot) -> None:
    parent, go, answers = QObject(), Event(), list[object]()
    thread = MayHang(parent)

    assert thread.begin(lambda: go.wait(20), answers.append)
    assert not thread.begin(lambda: 8, answers.append)
    go.set()
    qtbot.waitUntil(lambda: answers == [True])
    assert thread.begin(lambda: 9, answers.append)
    qtbot.waitUntil(lambda: answers == [True, 9])


def test_an_error_is_an_answer(qtbot: QtBot) -> None:
    parent, answers = QObject(), list[object]()
    thread = MayHang(parent)

    def fails() -> None:
        raise ValueError("odd")

    thread.begin(fails, answers.append)
    qtbot.waitUntil(lambda: len(answers) == 1)
    assert isinstance(answers[0], ValueError)


def test_what_hangs_is_left_to_itself(qtbot: QtBot) -> None:
    parent, go, answers = QObject(), Event(), list[object]()
    thread = MayHang(parent)
    thread.begin(lambda: go.wait(20), answers.append)

    begun = time.monotonic()
    thread.close()
    assert time.monotonic() - begun < 1
    go.set()
    qtbot.wait(50)
    assert answers == []
    assert not thread.begin(lambda: 1, answers.append)


def test_the_program_ends_while_a_job_hangs() -> None:
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", ENDS], cwd=ROOT, capture_output=True, text=True, timeout=60,
        check=False,
    )  # fmt: skip

    assert done.stdout == "over\n"
    assert done.returncode == 0
    assert time.monotonic() - begun < 30
