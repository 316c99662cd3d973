"""Spans as a label: plain where one weight will do, rich where it takes more."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from handbook.app.look.look import Look
from handbook.app.widgets.spans_label import SpansLabel
from handbook.domain.blocks import Span

WORDS = "Tea & <cake>\nat four"
STRONG = "Tea &amp; &lt;cake&gt;<br>at four"


@pytest.mark.parametrize(
    ("label", "text", "form"),
    [
        (lambda look: SpansLabel(look, (Span(WORDS),)), WORDS, Qt.TextFormat.PlainText),
        (
            lambda look: SpansLabel(look, (Span(WORDS, strong=True),)),
            f"<b>{STRONG}</b>",
            Qt.TextFormat.RichText,
        ),
        (
            lambda look: SpansLabel(look, (Span(WORDS),), bold=True),
            f"<b>{STRONG}</b>",
            Qt.TextFormat.RichText,
        ),
        (
            lambda look: SpansLabel(look, (Span("Tea"),), marks=lambda _: ((0, 3),)),
            None,
            Qt.TextFormat.RichText,
        ),
    ],
    ids=["plain", "strong", "bold", "marked"],
)
def test_words_are_shown_as_they_are_written(
    qtbot: QtBot, label: object, text: str | None, form: Qt.TextFormat
) -> None:
    assert callable(label)
    made = label(Look())
    qtbot.addWidget(made)

    assert made.textFormat() is form
    assert text is None or made.text() == text


def test_nothing_is_left_of_what_was_forgotten(qtbot: QtBot) -> None:
    look = Look()
    label = SpansLabel(look, (Span(WORDS),))
    qtbot.addWidget(label)
    label.forget()
    look.changed.emit()

    assert label.text() == ""
    assert label.accessibleName() == ""
