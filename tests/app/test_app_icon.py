"""Windows carry the app's icon."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from handbook.app import app_icon
from handbook.app.look.tokens import Theme, colours


@pytest.mark.parametrize("side", [16, 48])
def test_a_window_has_the_icon_in_the_colour_of_the_handbook(qtbot: QtBot, side: int) -> None:
    app_icon.show_icon()
    window = QWidget()
    qtbot.addWidget(window)
    image = window.windowIcon().pixmap(side, side).toImage()

    assert image.pixelColor(side // 2, side // 8) == QColor(colours(Theme.LIGHT)["accent"])


def test_it_comes_once_the_start_is_over(
    qapp: QGuiApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[bool] = []
    monkeypatch.setattr(app_icon, "LATER_MS", 10)
    monkeypatch.setattr(app_icon, "show_icon", lambda: shown.append(True))

    app_icon.show_icon_later(qapp)

    assert shown == []
    qtbot.waitUntil(lambda: shown == [True])
