"""What screen readers are told beyond what Qt tells them by itself."""

from __future__ import annotations

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.widgets.accessible import guide_screen_readers
from handbook.app.widgets.text import Label

NAME = QAccessible.Text.Name


def test_a_title_is_a_heading_and_other_words_are_not(qtbot: QtBot) -> None:
    guide_screen_readers()
    title, words = Label(Look(), "Phones", Type.DISPLAY), Label(Look(), "All day.")
    qtbot.addWidget(title)
    qtbot.addWidget(words)

    heard = QAccessible.queryAccessibleInterface(title)
    assert (heard.role(), heard.text(NAME)) == (QAccessible.Role.Heading, "Phones")
    plain = QAccessible.queryAccessibleInterface(words)
    assert (plain.role(), plain.text(NAME)) == (QAccessible.Role.StaticText, "All day.")


def test_a_heading_is_read_as_it_now_stands(qtbot: QtBot) -> None:
    guide_screen_readers()
    title = Label(Look(), "Phones", Type.DISPLAY)
    qtbot.addWidget(title)
    heard = QAccessible.queryAccessibleInterface(title)
    title.setText("Visitors")
    assert heard.text(NAME) == "Visitors"

    title.clear()
    assert heard.text(NAME) == ""


def test_a_child_that_has_just_gone_is_no_crash(qtbot: QtBot) -> None:
    """Qt's own interface of a scroll area reads past the end of its list."""
    guide_screen_readers()
    area = QScrollArea()
    qtbot.addWidget(area)
    area.setWidget(QLabel("Long words"))
    heard = QAccessible.queryAccessibleInterface(area)

    assert heard.childCount() > 0
    assert heard.child(99) is None
