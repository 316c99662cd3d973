"""Words are found round the ends, and replaced in one step that Undo takes back."""

from __future__ import annotations

import pytest

from handbook.app.desk.source.finder import FindStrip
from tests.app.desk.conftest import DeskTrial


@pytest.fixture
def finder(trial: DeskTrial) -> FindStrip:
    trial.press("Ctrl+F")
    return trial.window.finder


def line(trial: DeskTrial) -> str:
    return trial.window.source.textCursor().block().text()


def test_words_are_found_while_they_are_typed(trial: DeskTrial, finder: FindStrip) -> None:
    trial.bot.keyClicks(finder.words.edit, "trip leader")

    assert finder.said == "2 found"
    assert line(trial) == "Before you leave, these rules are read out by the trip leader."
    trial.press("Return")
    assert line(trial) == "| On the day | the trip leader |"
    trial.press("Return")
    assert line(trial).startswith("Before you leave")
    trial.press("Shift+Return")
    assert line(trial).startswith("| On the day")


def test_all_are_replaced_in_one_step(trial: DeskTrial, finder: FindStrip) -> None:
    before = trial.window.source.toPlainText()
    trial.bot.keyClicks(finder.words.edit, "trip LEADER")
    trial.bot.keyClicks(finder.other.edit, r"head \1 of trip")
    finder.replace_all.click()
    text = trial.window.source.toPlainText()
    assert text.count(r"head \1 of trip") == 2
    assert "trip leader" not in text

    trial.press("Escape")
    trial.press("Ctrl+Z")
    assert trial.window.source.toPlainText() == before


def test_one_is_replaced_and_the_next_is_shown(trial: DeskTrial, finder: FindStrip) -> None:
    trial.bot.keyClicks(finder.words.edit, "trip leader")
    trial.bot.keyClicks(finder.other.edit, "guide")
    finder.replace.click()

    assert "read out by the guide." in trial.window.source.toPlainText()
    assert line(trial) == "| On the day | the trip leader |"
    assert finder.said == "1 found"


def test_what_is_nowhere_is_said_and_the_cursor_stays(trial: DeskTrial) -> None:
    trial.window.source.go_to_line(9)
    trial.press("Ctrl+F")
    finder = trial.window.finder
    trial.bot.keyClicks(finder.words.edit, "trampoline")

    assert finder.said == "0 found"
    assert trial.window.source.line == 9
    assert not finder.replace_all.isEnabled()


def test_what_is_selected_is_looked_for(trial: DeskTrial) -> None:
    source = trial.window.source
    cursor = source.textCursor()
    at = source.toPlainText().index("camera only")
    cursor.setPosition(at)
    cursor.setPosition(at + 6, cursor.MoveMode.KeepAnchor)
    source.setTextCursor(cursor)
    trial.press("Ctrl+F")

    assert trial.window.finder.words.text == "camera"


def test_escape_goes_back_to_the_text(trial: DeskTrial, finder: FindStrip) -> None:
    trial.press("Escape")

    assert not finder.isVisible()
    assert trial.window.source.hasFocus()
