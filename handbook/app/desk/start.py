"""Opening the editors' desk in a window of its own."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from PySide6.QtCore import QLockFile
from PySide6.QtWidgets import QMessageBox

from handbook import locations
from handbook.app.appearance import Appearance, dress
from handbook.app.collector import Collector
from handbook.app.desk.desk import Desk
from handbook.app.desk.keys import desk_keys
from handbook.app.desk.services import DeskServices
from handbook.app.desk.text_size import keep_size, with_own_size
from handbook.app.look.look import Look
from handbook.app.start import begin, fit_screen, hear
from handbook.state.desk_settings import DeskSettingsStore
from handbook.state.preferences import PreferenceStore
from handbook.state.store import open_copy
from handbook.state.unsaved import UnsavedStore

OPEN_ALREADY = "The desk is open on this folder already: look for its window."
REFUSED = 1


def run(folder: Path, file: str = "") -> int:
    """Open a desk on a folder; returns the exit code once it is closed."""
    app = begin()
    unsaved = UnsavedStore(locations.data(), folder)
    lock = _lock(unsaved.folder)
    if lock is None:
        look = Look()
        look.apply(app)
        QMessageBox.information(None, "Editors’ desk", OPEN_ALREADY)
        return REFUSED
    collector = Collector(app)
    store = open_copy(locations.data())
    preferences, settings = PreferenceStore(store), DeskSettingsStore(unsaved.folder)
    preferences.keep(with_own_size(preferences.read(), settings))  # into the copy
    look = Look()
    dress(look, preferences.read())
    look.apply(app)
    services = DeskServices(
        folder=folder,
        unsaved=unsaved,
        settings=settings,
        preferences=preferences,
        cache=locations.cache(),
        now=lambda: datetime.now(UTC),
        today=date.today,
    )
    desk = Desk(look, services)
    appearance = Appearance(look, preferences, desk)
    keep_size(appearance, settings)
    desk_keys(desk, appearance)
    fit_screen(desk.window)
    desk.start(file)
    hear(app)
    code = app.exec()
    desk.close()
    store.close()
    collector.close()
    lock.unlock()
    return code


def _lock(folder: Path) -> QLockFile | None:
    """Held while a desk is open, so that two do not take each other's words for a crash's."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return QLockFile("")  # nothing can be kept there, so nothing can be mixed up
    lock = QLockFile(str(folder / "lock"))
    lock.setStaleLockTime(0)  # only the end of the program that holds it frees it
    return lock if lock.tryLock(0) else None
