"""Starting the window: what must happen before the first paint, and nothing else."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from handbook import locations
from handbook.app.app_icon import show_icon_later
from handbook.app.appearance import dress
from handbook.app.callers import Callers
from handbook.app.collector import Collector
from handbook.app.desktop import Desktop
from handbook.app.installed import InstalledPack
from handbook.app.look.fonts import load_fonts
from handbook.app.look.look import Look
from handbook.app.one_window import Seat
from handbook.app.services import Services
from handbook.app.slips import say_no_answers
from handbook.app.traces import leave_no_traces
from handbook.app.widgets.accessible import guide_screen_readers
from handbook.app.window_place import WindowPlace
from handbook.domain.opening import Opening
from handbook.state.bookmarks import BookmarkStore
from handbook.state.confirmations import ConfirmationStore
from handbook.state.kept_row import POLICY_FOLDER, WINDOW_PLACE, KeptRow
from handbook.state.last_place import PlaceStore
from handbook.state.latest_day import LatestDay
from handbook.state.managed import ManagedAnew, read_managed
from handbook.state.preferences import PreferenceStore
from handbook.state.store import Keeping, keeping, open_store

ON_MAC = sys.platform == "darwin"
SMALLEST_SCREEN = 1000
"""Logical pixels: what is narrower is no screen that somebody sits at, but a test's."""

DAMAGED = (
    "What you had saved and confirmed on this laptop is damaged and cannot be read. The handbook "
    "begins anew. The damaged file is kept as {}: ask IT whether there is a backup."
)
"""Without it, whoever had saved something would only see that nothing is saved."""

NOT_KEPT = (
    "This laptop lets nothing be written, so what you save, confirm or set lasts until you close "
    "the window. Tell IT."
)
"""Without it, whoever saves a clause would only find out the next time."""


def run(opening: Opening, seat: Seat) -> int:
    """Open the window at what is asked for; returns the exit code once it is closed."""
    app = begin()
    collector = Collector(app)
    damaged: list[str] = []
    store = open_store(locations.data(), on_damaged=damaged.append)
    preferences = PreferenceStore(store)
    look = Look()
    dress(look, preferences.read())
    look.apply(app)
    managed = read_managed()
    services = Services(
        content=locations.content(),
        cache=locations.cache(),
        preferences=preferences,
        bookmarks=BookmarkStore(store),
        confirmations=ConfirmationStore(store),
        places=PlaceStore(store),
        latest_day=LatestDay(store),
        installed=InstalledPack(locations.data()),
        managed=managed,
        reread=ManagedAnew(managed),
        user_folder=KeptRow(store, POLICY_FOLDER),
    )
    desktop = Desktop(look, services)
    if os.environ.get("HANDBOOK_MARKS"):
        _mark(desktop)
    place = WindowPlace(desktop.window, KeptRow(store, WINDOW_PLACE))
    if not place.restore():
        fit_screen(desktop.window)
    callers = Callers(desktop, seat)
    desktop.build_ahead()
    show_icon_later(app)
    # The benchmark measures the home page, as at every start but the first.
    desktop.start(opening, asks_role="HANDBOOK_MARKS" not in os.environ)
    if damaged:
        desktop.say(DAMAGED.format(damaged[0]))
    elif keeping(store) is Keeping.UNTIL_CLOSED:
        desktop.say(NOT_KEPT)
    hear(app, callers.ask)
    code = app.exec()
    callers.close()
    place.close()
    desktop.close()
    store.close()
    collector.close()
    return code


def begin() -> QApplication:
    """What every window of the program needs before it is built."""
    say_no_answers()
    leave_no_traces()
    # macOS sends the words of a command line as events too, but for those that Qt knows of.
    words = sys.argv[1:] if ON_MAC else []
    # The style as an argument: `setStyle` returns one, and its class costs 6 ms to load.
    app = _application()([*sys.argv[:1], "-style", "Fusion", *words])
    app.setApplicationName("handbook")
    app.setApplicationDisplayName("Staff handbook")
    load_fonts(locations.resources() / "fonts")
    guide_screen_readers()
    return app


def hear(app: QApplication, answer: Callable[[Opening], None] | None = None) -> None:
    """On macOS, let links and packs be answered, those that came before too.

    Without an answer each opens in another window: this one has no place for it.
    """
    if ON_MAC:
        from handbook.app.mac_application import MacApplication, open_another

        if isinstance(app, MacApplication):
            app.answer_with(answer or open_another)


def _application() -> type[QApplication]:
    if not ON_MAC:
        return QApplication
    from handbook.app.mac_application import MacApplication

    return MacApplication


def fit_screen(window: QWidget) -> None:
    """On a small laptop the window takes the whole screen, so that no edge is cut off."""
    free = window.screen().availableGeometry()
    small = free.width() < window.width() + 40 or free.height() < window.height() + 40
    if small and free.width() >= SMALLEST_SCREEN:
        window.setWindowState(Qt.WindowState.WindowMaximized)


def _mark(desktop: Desktop) -> None:
    """Say on standard error when the window was there, and at what cost, for the benchmark."""

    def mark(name: str) -> None:
        mark = f"mark {name} {time.time():.6f} {time.process_time():.6f}"
        print(mark, file=sys.stderr, flush=True)  # noqa: T201

    def painted() -> None:
        mark("home-painted")
        if os.environ.get("HANDBOOK_QUIT_AFTER") == "home":
            QApplication.quit()

    desktop.window.shown.connect(lambda: mark("window-visible"))
    desktop.home.first_painted.connect(painted)
