"""What the Aa menu decides: which settings there are, and what a choice changes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import Protocol

from handbook.app.audiences import AUDIENCES
from handbook.app.look.tokens import Theme
from handbook.domain.audience import Audience
from handbook.state.preferences import TEXT_SIZES, Preferences, ThemeChoice


class Colours(Enum):
    """How far the reader's choice of colours goes."""

    CHOSEN = "chosen"
    SYSTEM_DECIDES = "system decides"
    """A contrast theme of the system is on, and goes before every choice."""


@dataclass(frozen=True, slots=True)
class AaView:
    """The state of every control."""

    text_size: int
    """Per cent."""
    theme: ThemeChoice
    colours: Colours
    warm_sheet: bool
    warm_sheet_shows: bool
    """Whether the light theme is shown, the only one that has a warm sheet."""
    less_movement: bool
    letter_keys: bool
    is_usual: bool
    """Nothing is there to be put back."""
    set_role: str = ""
    """What the school says that staff here do; empty where it leaves that to them."""
    text_sizes: tuple[int, ...] = TEXT_SIZES


class Settings(Protocol):
    """Where settings are in use and kept."""

    @property
    def preferences(self) -> Preferences:
        """What the reader set."""

    @property
    def theme(self) -> Theme:
        """The theme that is shown."""

    @property
    def system_decides(self) -> bool:
        """Whether a contrast theme of the system is on."""

    def keep(self, preferences: Preferences) -> None:
        """Put other preferences in the place of these."""


class AaPage(Protocol):
    """What the presenter asks of the menu."""

    def show_settings(self, view: AaView) -> None:
        """Show the state of every control."""


class AaPresenter:
    """Shows the settings as they are, and changes one at a time, at once."""

    def __init__(self, page: AaPage, settings: Settings, role: Audience | None = None) -> None:
        self._page = page
        self._settings = settings
        self._role = role

    def show(self) -> None:
        """Show the settings anew."""
        kept = self._settings.preferences
        decides = self._settings.system_decides
        self._page.show_settings(
            AaView(
                text_size=kept.text_size,
                theme=kept.theme,
                colours=Colours.SYSTEM_DECIDES if decides else Colours.CHOSEN,
                warm_sheet=kept.warm_sheet,
                warm_sheet_shows=self._settings.theme is Theme.LIGHT,
                less_movement=kept.less_movement,
                letter_keys=kept.letter_keys,
                is_usual=kept == kept.usual(),
                set_role=AUDIENCES[self._role].one if self._role is not None else "",
            )
        )

    def size_chosen(self, per_cent: int) -> None:
        """Text of another size; a size that is not offered changes nothing."""
        if per_cent in TEXT_SIZES:
            self._keep(text_size=per_cent)

    def theme_chosen(self, choice: ThemeChoice) -> None:
        """Other colours."""
        self._keep(theme=choice)

    def warm_sheet_switched(self) -> None:
        """The sheet takes the paper colour, or is white again."""
        self._keep(warm_sheet=not self._settings.preferences.warm_sheet)

    def less_movement_switched(self) -> None:
        """Nothing fades, or fades again."""
        self._keep(less_movement=not self._settings.preferences.less_movement)

    def letter_keys_switched(self) -> None:
        """Single letters and numbers act as keys, or do not."""
        self._keep(letter_keys=not self._settings.preferences.letter_keys)

    def put_back(self) -> None:
        """Everything as at the first start."""
        self._settings.keep(self._settings.preferences.usual())

    def _keep(self, **changed: object) -> None:
        self._settings.keep(replace(self._settings.preferences, **changed))  # type: ignore[arg-type]
