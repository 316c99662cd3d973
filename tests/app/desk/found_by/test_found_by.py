"""The search of staff is tried on the words as they are written."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from handbook.app.desk.found_by.presenter import nth
from tests.app.desk.conftest import DeskTrial


def said(trial: DeskTrial) -> str:
    labels = trial.desk.found_by.panel.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def at_photos(trial: DeskTrial) -> None:
    text = trial.window.source.toPlainText()
    trial.window.source.go_to_line(text.split("### Photos")[0].count("\n") + 3)


def test_what_staff_ask_is_tried_at_once(trial: DeskTrial) -> None:
    at_photos(trial)
    trial.press("Ctrl+Shift+W")
    trial.wait(lambda: "“photo for the display”: first" in said(trial))

    assert "Phones on trips 2.2 Photos of pupils" in said(trial)


def test_typed_words_say_what_comes_before(trial: DeskTrial) -> None:
    at_photos(trial)
    trial.press("Ctrl+Shift+W")
    trial.wait(lambda: "first" in said(trial))
    trial.bot.keyClicks(trial.desk.found_by.panel.words.edit, "lost the school phone")
    trial.wait(lambda: "This clause comes" in said(trial))

    assert "Before it: Phones on trips 2.3 If a phone is lost" in said(trial)


def test_words_that_are_not_saved_count(trial: DeskTrial) -> None:
    trial.change("photo for the display", "selfie with the class hamster")
    at_photos(trial)
    trial.press("Ctrl+Shift+W")
    trial.wait(lambda: "“selfie with the class hamster”: first" in said(trial))


def test_above_the_first_clause_it_says_so(trial: DeskTrial) -> None:
    trial.window.source.go_to_line(1)
    trial.press("Ctrl+Shift+W")

    assert "Put the cursor into a clause" in trial.window.asking.words


@pytest.mark.parametrize(
    ("number", "words"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (11, "11th"), (22, "22nd")]
)
def test_places_in_words(number: int, words: str) -> None:
    assert nth(number) == words
