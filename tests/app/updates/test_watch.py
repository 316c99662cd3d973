"""When it is looked for new policies, and that a dead server costs nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from threading import Event

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from handbook.app.updates.source import Report
from handbook.app.updates.watch import Pace, Watch

NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)
QUICK = Pace(first=1, every=40, again=20, here=10)


class Folder:
    """What is looked into; `answer` may hang."""

    def __init__(self, answer: Callable[[], Report]) -> None:
        self.answer = answer
        self.looks = 0
        self.installed = "1"

    def look(self) -> Callable[[], Report]:
        self.looks += 1
        return self.answer


def watch(folder: Folder, parent: QObject, pace: Pace = QUICK) -> Watch:
    return Watch(folder.look, lambda: folder.installed, "1", parent, pace)


def test_it_looks_again_and_again(qtbot: QtBot) -> None:
    parent, folder = QObject(), Folder(lambda: Report(NOW))
    watching = watch(folder, parent)
    watching.begin()
    qtbot.waitUntil(lambda: folder.looks >= 3)
    watching.close()

    looks = folder.looks
    qtbot.wait(100)
    assert folder.looks == looks


def test_a_folder_that_hangs_is_asked_once(qtbot: QtBot) -> None:
    go, reports, begun = Event(), list[Report](), list[int]()

    def hangs() -> Report:
        begun.append(1)
        go.wait(20)
        return Report(NOW)

    parent, folder = QObject(), Folder(hangs)
    watching = watch(folder, parent)
    watching.looked.connect(reports.append)
    watching.begin()
    qtbot.waitUntil(lambda: folder.looks >= 3)
    assert watching.is_looking
    assert begun == [1]
    assert reports == []

    go.set()
    qtbot.waitUntil(lambda: len(reports) >= 1)
    watching.close()


def test_what_had_not_arrived_whole_is_looked_at_soon(qtbot: QtBot) -> None:
    parent, folder = QObject(), Folder(lambda: Report(NOW, is_settled=False))
    watching = watch(folder, parent, Pace(first=1, every=3_600_000, again=20, here=3_600_000))
    watching.begin()
    qtbot.waitUntil(lambda: folder.looks >= 3)
    watching.close()


def test_what_is_installed_by_others_is_told_once(qtbot: QtBot) -> None:
    parent, folder, told = QObject(), Folder(lambda: Report(NOW)), list[int]()
    watching = watch(folder, parent, Pace(first=3_600_000, here=10))
    watching.changed.connect(lambda: told.append(1))
    watching.begin()
    qtbot.wait(50)
    assert told == []

    folder.installed = "2"
    qtbot.waitUntil(lambda: told == [1])
    qtbot.wait(50)
    watching.close()
    assert told == [1]


def test_a_look_that_fails_is_told(qtbot: QtBot) -> None:
    def fails() -> Report:
        raise ValueError("odd")

    parent, told = QObject(), list[object]()
    watching = watch(Folder(fails), parent, Pace(first=1))
    watching.looked.connect(told.append)
    watching.begin()
    qtbot.waitUntil(lambda: len(told) == 1)
    watching.close()
    assert isinstance(told[0], ValueError)
