"""The strip at the top of the desk."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from handbook.app.desk.head import DeskHead
from handbook.app.desk.work.paper import State
from handbook.app.look.look import Look


def test_a_file_that_is_named_anew_is_not_called_saved(qtbot: QtBot) -> None:
    head = DeskHead(Look())
    qtbot.addWidget(head)
    head.show_file("Phones", "policies/phones.md")
    head.show_state(State.CHANGED)
    head.show_file("Phones on trips", "policies/phones.md")

    assert not head._changed.isHidden()
    assert head._saved.isHidden()
    head.show_file("", "")
    assert head._changed.isHidden()


@pytest.mark.parametrize("state", list(State), ids=lambda state: state.name)
@pytest.mark.parametrize(("width", "scale"), [(1366, 1.0), (1000, 1.5), (900, 2.0)])
def test_the_title_gives_way_to_the_buttons(
    qtbot: QtBot, state: State, width: int, scale: float
) -> None:
    look = Look()
    look.set_scale(scale)
    head = DeskHead(look)
    qtbot.addWidget(head)
    head.show_file("A policy with a title that goes on and on and on", "policies/phones.md")
    head.show_state(state)
    head.show_words(shown=width > 1300, file=width > 1300)
    head.resize(width, 60)
    head.show()
    qtbot.wait(10)

    assert head.save.geometry().right() < head.width()
    assert head.save.width() >= head.save.sizeHint().width()
