"""Labels: their lines are measured once for each width, and anew when something changes."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from handbook.app.look.look import Look
from handbook.app.widgets.text import Label

WORDS = "Tell the safeguarding lead today, before you go home. " * 4


@pytest.fixture
def look() -> Look:
    return Look()


@pytest.fixture
def label(qtbot: QtBot, look: Look) -> Label:
    label = Label(look, WORDS, wrap=True)
    qtbot.addWidget(label)
    return label


def measured(label: Label, width: int) -> int:
    """What Qt measures now."""
    return QLabel.heightForWidth(label, width)


def test_the_lines_of_a_width_are_measured_once(
    label: Label, monkeypatch: pytest.MonkeyPatch
) -> None:
    height = label.heightForWidth(300)
    monkeypatch.setattr(QLabel, "heightForWidth", lambda *_: pytest.fail("measured again"))

    assert label.heightForWidth(300) == height


def test_another_text_is_measured_anew(label: Label) -> None:
    before = label.heightForWidth(300)
    label.setText("Tell.")

    assert label.heightForWidth(300) == measured(label, 300) < before


def test_larger_text_is_measured_anew(label: Label, look: Look) -> None:
    before = label.heightForWidth(300)
    look.set_scale(2.0)

    assert label.heightForWidth(300) == measured(label, 300) > before


def test_other_margins_are_measured_anew(label: Label) -> None:
    before = label.heightForWidth(300)
    label.setContentsMargins(0, 20, 0, 20)

    assert label.heightForWidth(300) == measured(label, 300) == before + 40


def test_text_that_does_not_break_has_no_height_for_a_width(label: Label) -> None:
    label.heightForWidth(300)
    label.setWordWrap(False)

    assert label.heightForWidth(300) == measured(label, 300)
