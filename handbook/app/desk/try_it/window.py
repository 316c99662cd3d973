"""A window of its own for a draft: the real pages of a journey, and nothing of the handbook."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from handbook.app.appearance import Appearance, dress
from handbook.app.background import LatestOnly
from handbook.app.collector import Collector
from handbook.app.commands import Command, CommandId, Shortcuts
from handbook.app.desk.try_it.page import TryPage
from handbook.app.desk.try_it.presenter import DraftFiles, TryPresenter
from handbook.app.journey_rooms import JourneyRooms
from handbook.app.look.look import Look
from handbook.app.page import Page
from handbook.app.services import Services
from handbook.app.window import MainWindow


class TryOut(QObject):
    """Joins a draft's page with the pages of the wizard, and is the house that they stand in.

    To leave, whether quickly or back to the handbook, closes the window: there is no handbook
    behind it.
    """

    def __init__(self, look: Look, services: Services, files: DraftFiles) -> None:
        super().__init__()
        self.look = look
        self.services = services
        self.window = MainWindow(look)
        self.page = TryPage(look)
        self._appearance = Appearance(look, services.preferences, self)
        self._shortcuts = Shortcuts(self.window, _size_keys(self._appearance))
        self._reading, self._checking = LatestOnly(self), LatestOnly(self)
        self.rooms = JourneyRooms(self, self)
        self.presenter = TryPresenter(self.page, self.rooms, files, self._reading, self._checking)
        self.presenter.on_copy = _copy
        self.page.reading_wanted.connect(self.presenter.read_again)
        self.page.copy_wanted.connect(self.presenter.copy_story)
        self.window.closing.connect(self.close)

    def start(self) -> None:
        """Show the window and read the draft."""
        self.window.show_page(self.page)
        self.window.show()
        self.window.activateWindow()
        self.presenter.read_again()

    def show_page(self, page: Page, *, concern: bool = True) -> None:
        """Put a page of the journey below the strip; every page here is the draft's."""
        del concern
        self.page.show_page(page)
        self.presenter.moved(to_outcome=page is self.rooms.outcome)

    def back_from_wizard(self) -> None:
        """Leave the draft."""
        self.rooms.forget()
        self.window.close()

    def leave_quickly(self) -> None:
        """Be gone at once."""
        self.back_from_wizard()

    def close(self) -> None:
        """Finish background work before Qt goes."""
        self._reading.close()
        self._checking.close()


def draft_files(draft: Path, content: Path) -> DraftFiles:
    """The files of a draft among the content of a folder."""
    from handbook.lint.check import check_draft
    from handbook.markup.library import read_library

    return DraftFiles(
        draft.stem,
        read=lambda: read_library(content, draft),
        check=lambda library: check_draft(draft, content, library),
    )


def run(draft: Path, content: Path) -> int:
    """Open a window on a draft; returns the exit code. No file of the reader's is written."""
    from handbook import locations
    from handbook.app.start import begin, fit_screen, hear
    from handbook.state.preferences import PreferenceStore
    from handbook.state.store import open_copy

    app = begin()
    collector = Collector(app)
    store = open_copy(locations.data())
    preferences = PreferenceStore(store)
    look = Look()
    dress(look, preferences.read())
    look.apply(app)
    services = Services(content, locations.cache(), preferences)
    try_out = TryOut(look, services, draft_files(draft, content))
    fit_screen(try_out.window)
    try_out.start()
    hear(app)
    code = app.exec()
    try_out.close()
    store.close()
    collector.close()
    return code


def _size_keys(appearance: Appearance) -> tuple[Command, ...]:
    ids = CommandId
    return (
        Command(ids.BIGGER, "Larger text", ("Ctrl++", "Ctrl+="), appearance.bigger_text),
        Command(ids.SMALLER, "Smaller text", ("Ctrl+-",), appearance.smaller_text),
        Command(ids.USUAL_SIZE, "Usual text size", ("Ctrl+0",), appearance.usual_text),
    )


def _copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
