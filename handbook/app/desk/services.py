"""What the desk is built on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from handbook.state.desk_settings import DeskSettingsStore
from handbook.state.preferences import PreferenceStore
from handbook.state.unsaved import UnsavedStore


@dataclass(frozen=True, slots=True)
class DeskServices:
    """One content folder, and where the desk keeps what is its own; clocks are parameters."""

    folder: Path
    unsaved: UnsavedStore
    settings: DeskSettingsStore
    preferences: PreferenceStore
    cache: Path
    now: Callable[[], datetime]
    today: Callable[[], date]
