"""Buttons answer to the pointer."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from handbook.app.look.look import Look
from handbook.app.widgets.button import Button, ButtonKind, LinkButton


def made() -> list[QPushButton]:
    look = Look()
    return [*(Button(look, "Press", kind) for kind in ButtonKind), LinkButton(look, "Press")]


@pytest.mark.parametrize("number", range(len(ButtonKind) + 1))
def test_a_button_shows_that_the_pointer_is_over_it(qtbot: QtBot, number: int) -> None:
    button = made()[number]
    qtbot.addWidget(button)
    button.show()
    before = button.grab().toImage()
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    QApplication.sendEvent(button, QEnterEvent(QPointF(9, 9), QPointF(9, 9), QPointF(9, 9)))
    over = button.grab().toImage()
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, on=False)
    QApplication.sendEvent(button, QEvent(QEvent.Type.Leave))

    assert over != before
    assert button.grab().toImage() == before
    assert button.testAttribute(Qt.WidgetAttribute.WA_Hover)
