"""The list of keys on the screen."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from handbook.app.keys.page import KeysPage
from handbook.app.keys.presenter import KeyGroup, KeyLine
from handbook.app.look.look import Look

GROUPS = tuple(
    KeyGroup(f"Place {number}", tuple(KeyLine(f"Do {n}", (("F1",),)) for n in range(12)))
    for number in range(6)
)


def test_its_lines_are_never_squeezed_not_even_at_the_first_paint(qtbot: QtBot) -> None:
    stack = QStackedWidget()
    stack.addWidget(QWidget())
    page = KeysPage(Look())
    stack.addWidget(page)
    stack.resize(1366, 700)
    qtbot.addWidget(stack)
    stack.show()
    page.show_keys(GROUPS, letters_off=False)
    stack.setCurrentWidget(page)
    inside = page._scroll.widget()
    assert inside is not None

    at_once = inside.height()
    qtbot.wait(50)
    assert at_once == inside.height() > page.height()
