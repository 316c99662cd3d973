"""Cards beside each other: as many as there is room for, each row of one height."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from handbook.app.look.look import Look
from handbook.app.outcome.tiles import Tiles

WORDS = ("Short.", "Words that break into several lines where a card is narrow. " * 4)


class Resized(QObject):
    """Counts how often a widget takes another size."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's
        """Count."""
        del watched
        self.count += event.type() == QEvent.Type.Resize
        return False


def tiles(look: Look, count: int) -> tuple[QWidget, list[QLabel]]:
    """A widget with so many cards, long and short in turn."""
    inner, cards = Tiles(look), [QLabel(WORDS[number % 2]) for number in range(count)]
    for card in cards:
        card.setWordWrap(True)
        card.setAlignment(Qt.AlignmentFlag.AlignTop)
        inner.addWidget(card)
    outer = QWidget()
    column = QVBoxLayout(outer)
    column.setContentsMargins(0, 0, 0, 0)
    column.addLayout(inner)
    column.addStretch(1)
    return outer, cards


@pytest.mark.parametrize(
    ("width", "scale", "across"), [(1120, 1, 4), (800, 1, 3), (300, 1, 1), (1120, 2, 3)]
)
def test_as_many_stand_beside_each_other_as_there_is_room_for(
    qtbot: QtBot, width: int, scale: float, across: int
) -> None:
    look = Look()
    look.set_scale(scale)
    outer, cards = tiles(look, 5)
    qtbot.addWidget(outer)
    outer.resize(width, 900)
    outer.show()

    tops = [card.y() for card in cards]
    assert tops.count(tops[0]) == across
    assert len({card.height() for card in cards[:across]}) == 1
    assert cards[min(across, 4) - 1].geometry().right() < width
    assert all(card.height() >= card.heightForWidth(card.width()) for card in cards)


def test_every_card_is_laid_out_once(qtbot: QtBot) -> None:
    outer, cards = tiles(Look(), 4)
    qtbot.addWidget(outer)
    resized = Resized()
    for card in cards:
        card.installEventFilter(resized)
    outer.resize(1120, 900)
    outer.show()
    qtbot.wait(0)

    assert resized.count == len(cards)
