"""Answers further starts of the program from the window that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from handbook.app.desktop import Desktop
from handbook.app.one_window import Seat
from handbook.domain.opening import Opening

if TYPE_CHECKING:  # loaded after the first paint
    from handbook.app.inbox import Inbox


class Callers(QObject):
    """Lets the window come to the front for whoever starts the program again.

    Nobody who clicks a link may see somebody else's journey, nor lose their own by it: while
    a page of the wizard is open the wish is handed back, and that start opens a window of
    its own, over this one.
    """

    def __init__(self, desktop: Desktop, seat: Seat) -> None:
        super().__init__(desktop)
        self._desktop = desktop
        self._seat = seat
        self._inbox: Inbox | None = None
        if seat.is_found:
            desktop.window.shown.connect(self._listen_once_painted)

    def takes(self) -> bool:
        """Whether the window may be shown to whoever asks, at another page."""
        in_journey = self._desktop.window.own_bar and self._desktop.is_ready
        return not in_journey and QApplication.activeModalWidget() is None

    def answer(self, opening: Opening) -> None:
        """Come to the front, at what was asked for."""
        come_forward(self._desktop.window)
        self._desktop.open(opening)

    def ask(self, opening: Opening) -> None:
        """Answer what the system asks of this very window; where it may not, another opens."""
        if self.takes():
            self.answer(opening)
        else:
            from handbook.app.mac_application import open_another

            open_another(opening)

    def close(self) -> None:
        """Answer nobody any more."""
        if self._inbox is not None:
            self._inbox.close()

    def _listen_once_painted(self) -> None:
        # Watching a folder takes some ten milliseconds to begin with.
        if self._inbox is None and (page := self._desktop.window.page) is not None:
            page.first_painted.connect(self._listen)

    def _listen(self) -> None:
        if self._inbox is None:
            from handbook.app.inbox import Inbox

            self._inbox = Inbox(self._seat.inbox, self.takes, self.answer, self)


def come_forward(window: QWidget) -> None:
    """Show a window in front of all others, as far as the desktop lets it."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
