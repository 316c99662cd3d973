"""The field that questions are typed into."""

from __future__ import annotations

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from handbook.app.look.look import Look
from handbook.app.widgets.field import SearchField


def test_what_is_dictated_counts_as_typed(qtbot: QtBot) -> None:
    """A screen reader or a program for dictation sets the text; no key is pressed."""
    field = SearchField(Look(), "Ask in your own words")
    qtbot.addWidget(field)
    told: list[str] = []
    field.edited.connect(told.append)
    edit = field.findChild(QLineEdit)
    assert edit is not None
    heard = QAccessible.queryAccessibleInterface(edit)
    heard.setText(QAccessible.Text.Value, "phones")

    assert told == ["phones"]


def test_a_text_that_the_program_shows_is_not_announced(qtbot: QtBot) -> None:
    field = SearchField(Look(), "Ask in your own words")
    qtbot.addWidget(field)
    told: list[str] = []
    field.edited.connect(told.append)
    field.set_text("phones")

    assert field.text() == "phones"
    assert told == []


def test_a_field_is_called_by_what_it_does(qtbot: QtBot) -> None:
    field = SearchField(Look(), "Try: a question", name="Search all policies")
    qtbot.addWidget(field)
    edit = field.findChild(QLineEdit)
    assert edit is not None

    assert edit.accessibleName() == "Search all policies"
