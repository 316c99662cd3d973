"""What an outcome showed is gone once it is forgotten."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from handbook.app.look.look import Look
from handbook.app.look.tokens import Theme
from handbook.app.outcome.texts import forget_words
from handbook.app.widgets.spans_label import SpansLabel
from handbook.app.widgets.text import ElidedLabel, Label
from handbook.domain.blocks import Span


def test_forgotten_words_do_not_come_back_with_another_theme_or_size(qtbot: QtBot) -> None:
    look, page = Look(), QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    column.addWidget(SpansLabel(look, (Span("my concern", strong=True),), bold=True))
    column.addWidget(Label(look, "my concern"))
    column.addWidget(ElidedLabel(look, "my concern"))
    page.show()
    forget_words(page)
    look.set_theme(Theme.DARK)
    look.set_scale(1.5)

    labels = page.findChildren(QLabel)
    said = [word for each in labels for word in (each.text(), each.accessibleName())]
    assert "concern" not in " ".join([*said, *(each.toolTip() for each in labels)])
