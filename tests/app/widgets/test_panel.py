"""Bodies that scroll."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.widgets.fluid import Fluid
from handbook.app.widgets.panel import ScrollBody
from handbook.app.widgets.text import Label

ROOMY, CLOSE = 500, 300


class Fickle(QWidget):
    """Higher than the window where it is wide, and lower beside a scroll bar."""

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt names it
        super().resizeEvent(event)
        self.setFixedHeight(ROOMY if self.width() == 600 else CLOSE)


def test_a_body_that_fits_only_beside_the_bar_keeps_the_bar(qtbot: QtBot) -> None:
    inner = Fluid()
    column = QVBoxLayout(inner)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(Label(Look(), "Words that break into lines", Type.UI, wrap=True))
    column.addWidget(Fickle())
    body = ScrollBody(Look(), inner)
    qtbot.addWidget(body)
    body.resize(600, 400)

    body.show()
    body.resize(600, 401)

    always = Qt.ScrollBarPolicy.ScrollBarAlwaysOn
    qtbot.waitUntil(lambda: body.verticalScrollBarPolicy() == always)
    assert inner.width() == body.viewport().width() < 600


def test_a_body_that_settles_shows_the_bar_only_where_it_is_needed(qtbot: QtBot) -> None:
    inner = QWidget()
    inner.setMinimumHeight(ROOMY)
    body = ScrollBody(Look(), inner)
    qtbot.addWidget(body)
    body.resize(600, CLOSE)
    body.show()
    QApplication.processEvents()
    was_there = body.verticalScrollBar().isVisible()

    body.resize(600, ROOMY)
    QApplication.processEvents()

    assert was_there
    assert not body.verticalScrollBar().isVisible()
    assert inner.width() == 600
