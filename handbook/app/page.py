"""What every page of the window has."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from handbook.app.look.look import Look
from handbook.app.widgets.hints import Hint


class Nav(StrEnum):
    """The places that the bar names."""

    HOME = "Home"
    POLICIES = "Policies"
    CHANGES = "What changed"
    SAVED = "Saved"


class Page(QWidget):
    """One page of the window, on the canvas colour.

    `nav` is the place that the bar underlines, None for none. A page with `own_bar` brings
    its own bar, and the window hides the common one.
    """

    nav: Nav | None = None
    own_bar = False
    shows_search = True
    """Whether the common bar offers its search field on this page."""

    holds_still = False
    """What it shows must not change under the reader: a journey, a record, pages to print."""
    own_keys: tuple[Hint, ...] = ()
    """The keys that act on this page beside those of the commands, for the list of keys."""
    shows_places = True
    """Whether the common bar names the places of the handbook on this page."""

    first_painted = Signal()
    """The page has been on the screen once."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._was_painted = False
        look.changed.connect(self.update)

    @property
    def window_title(self) -> str:
        """What the window's title says while this page is shown."""
        return "Staff handbook"

    def take_focus(self) -> None:
        """Put the focus where this page is used from."""
        self.setFocus()

    def may_close(self) -> bool:
        """Whether the window may close now; a page that says no asks its reader first."""
        return True

    def find_words(self) -> None:
        """Find words on this page; a page that cannot does nothing."""

    def copy_link(self) -> None:
        """Copy the link to what is chosen; a page that cannot does nothing."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill the canvas."""
        del event
        QPainter(self).fillRect(self.rect(), self.look.color("canvas"))
        if not self._was_painted:
            self._was_painted = True
            # The children are painted after this; a timer of none waits for them.
            QTimer.singleShot(0, self, self.first_painted.emit)
