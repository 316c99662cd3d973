"""What a reader set for themselves: worn by the look, kept for the next start."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from handbook.app.look.look import Look
from handbook.app.look.system import system_colours, system_palette, wants_contrast
from handbook.app.look.tokens import Theme, warm_sheet
from handbook.state.preferences import Preferences, PreferenceStore, ThemeChoice


class Appearance(QObject):
    """The preferences in use; a change acts at once and is kept at once.

    A contrast theme of the system goes before the reader's choice of colours: whoever has set
    one needs it in every program.
    """

    changed = Signal()
    """A setting, or what the system asks for, changed."""

    def __init__(self, look: Look, store: PreferenceStore, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self._store = store
        self._preferences = store.read()
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._follow_system)
        if (accessibility := getattr(hints, "accessibility", None)) is not None:
            accessibility().contrastPreferenceChanged.connect(self._follow_system)

    @property
    def preferences(self) -> Preferences:
        """What the reader set."""
        return self._preferences

    @property
    def theme(self) -> Theme:
        """The theme that is shown."""
        return self._look.theme

    @property
    def system_decides(self) -> bool:
        """Whether a contrast theme of the system is on, and colours are not the reader's."""
        return wants_contrast()

    def keep(self, preferences: Preferences) -> None:
        """Put other preferences in the place of these."""
        if preferences != self._preferences:
            self._preferences = preferences
            self._store.keep(preferences)
            dress(self._look, preferences)
            self.changed.emit()

    def bigger_text(self) -> None:
        """One step larger text."""
        self.keep(replace(self._preferences, text_size=self._preferences.bigger()))

    def smaller_text(self) -> None:
        """One step smaller text."""
        self.keep(replace(self._preferences, text_size=self._preferences.smaller()))

    def usual_text(self) -> None:
        """Text of the usual size."""
        self.keep(replace(self._preferences, text_size=Preferences().text_size))

    def _follow_system(self) -> None:
        dress(self._look, self._preferences)
        self.changed.emit()


def dress(look: Look, preferences: Preferences) -> None:
    """Give a look the theme, text size, movement and keys of these preferences."""
    look.set_fades(fades=not preferences.less_movement)
    look.set_letter_keys(act=preferences.letter_keys)
    look.set_scale(preferences.text_size / 100)
    app = QApplication.instance()
    if wants_contrast() and isinstance(app, QApplication):
        look.set_theme(Theme.HIGH_CONTRAST, system_colours(system_palette(app)))
        return
    theme = theme_for(preferences.theme, QGuiApplication.styleHints().colorScheme())
    warm = preferences.warm_sheet and theme is Theme.LIGHT
    look.set_theme(theme, warm_sheet() if warm else {})


def theme_for(choice: ThemeChoice, scheme: Qt.ColorScheme) -> Theme:
    """The theme for a reader's choice, the desktop's own where they chose none."""
    if choice is not ThemeChoice.SYSTEM:
        return Theme(choice.value)
    return Theme.DARK if scheme == Qt.ColorScheme.Dark else Theme.LIGHT
