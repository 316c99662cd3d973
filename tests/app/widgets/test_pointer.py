"""What can be pressed looks so under the pointer, at once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from handbook.app.bar import NavTab
from handbook.app.home.lists import CollectionRowButton
from handbook.app.home.presenter import CollectionRow
from handbook.app.look.look import Look
from handbook.app.look.tokens import Theme
from handbook.app.page import Nav
from handbook.app.widgets.chip import Chip
from handbook.app.widgets.rail import RailChoice, RailItem

MAKERS: dict[str, Callable[[Look], QAbstractButton]] = {
    "chip": lambda look: Chip(look, "Recently changed"),
    "place": lambda look: RailItem(look, "Safeguarding", 6, "shield"),
    "choice": lambda look: RailChoice(look, "Review overdue"),
    "tab": lambda look: NavTab(look, Nav.POLICIES),
    "row": lambda look: CollectionRowButton(look, CollectionRow("Safeguarding", 6)),
}


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK], ids=str)
@pytest.mark.parametrize("name", MAKERS)
def test_it_is_drawn_otherwise_under_the_pointer(qtbot: QtBot, name: str, theme: Theme) -> None:
    button = MAKERS[name](Look(theme))
    qtbot.addWidget(button)
    button.resize(300, 48)
    away = button.grab().toImage()
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)

    assert button.grab().toImage() != away
    assert button.testAttribute(Qt.WidgetAttribute.WA_Hover)  # else Qt draws nothing anew
