"""The body of a route, where there is little room for it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from handbook.app.contacts import ContactView
from handbook.app.look.look import Look
from handbook.app.outcome.body import _OutsideHelp


@pytest.mark.parametrize("width", [700, 900, 1120])
def test_a_long_address_of_help_outside_is_not_cut_off(qtbot: QtBot, width: int) -> None:
    site = "https://www.averylongnameofahelpline.org.uk"
    helpers = tuple(ContactView("", f"Helper {n}", site=site) for n in range(4))
    shown = _OutsideHelp(Look(), helpers)
    page = QWidget()
    qtbot.addWidget(page)
    shown.setParent(page)
    page.resize(width, 600)
    page.show()
    shown.setGeometry(page.rect())
    shown.show()
    for _ in range(3):  # a layout that changes a width asks for another one
        QApplication.processEvents()
    addresses = [label for label in shown.findChildren(QLabel) if label.text() == site]

    assert len(addresses) == 4
    for label in addresses:
        longest = label.text().removeprefix("https://")  # a line may end behind the slashes
        assert label.fontMetrics().horizontalAdvance(longest) <= label.contentsRect().width()
