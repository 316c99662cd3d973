"""What the keys do that act wherever one is: on the page that is shown, and between its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QApplication

from handbook.app.window import MainWindow

if TYPE_CHECKING:
    from handbook.app.home.page import HomePage
    from handbook.app.rooms import Rooms
    from handbook.app.ways import Ways


class KeyHouse(Protocol):
    """What the keys ask of the desktop."""

    home: HomePage
    window: MainWindow
    ways: Ways

    @property
    def rooms(self) -> Rooms:
        """The pages beyond Home."""

    def open_concern(self) -> None:
        """Start the wizard."""


class KeyActs:
    """Does in one window what its keys stand for."""

    def __init__(self, house: KeyHouse) -> None:
        self._house = house

    def search(self) -> None:
        """Put the focus where a question is typed; without such a field, open the search page."""
        house, bar = self._house, self._house.window.bar
        if house.window.page is house.home:
            house.home.focus_search()
        elif not house.rooms.searching.focus() and not bar.focus_search():
            house.ways.open_search("")

    def open_concern(self) -> None:
        """Start the wizard."""
        self._house.open_concern()

    def back(self) -> None:
        """Go to where the reader was before."""
        self._house.ways.back()

    def forward(self) -> None:
        """Take the last step back again."""
        self._house.ways.forward()

    def next_region(self) -> None:
        """Move the focus between the bar and the page."""
        page, focus = self._house.window.page, QApplication.focusWidget()
        if page is None:
            return
        if focus is not None and page.isAncestorOf(focus):
            self._house.window.bar.take_focus()
        else:
            page.take_focus()

    def find(self) -> None:
        """Find on the page that is shown, where it can."""
        if (page := self._house.window.page) is not None:
            page.find_words()

    def copy_chosen(self) -> None:
        """Copy the link to what is chosen on the page that is shown."""
        if (page := self._house.window.page) is not None:
            page.copy_link()
