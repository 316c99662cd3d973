"""What was gone to stands out for a moment, for readers who do not mind."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from handbook.app.desktop import Desktop
from handbook.app.look.look import Look
from handbook.app.look.tokens import Theme
from handbook.app.reading.fading import Fade
from handbook.domain.clause_ref import ClauseRef
from handbook.state.preferences import Preferences


def faded(look: Look, parent: QObject) -> tuple[Fade, list[float]]:
    seen: list[float] = []
    fade = Fade(look, parent, lambda: seen.append(fade.strength))
    fade.begin()
    return fade, seen


def test_it_is_strong_at_first_and_settles(qtbot: QtBot) -> None:
    parent = QObject()
    fade, seen = faded(Look(), parent)
    assert fade.strength > 0.9

    qtbot.waitUntil(lambda: fade.strength == 0)
    assert seen == sorted(seen, reverse=True)
    assert len(seen) > 2


def test_less_movement_fades_nothing(qtbot: QtBot) -> None:
    assert qtbot is not None
    parent, look = QObject(), Look()
    look.set_fades(fades=False)

    assert faded(look, parent)[0].strength == 0


def test_high_contrast_fades_nothing(qtbot: QtBot) -> None:
    assert qtbot is not None
    parent = QObject()

    assert faded(Look(Theme.HIGH_CONTRAST), parent)[0].strength == 0


@pytest.mark.parametrize("less", [True, False])
def test_the_clause_that_is_opened_fades_unless_that_is_turned_off(
    desktop: Desktop, less: bool
) -> None:
    desktop.appearance.keep(Preferences(less_movement=less))
    desktop.ways.open_clause(ClauseRef("phones", "photos"))
    strength = desktop.rooms.reading.page.text._fade.strength

    assert (strength == 0) is less


def test_another_text_size_makes_nothing_stand_out_again(desktop: Desktop) -> None:
    desktop.ways.open_clause(ClauseRef("phones", "photos"))
    desktop.appearance.bigger_text()

    assert desktop.rooms.reading.page.text._fade.strength == 0
