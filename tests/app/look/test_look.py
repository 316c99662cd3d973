"""The look: icons in every colour and size, and text that grows within its bounds."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from PySide6.QtGui import QFontMetricsF, QPixmap
from pytestqt.qtbot import QtBot

import handbook.app
from handbook import locations
from handbook.app.look.look import MAX_SCALE, MIN_SCALE, Look
from handbook.app.look.tokens import Theme
from handbook.app.look.type import Type

ICONS = sorted(path.stem for path in (locations.resources() / "icons").glob("*.svg"))


@pytest.fixture
def look(qtbot: QtBot) -> Look:
    assert qtbot is not None
    return Look()


def is_drawn(pixmap: QPixmap, colour: str) -> bool:
    image = pixmap.toImage()
    return any(
        image.pixelColor(x, y).alpha() > 200 and image.pixelColor(x, y).name() == colour
        for x in range(image.width())
        for y in range(image.height())
    )


@pytest.mark.parametrize("name", ICONS)
def test_an_icon_is_drawn_in_the_colour_of_each_theme(look: Look, name: str) -> None:
    for theme in Theme:
        look.set_theme(theme)
        assert is_drawn(look.icon(name, "accent", 48), look.color("accent").name())


@pytest.mark.parametrize("name", ICONS)
def test_an_icon_is_sharp_on_a_dense_screen(look: Look, name: str) -> None:
    icon = look.icon(name, "ink", 20, 2.0)

    assert (icon.width(), icon.devicePixelRatio()) == (40, 2)


def test_every_icon_that_the_program_names_is_there() -> None:
    named = set()
    for path in Path(handbook.app.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "icon":
                named |= {a.value for a in node.args[:1] if isinstance(a, ast.Constant)}
            if isinstance(node, ast.keyword) and node.arg in ("icon", "trailing_icon"):
                named |= {node.value.value} if isinstance(node.value, ast.Constant) else set()

    assert len(named) > 10
    assert named - {""} <= set(ICONS)


def test_an_icon_is_drawn_once(look: Look) -> None:
    first = look.icon("book", "ink", 20)

    assert look.icon("book", "ink", 20).cacheKey() == first.cacheKey()
    assert look.icon("book", "accent", 20).cacheKey() != first.cacheKey()


def test_text_grows_within_its_bounds(look: Look) -> None:
    look.set_scale(9)
    assert look.scale == MAX_SCALE
    look.set_scale(0.1)
    assert look.scale == MIN_SCALE


@pytest.mark.parametrize("role", Type)
def test_interface_text_stops_growing_and_reading_text_does_not(look: Look, role: Type) -> None:
    look.set_scale(1.5)
    at_150 = look.font(role).pixelSize(), look.line_height(role, reading=True)
    look.set_scale(2)

    assert look.font(role).pixelSize() == at_150[0]
    assert look.line_height(role, reading=True) > at_150[1]


@pytest.mark.parametrize("role", Type)
@pytest.mark.parametrize("scale", [0.9, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0])
def test_a_line_is_high_enough_for_its_letters(look: Look, role: Type, scale: float) -> None:
    look.set_scale(scale)
    metrics = QFontMetricsF(look.font(role, reading=True))

    assert metrics.tightBoundingRect("Éjpgqy|").height() <= look.line_height(role, reading=True)


def test_a_change_is_announced_once_and_no_change_is_not(look: Look, qtbot: QtBot) -> None:
    with qtbot.waitSignal(look.changed):
        look.set_theme(Theme.DARK)
    with qtbot.assertNotEmitted(look.changed):
        look.set_theme(Theme.DARK)
        look.set_scale(1.0)
