"""What a reader set for themselves. Never a search, an answer or an outcome."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from handbook.domain.audience import Audience
from handbook.state.kept_row import APART

TEXT_SIZES = (90, 100, 115, 130, 150, 175, 200)
"""The text sizes on offer, in per cent."""


class ThemeChoice(StrEnum):
    """Which theme a reader wants; SYSTEM follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high-contrast"


@dataclass(frozen=True, slots=True)
class Preferences:
    """A reader's own settings, replaced whole.

    Names that this program does not know are kept in `others`, so an older program does not
    lose what a newer one set.
    """

    theme: ThemeChoice = ThemeChoice.SYSTEM
    text_size: int = 100
    """Per cent; one of TEXT_SIZES."""
    warm_sheet: bool = False
    """In the light theme, text stands on the paper colour instead of on white."""
    less_movement: bool = False
    """Nothing fades."""
    letter_keys: bool = True
    """Single letters and numbers act as keys (WCAG 2.1.4 asks that they can be turned off)."""
    audience: Audience | None = None
    """What the reader does at the school, as they chose it; None before they have."""
    others: Mapping[str, str] = field(default_factory=dict)

    def bigger(self) -> int:
        """The next larger text size, or the largest."""
        return next((size for size in TEXT_SIZES if size > self.text_size), TEXT_SIZES[-1])

    def smaller(self) -> int:
        """The next smaller text size, or the smallest."""
        return next((s for s in reversed(TEXT_SIZES) if s < self.text_size), TEXT_SIZES[0])

    def usual(self) -> Preferences:
        """Every setting of this program as at the first start, but for who the reader is."""
        return Preferences(audience=self.audience, others=self.others)


_WORDS = {True: "yes", False: "no"}


class PreferenceStore:
    """Reads and keeps preferences in the reader's database."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def read(self) -> Preferences:
        """The preferences; what is missing or makes no sense has its default."""
        kept = dict(self._connection.execute("SELECT name, value FROM preference"))
        for name in APART:
            kept.pop(name, None)
        theme = kept.pop("theme", "")
        size = kept.pop("text_size", "")
        usual = Preferences()
        return Preferences(
            theme=ThemeChoice(theme) if theme in tuple(ThemeChoice) else usual.theme,
            text_size=int(size) if size in tuple(map(str, TEXT_SIZES)) else usual.text_size,
            warm_sheet=_truth(kept.pop("warm_sheet", ""), usual.warm_sheet),
            less_movement=_truth(kept.pop("less_movement", ""), usual.less_movement),
            letter_keys=_truth(kept.pop("letter_keys", ""), usual.letter_keys),
            audience=_audience(kept.pop("audience", "")),
            others=kept,
        )

    def keep(self, preferences: Preferences) -> None:
        """Keep all of them at once."""
        rows = {
            **preferences.others,
            "theme": preferences.theme.value,
            "text_size": str(preferences.text_size),
            "warm_sheet": _WORDS[preferences.warm_sheet],
            "less_movement": _WORDS[preferences.less_movement],
            "letter_keys": _WORDS[preferences.letter_keys],
        }
        if preferences.audience is not None:
            rows["audience"] = preferences.audience.value
        with self._connection:
            # The connection opens no transaction by itself, and half of them is none of them.
            self._connection.execute("BEGIN")
            self._connection.executemany(
                "INSERT INTO preference VALUES (?, ?)"
                " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                rows.items(),
            )


def _audience(word: str) -> Audience | None:
    return Audience(word) if word in tuple(Audience) else None


def _truth(word: str, usual: bool) -> bool:  # noqa: FBT001 - it is the value, not a switch
    return next((truth for truth, said in _WORDS.items() if said == word), usual)
