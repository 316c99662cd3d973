"""What the pages beyond Home ask of the window that they are in."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QWidget

from handbook.app.look.look import Look
from handbook.app.page import Page
from handbook.app.services import Services
from handbook.app.ways import Ways
from handbook.app.window import MainWindow
from handbook.domain.library import Library
from handbook.domain.policy import ClauseRef


class JourneyHouse(Protocol):
    """What the pages of a journey ask of the window, which may be that of a draft."""

    @property
    def look(self) -> Look:
        """Colours and type."""

    @property
    def window(self) -> QWidget:
        """The window itself, for dialogs to stand over."""

    @property
    def services(self) -> Services:
        """What the window is built on."""

    def show_page(self, page: Page, *, concern: bool = True) -> None:
        """Put a page into the window."""

    def back_from_wizard(self) -> None:
        """Show the handbook again."""

    def leave_quickly(self) -> None:
        """Turn into an ordinary page."""


class House(JourneyHouse, Protocol):
    """What the rooms ask of the desktop."""

    @property
    def window(self) -> MainWindow:
        """The window itself."""

    @property
    def library(self) -> Library:
        """The library, once it is open."""

    @property
    def ways(self) -> Ways:
        """The ways to the places of the handbook."""

    def say(self, words: str) -> None:
        """Say a sentence above the page that is shown."""

    def open_concern(self, flow_id: str = "concern", place: str = "") -> None:
        """Start the wizard."""

    def open_pack(self, path: Path) -> None:
        """Show a pack of policies, and ask before it is put into use."""

    def copy_link(self, ref: ClauseRef) -> None:
        """Put a clause's link on the clipboard."""

    def try_again(self) -> None:
        """Look for the content again."""
