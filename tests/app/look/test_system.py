"""A contrast theme of the system, taken over token by token."""

from __future__ import annotations

from typing import get_args

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from handbook.app.look.look import Look
from handbook.app.look.system import system_colours, system_palette
from handbook.app.look.tokens import Theme, Token
from tests.app.look.test_tokens import PAIRS, contrast


def palette(ground: str, text: str, chosen: str, on_chosen: str, link: str) -> QPalette:
    made = QPalette()
    role = QPalette.ColorRole
    for each, colour in (
        (role.Base, ground),
        (role.Text, text),
        (role.Highlight, chosen),
        (role.HighlightedText, on_chosen),
        (role.Link, link),
    ):
        made.setColor(each, QColor(colour))
    return made


# The colours of the contrast themes that come with Windows 11.
WINDOWS = {
    "aquatic": palette("#202020", "#ffffff", "#8ee3f0", "#263b50", "#75e9fc"),
    "desert": palette("#fffaef", "#3d3d3d", "#903909", "#fff5e3", "#1c5e75"),
    "dusk": palette("#2d3236", "#ffffff", "#a6d8ff", "#212d3b", "#70ebde"),
    "night sky": palette("#000000", "#ffffff", "#d6b4fd", "#2b2b2b", "#8080ff"),
}


@pytest.mark.parametrize("name", WINDOWS)
@pytest.mark.parametrize(("front", "ground", "least"), PAIRS)
def test_a_pair_has_its_contrast_in_a_theme_of_the_system(
    name: str, front: Token, ground: Token, least: float
) -> None:
    shown = system_colours(WINDOWS[name])

    assert set(shown) == set(get_args(Token))
    # The systems take 4.5 as enough for what is selected.
    enough = min(least, 4.5) if front in ("mark_ink", "sel_ink") else least
    assert contrast(shown[front], shown[ground]) >= enough


@pytest.mark.usefixtures("qapp")
def test_a_palette_without_contrast_is_not_taken() -> None:
    assert system_colours(palette("#ffffff", "#999999", "#000000", "#ffffff", "#0000ff")) == {}
    assert system_colours(palette("#ffffff", "#000000", "#99ccff", "#ffffff", "#0000ff")) == {}


@pytest.mark.usefixtures("qapp")
def test_a_link_that_could_not_be_read_takes_the_colour_of_text() -> None:
    shown = system_colours(palette("#ffffff", "#000000", "#000080", "#ffffff", "#cccccc"))

    assert shown["link"] == "#000000"


@pytest.mark.usefixtures("qapp")
def test_a_ring_that_could_not_be_seen_takes_the_colour_of_text() -> None:
    shown = system_colours(palette("#ffffff", "#000000", "#ffff99", "#000000", "#0000ff"))

    assert (shown["focus"], shown["on_focus"]) == ("#000000", "#ffffff")


def test_the_palette_below_our_own_is_read_and_ours_put_back(qapp: QApplication) -> None:
    plain = system_palette(qapp).color(QPalette.ColorRole.Base)
    look = Look(Theme.HIGH_CONTRAST, 1.0)
    look.apply(qapp)
    below = system_palette(qapp).color(QPalette.ColorRole.Base)
    ours = qapp.palette().color(QPalette.ColorRole.Base)
    Look().apply(qapp)

    assert below == plain
    assert ours == QColor("#000000")


@pytest.mark.usefixtures("qapp")
def test_the_look_wears_the_colours_of_the_system() -> None:
    look = Look()
    look.set_theme(Theme.HIGH_CONTRAST, system_colours(WINDOWS["dusk"]))

    assert look.color("canvas") == QColor("#2d3236")
    assert look.color("link") == QColor("#70ebde")
