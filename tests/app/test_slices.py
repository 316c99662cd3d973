"""Long work in the window's thread, a slice at a time."""

from __future__ import annotations

from time import sleep

import pytest
from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from pytestqt.qtbot import QtBot

from handbook.app.paper.steps import Progress, Steps
from handbook.app.slices import SLICE, Slices


@pytest.fixture
def slices(qtbot: QtBot) -> Slices:
    del qtbot
    return Slices()


def counted(closed: list[str], count: int = 3) -> Steps[str]:
    try:
        for number in range(count):
            yield Progress(number + 1, count)
    finally:
        closed.append("closed")
    return "made"


def test_what_was_made_is_handed_over_after_every_step(slices: Slices, qtbot: QtBot) -> None:
    seen: list[Progress] = []
    made: list[str] = []
    slices.run(counted([]), seen.append, made.append)
    assert seen == []
    qtbot.waitUntil(lambda: bool(made))

    assert made == ["made"]
    assert [progress.done for progress in seen] == [1, 2, 3]


def test_the_window_has_its_turn_between_the_steps(slices: Slices, qtbot: QtBot) -> None:
    made: list[str] = []
    turns: list[int] = []
    timer = QTimer()
    timer.timeout.connect(lambda: turns.append(1))
    timer.start(0)

    def slow() -> Steps[str]:
        for _ in range(6):
            sleep(SLICE)
            yield Progress(1, 1)
        return "made"

    slices.run(slow(), lambda _: None, made.append)
    qtbot.waitUntil(lambda: bool(made))

    assert len(turns) >= 4


def test_other_work_takes_the_place_of_what_is_under_way(slices: Slices, qtbot: QtBot) -> None:
    closed: list[str] = []
    made: list[str] = []
    first = counted(closed)
    next(first)
    slices.run(first, lambda _: None, lambda _: made.append("first"))
    slices.run(counted([]), lambda _: None, lambda _: made.append("second"))
    qtbot.waitUntil(lambda: bool(made))

    assert made == ["second"]
    assert closed == ["closed"]


def test_work_given_up_within_a_step_ends_once_the_step_is_over(
    slices: Slices, qtbot: QtBot
) -> None:
    events: list[str] = []

    def asking() -> Steps[str]:
        try:
            loop = QEventLoop()  # as a dialog has
            QTimer.singleShot(0, slices.cancel)
            QTimer.singleShot(0, loop.quit)
            loop.exec()
            events.append("answered")
            yield Progress(1, 2)
            events.append("went on")
        finally:
            events.append("closed")
        return "made"

    slices.run(asking(), lambda _: events.append("progress"), lambda _: events.append("done"))
    qtbot.waitUntil(lambda: "closed" in events)
    QCoreApplication.processEvents()

    assert events == ["answered", "closed"]
