"""The desk keeps its own text size: what is written all day may be smaller than what is read."""

from __future__ import annotations

from dataclasses import replace

from handbook.app.appearance import Appearance
from handbook.state.desk_settings import DeskSettingsStore
from handbook.state.preferences import TEXT_SIZES, Preferences


def with_own_size(preferences: Preferences, settings: DeskSettingsStore) -> Preferences:
    """The reader's own settings, with the text size of the desk where one was set."""
    kept = settings.read().text_size
    known = kept in map(str, TEXT_SIZES)
    return replace(preferences, text_size=int(kept)) if known else preferences


def keep_size(appearance: Appearance, settings: DeskSettingsStore) -> None:
    """Keep the text size for the next start each time it is set."""
    size = appearance.preferences.text_size

    def keep() -> None:
        nonlocal size
        if appearance.preferences.text_size != size:
            size = appearance.preferences.text_size
            settings.keep(replace(settings.read(), text_size=str(size)))

    appearance.changed.connect(keep)
