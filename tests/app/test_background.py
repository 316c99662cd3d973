"""Work off the window's thread: the newest answer only, whatever the order."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Event, current_thread, main_thread

import pytest
from pytestqt.qtbot import QtBot

from handbook.app.background import LatestOnly


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[LatestOnly]:
    assert qtbot is not None
    made = LatestOnly()
    yield made
    made.close()


def unexpected(error: Exception) -> None:
    raise error


def test_an_overtaken_answer_is_dropped(qtbot: QtBot, runner: LatestOnly) -> None:
    told: list[str] = []
    gate = Event()

    def slow() -> str:
        gate.wait(5)
        return "old"

    runner.request(slow, told.append, unexpected)
    runner.request(lambda: "new", told.append, unexpected)
    gate.set()

    qtbot.waitUntil(lambda: bool(told))
    assert told == ["new"]


def test_an_overtaken_failure_is_dropped(qtbot: QtBot, runner: LatestOnly) -> None:
    told: list[str] = []
    gate = Event()

    def fails() -> str:
        gate.wait(5)
        raise ValueError("old")

    runner.request(fails, told.append, unexpected)
    runner.request(lambda: "new", told.append, unexpected)
    gate.set()

    qtbot.waitUntil(lambda: bool(told))
    assert told == ["new"]


def test_a_job_runs_elsewhere_and_its_answer_comes_to_the_window(
    qtbot: QtBot, runner: LatestOnly
) -> None:
    told: list[tuple[bool, bool]] = []
    runner.request(
        lambda: current_thread() is main_thread(),
        lambda worked_here: told.append((worked_here, current_thread() is main_thread())),
        unexpected,
    )

    qtbot.waitUntil(lambda: bool(told))
    assert told == [(False, True)]


def test_a_failure_is_told_to_whoever_asked(qtbot: QtBot, runner: LatestOnly) -> None:
    told: list[Exception] = []

    def fails() -> None:
        raise ValueError("no")

    runner.request(fails, unexpected_answer, told.append)

    qtbot.waitUntil(lambda: bool(told))
    assert [str(error) for error in told] == ["no"]


def unexpected_answer(answer: object) -> None:
    raise AssertionError(f"{answer!r} was not expected")


def test_what_was_cancelled_or_closed_is_not_delivered(qtbot: QtBot, runner: LatestOnly) -> None:
    told: list[str] = []
    runner.request(lambda: "cancelled", unexpected_answer, unexpected)
    runner.cancel()
    runner.request(lambda: "closed", unexpected_answer, unexpected)
    runner.close()
    runner.request(lambda: "after", told.append, unexpected)

    qtbot.waitUntil(lambda: told == ["after"])


@pytest.mark.fuzz
def test_twenty_thousand_requests_end_with_the_newest(qtbot: QtBot, runner: LatestOnly) -> None:
    told: list[int] = []
    for number in range(20_000):
        runner.request(lambda number=number: number, told.append, unexpected)  # type: ignore[misc]
        if number % 500 == 0:
            qtbot.wait(0)

    qtbot.waitUntil(lambda: bool(told) and told[-1] == 19_999, timeout=60_000)
    assert told == sorted(set(told))


@pytest.mark.fuzz
def test_two_thousand_requests_that_are_all_awaited(qtbot: QtBot, runner: LatestOnly) -> None:
    told: list[int] = []
    for number in range(2_000):
        runner.request(lambda number=number: number, told.append, unexpected)  # type: ignore[misc]
        qtbot.waitUntil(lambda number=number: told[-1:] == [number])  # type: ignore[misc]

    assert told == list(range(2_000))
