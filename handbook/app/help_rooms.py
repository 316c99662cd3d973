"""The Aa menu and the bar's menu, built when they are first opened."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from handbook.app.appearance import Appearance
from handbook.app.house import House
from handbook.app.window import MainWindow

if TYPE_CHECKING:  # loaded on first use
    from handbook.app.aa.menu import AaMenu
    from handbook.app.aa.presenter import AaPresenter
    from handbook.app.bar_menu import BarMenu


class HelpRooms(QObject):
    """What opens over every page, and the pages about the program itself."""

    def __init__(
        self, house: House, window: MainWindow, appearance: Appearance, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._house = house
        self._window = window
        self._appearance = appearance

    @cached_property
    def aa(self) -> AaMenu:
        """Text size and colours."""
        from handbook.app.aa.menu import AaMenu

        return AaMenu(self._house.look, self._window)

    @cached_property
    def _aa_presenter(self) -> AaPresenter:
        from handbook.app.aa.presenter import AaPresenter

        menu = self.aa
        presenter = AaPresenter(menu, self._appearance)
        menu.size_chosen.connect(presenter.size_chosen)
        menu.theme_chosen.connect(presenter.theme_chosen)
        menu.warm_sheet_pressed.connect(presenter.warm_sheet_switched)
        menu.less_movement_pressed.connect(presenter.less_movement_switched)
        menu.letter_keys_pressed.connect(presenter.letter_keys_switched)
        menu.put_back_pressed.connect(presenter.put_back)
        self._appearance.changed.connect(presenter.show)
        return presenter

    @cached_property
    def menu(self) -> BarMenu:
        """The places of the bar."""
        from handbook.app.bar_menu import BarMenu

        menu = BarMenu(self._house.look, self._window)
        menu.nav_chosen.connect(self._window.bar.nav_chosen)
        menu.aa_pressed.connect(self.open_aa)
        return menu

    def open_aa(self) -> None:
        """Open the Aa menu, or close it where it is open."""
        if "aa" in self.__dict__ and self.aa.isVisible():
            self.aa.close_panel(give_back=True)
            return
        self._aa_presenter.show()
        bar = self._window.bar
        self.aa.open_under(bar.aa, bar.concern if bar.concern.isVisible() else bar.aa)

    def open_menu(self) -> None:
        """Open the bar's menu, or close it where it is open."""
        if "menu" in self.__dict__ and self.menu.isVisible():
            self.menu.close_panel(give_back=True)
            return
        page, bar = self._window.page, self._window.bar
        self.menu.show_place(page.nav if page is not None else None)
        self.menu.open_under(bar.menu)
