"""Pages that are built while nobody waits for them."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from handbook.app.ahead import Ahead
from handbook.app.desktop import Desktop
from tests.app.conftest import Opened


def test_one_part_is_built_after_the_other_and_none_at_once(qtbot: QtBot) -> None:
    built: list[str] = []
    parent = QObject()
    ahead = Ahead((lambda: built.append("keys"), lambda: built.append("list")), parent)

    assert built == []
    qtbot.waitUntil(lambda: built == ["keys"])
    assert not ahead.is_done
    qtbot.waitUntil(lambda: ahead.is_done)
    assert built == ["keys", "list"]


def test_a_window_that_closes_builds_nothing_more(qtbot: QtBot) -> None:
    built: list[str] = []
    parent = QObject()
    ahead = Ahead((lambda: built.append("keys"),), parent)
    ahead.stop()
    qtbot.wait(200)

    assert built == []
    assert ahead.is_done


def test_what_would_be_late_is_built_and_home_stays(open_desktop: Opened, qtbot: QtBot) -> None:
    desktop = open_desktop()
    focus = QApplication.focusWidget()
    desktop.build_ahead()
    desktop.settled.emit()
    qtbot.waitUntil(lambda: built(desktop), timeout=20_000)

    assert desktop.window.page is desktop.home
    assert QApplication.focusWidget() is focus
    assert desktop.rooms.reading.page.width() == desktop.window.width()


def test_what_a_journey_may_lead_to_is_built_once_it_begins(
    open_desktop: Opened, qtbot: QtBot
) -> None:
    desktop = open_desktop()
    desktop.build_ahead()
    desktop.settled.emit()
    qtbot.waitUntil(lambda: built(desktop), timeout=20_000)
    journeys = desktop.rooms.journeys
    assert "record" not in vars(journeys)

    desktop.open_concern()
    qtbot.waitUntil(lambda: {"record", "seen"} <= vars(journeys).keys(), timeout=20_000)

    assert desktop.window.page is journeys.wizard


def built(desktop: Desktop) -> bool:
    """Whether the pages are there, without asking for one."""
    return "keys" in vars(desktop.help) and "saving" in vars(desktop.rooms.reading)
