"""The desk keeps its own text size, beside that of the handbook."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from handbook.app.appearance import Appearance
from handbook.app.desk.text_size import keep_size, with_own_size
from handbook.app.look.look import Look
from handbook.state.desk_settings import DeskSettings, DeskSettingsStore
from handbook.state.preferences import Preferences, PreferenceStore, ThemeChoice
from handbook.state.store import open_in_memory


@pytest.mark.usefixtures("qapp")
def test_a_size_that_is_set_at_the_desk_is_there_at_its_next_start(tmp_path: Path) -> None:
    settings, parent = DeskSettingsStore(tmp_path), QObject()
    settings.keep(DeskSettings(packs="packs"))
    store = open_in_memory()
    appearance = Appearance(Look(), PreferenceStore(store), parent)
    keep_size(appearance, settings)

    appearance.keep(replace(appearance.preferences, theme=ThemeChoice.DARK))
    assert settings.read() == DeskSettings(packs="packs")
    appearance.bigger_text()

    assert settings.read() == DeskSettings(packs="packs", text_size="115")
    assert with_own_size(Preferences(text_size=200), settings) == Preferences(text_size=115)
    store.close()


@pytest.mark.parametrize("kept", ["", "101", "huge", "-100"])
def test_without_a_size_of_its_own_it_takes_that_of_the_handbook(
    kept: str, tmp_path: Path
) -> None:
    settings = DeskSettingsStore(tmp_path)
    settings.keep(DeskSettings(text_size=kept))

    assert with_own_size(Preferences(text_size=150), settings) == Preferences(text_size=150)
