"""What a reader set: worn at once, kept at once, behind what the system asks for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QPalette
from pytestqt.qtbot import QtBot

from handbook.app import appearance as appearance_module
from handbook.app.appearance import Appearance, dress, theme_for
from handbook.app.look.look import Look
from handbook.app.look.tokens import Theme
from handbook.state.preferences import Preferences, PreferenceStore, ThemeChoice
from handbook.state.store import open_store


class Worn:
    """An appearance over a store of its own."""

    def __init__(self, folder: Path) -> None:
        self.look = Look()
        self.store = PreferenceStore(open_store(folder))
        self.parent = QObject()
        self.appearance = Appearance(self.look, self.store, self.parent)


@pytest.fixture
def worn(qtbot: QtBot, tmp_path: Path) -> Worn:
    assert qtbot is not None
    return Worn(tmp_path)


def test_a_setting_is_worn_and_kept_and_told(worn: Worn, qtbot: QtBot) -> None:
    wanted = Preferences(ThemeChoice.DARK, 150, less_movement=True)
    with qtbot.waitSignal(worn.appearance.changed):
        worn.appearance.keep(wanted)

    assert (worn.look.theme, worn.look.scale, worn.look.fades) == (Theme.DARK, 1.5, False)
    assert worn.store.read() == wanted


def test_the_same_settings_again_are_not_told(worn: Worn, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(worn.appearance.changed):
        worn.appearance.keep(Preferences())


def test_text_goes_up_and_down_by_one_step(worn: Worn) -> None:
    shown = []
    for step in (
        worn.appearance.bigger_text,
        worn.appearance.bigger_text,
        worn.appearance.smaller_text,
        worn.appearance.usual_text,
    ):
        step()
        shown.append(worn.appearance.preferences.text_size)

    assert shown == [115, 130, 115, 100]


def test_a_warm_sheet_is_for_light_alone(worn: Worn) -> None:
    worn.appearance.keep(Preferences(ThemeChoice.LIGHT, warm_sheet=True))
    light = worn.look.color("surface"), worn.look.color("canvas"), worn.look.color("wash")
    worn.appearance.keep(Preferences(ThemeChoice.DARK, warm_sheet=True))

    assert light[0] == light[1]
    assert light[2] != light[1]
    assert worn.look.color("surface") == QColor("#1D2126")


def test_nothing_fades_in_high_contrast(worn: Worn) -> None:
    worn.appearance.keep(Preferences(ThemeChoice.HIGH_CONTRAST))

    assert not worn.look.fades


@pytest.mark.parametrize(
    ("choice", "scheme", "theme"),
    [
        (ThemeChoice.SYSTEM, Qt.ColorScheme.Dark, Theme.DARK),
        (ThemeChoice.SYSTEM, Qt.ColorScheme.Light, Theme.LIGHT),
        (ThemeChoice.SYSTEM, Qt.ColorScheme.Unknown, Theme.LIGHT),
        (ThemeChoice.LIGHT, Qt.ColorScheme.Dark, Theme.LIGHT),
        (ThemeChoice.HIGH_CONTRAST, Qt.ColorScheme.Dark, Theme.HIGH_CONTRAST),
    ],
)
def test_the_system_decides_only_for_who_follows_it(
    choice: ThemeChoice, scheme: Qt.ColorScheme, theme: Theme
) -> None:
    assert theme_for(choice, scheme) is theme


def test_a_contrast_theme_of_the_system_goes_before_the_choice(
    worn: Worn, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = QPalette()
    for role, colour in (
        (QPalette.ColorRole.Base, "#2d3236"),
        (QPalette.ColorRole.Text, "#ffffff"),
        (QPalette.ColorRole.Highlight, "#a6d8ff"),
        (QPalette.ColorRole.HighlightedText, "#212d3b"),
    ):
        theirs.setColor(role, QColor(colour))
    monkeypatch.setattr(appearance_module, "wants_contrast", lambda: True)
    monkeypatch.setattr(appearance_module, "system_palette", lambda _: theirs)
    dress(worn.look, Preferences(ThemeChoice.LIGHT))

    assert worn.appearance.system_decides
    assert worn.look.theme is Theme.HIGH_CONTRAST
    assert worn.look.color("surface") == QColor("#2d3236")

    monkeypatch.setattr(appearance_module, "wants_contrast", lambda: False)
    dress(worn.look, replace(worn.appearance.preferences, theme=ThemeChoice.LIGHT))

    assert not worn.appearance.system_decides
    assert worn.look.color("surface") == QColor("#FFFFFF")
