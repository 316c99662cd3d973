"""The Aa menu, the bar's menu, the list of keys and About, built when they are first wanted."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from handbook import __version__, locations
from handbook.app.appearance import Appearance
from handbook.app.history import AtHelp, Topic
from handbook.app.window import MainWindow

if TYPE_CHECKING:  # loaded on first use
    from handbook.app.aa.menu import AaMenu
    from handbook.app.aa.presenter import AaPresenter
    from handbook.app.about.page import AboutPage
    from handbook.app.about.presenter import AboutPresenter
    from handbook.app.ahead import Part
    from handbook.app.bar_menu import BarMenu
    from handbook.app.commands import Command
    from handbook.app.honest_age import HonestAge
    from handbook.app.house import House
    from handbook.app.keys.page import KeysPage
    from handbook.app.keys.presenter import KeysPresenter
    from handbook.app.sources.presenter import SourcesPresenter
    from handbook.app.updates.updates import Updates

    class HelpHouse(House, Protocol):
        """What the pages about the program ask of the desktop besides."""

        @property
        def updates(self) -> Updates | None:
            """New policies while the window is open."""

        @property
        def commands(self) -> tuple[Command, ...]:
            """What a reader can do from everywhere, by key."""

        @property
        def age(self) -> HonestAge:
            """How old the handbook is, and whether the clock can be right."""


class HelpRooms(QObject):
    """What opens over every page, and the pages about the program itself."""

    def __init__(self, house: HelpHouse, window: MainWindow, appearance: Appearance) -> None:
        super().__init__(appearance)
        self._house = house
        self._window = window
        self._appearance = appearance
        window.bar.aa_pressed.connect(self.open_aa)
        window.bar.menu_pressed.connect(self.open_menu)

    @cached_property
    def aa(self) -> AaMenu:
        """Text size and colours."""
        from handbook.app.aa.menu import AaMenu

        return AaMenu(self._house.look, self._window)

    @cached_property
    def _aa_presenter(self) -> AaPresenter:
        from handbook.app.aa.presenter import AaPresenter

        menu = self.aa
        presenter = AaPresenter(menu, self._appearance, self._house.services.managed.role)
        menu.size_chosen.connect(presenter.size_chosen)
        menu.theme_chosen.connect(presenter.theme_chosen)
        menu.warm_sheet_pressed.connect(presenter.warm_sheet_switched)
        menu.less_movement_pressed.connect(presenter.less_movement_switched)
        menu.letter_keys_pressed.connect(presenter.letter_keys_switched)
        menu.put_back_pressed.connect(presenter.put_back)
        menu.keys_pressed.connect(self.show_keys)
        menu.about_pressed.connect(self.show_about)
        self._appearance.changed.connect(presenter.show)
        return presenter

    @cached_property
    def menu(self) -> BarMenu:
        """The places of the bar."""
        from handbook.app.bar_menu import BarMenu

        menu = BarMenu(self._house.look, self._window)
        menu.nav_chosen.connect(self._window.bar.nav_chosen)
        menu.aa_pressed.connect(self.open_aa)
        menu.keys_pressed.connect(self.show_keys)
        menu.about_pressed.connect(self.show_about)
        return menu

    @cached_property
    def keys(self) -> KeysPage:
        """The list of keys."""
        from handbook.app.keys.page import KeysPage

        page = KeysPage(self._house.look)
        page.left.connect(self._house.ways.back)
        return page

    @cached_property
    def _keys_presenter(self) -> KeysPresenter:
        from handbook.app.changes.page import ChangesPage
        from handbook.app.confirm.own_keys import OWN_KEYS as CONFIRM_KEYS
        from handbook.app.keys.presenter import KeysPresenter
        from handbook.app.policies.page import PoliciesPage
        from handbook.app.preview.page import PreviewPage
        from handbook.app.reader.page import ReaderPage
        from handbook.app.saved.page import SavedPage
        from handbook.app.search.page import SearchPage
        from handbook.app.wizard.page import WizardPage

        pages = (
            ("While you read", ReaderPage.own_keys),
            ("Search", SearchPage.own_keys),
            ("List of policies", PoliciesPage.own_keys),
            ("What changed", ChangesPage.own_keys),
            ("Confirm a policy", CONFIRM_KEYS),
            ("Saved", SavedPage.own_keys),
            ("Before you print", PreviewPage.own_keys),
            ("Questions", WizardPage.own_keys),
        )
        return KeysPresenter(self.keys, self._house.commands, pages)

    @cached_property
    def about(self) -> AboutPage:
        """Version, content and licences."""
        from handbook.app.about.page import AboutPage

        page = AboutPage(self._house.look)
        page.left.connect(self._house.ways.back)
        page.date_right_pressed.connect(self._date_is_right)
        page.show_desk(offered=self._house.services.managed.editor)
        page.desk_pressed.connect(self._open_desk)
        return page

    @cached_property
    def _about_presenter(self) -> AboutPresenter:
        from handbook.app.about.presenter import AboutPresenter, bundled_notices

        notices = bundled_notices(locations.root())
        house = self._house
        installed = house.services.installed
        presenter = AboutPresenter(
            self.about,
            __version__,
            notices,
            lambda: house.library.summary,
            lambda: installed.words if installed is not None else "",
        )
        self.about.notice_chosen.connect(presenter.notice_chosen)
        return presenter

    @cached_property
    def _sources_presenter(self) -> SourcesPresenter | None:
        updates = self._house.updates
        if updates is None:
            return None
        from handbook.app.sources.choosing import choose_folder
        from handbook.app.sources.presenter import SourcesPresenter

        panel, window = self.about.sources, self._window
        presenter = SourcesPresenter(
            panel, updates, self._house.services.managed, lambda: choose_folder(window)
        )
        panel.choose_pressed.connect(presenter.choose_folder)
        panel.forget_pressed.connect(presenter.forget_folder)
        panel.look_pressed.connect(presenter.look)
        updates.reported.connect(presenter.show)
        return presenter

    def ahead(self) -> tuple[Part, ...]:
        """What would be late if it were built at its key."""
        return (self._build_keys,)

    def _build_keys(self) -> None:
        if "keys" not in self.__dict__:  # where it is, somebody may be reading it
            self._fill_keys()

    def _fill_keys(self) -> None:
        self._keys_presenter.show(letter_keys=self._appearance.preferences.letter_keys)

    def show_keys(self) -> None:
        """Go to the list of keys."""
        self._house.ways.go(AtHelp(Topic.KEYS))

    def show_about(self) -> None:
        """Go to About."""
        self._house.ways.go(AtHelp(Topic.ABOUT))

    def show(self, topic: Topic) -> None:
        """Show a page about the program."""
        if topic is Topic.KEYS:
            self._fill_keys()
            self._house.show_page(self.keys)
        else:
            self._about_presenter.show()
            if self._sources_presenter is not None:
                self._sources_presenter.show()
            self.about.show_banners(self._house.age.banners)
            self._house.show_page(self.about)

    def _open_desk(self) -> None:
        from handbook.app.desk_door import DeskDoor
        from handbook.app.sources.choosing import choose_folder

        title = "The folder of content that you write in"
        DeskDoor(lambda: choose_folder(self._window, title), self._window.say).open()

    def _date_is_right(self) -> None:
        self._house.age.date_is_right()
        self.about.show_banners(self._house.age.banners)
        self.about.take_focus()

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
