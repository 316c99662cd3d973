"""The one place where the parts of the window meet."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from handbook.app.appearance import Appearance
from handbook.app.help_rooms import HelpRooms
from handbook.app.history import (
    AtChanges,
    AtClause,
    AtHelp,
    AtHome,
    AtPack,
    AtPolicies,
    AtSaved,
    InRooms,
    Stop,
)
from handbook.app.home.page import HomePage
from handbook.app.look.look import Look
from handbook.app.opened_library import OpenedLibrary
from handbook.app.page import Nav, Page
from handbook.app.services import Services
from handbook.app.ways import Ways
from handbook.app.welcome import Welcome
from handbook.app.window import MainWindow
from handbook.domain.clause_ref import ClauseRef
from handbook.domain.opening import Opening, OpeningKind

if TYPE_CHECKING:  # loaded after the first paint
    from handbook.app.commands import Command, Shortcuts
    from handbook.app.copied import Copied
    from handbook.app.honest_age import HonestAge
    from handbook.app.rooms import Rooms
    from handbook.app.updates.updates import Updates
    from handbook.app.widgets.notice import WayOn
    from handbook.domain.library import Library


NO_PACKS = (
    "This window shows a folder of drafts. Open the pack in the handbook itself. Nothing was "
    "changed."
)


class Desktop(QObject):
    """The running application: the window, and everything that answers to it.

    Presenters are plain Python objects. PySide does not keep the owner of a connected
    method alive, so a presenter that nobody holds is collected and its page goes deaf.
    They are held here and in the rooms.
    """

    settled = Signal()
    """The library is open, and what was asked for before is shown."""

    def __init__(self, look: Look, services: Services) -> None:
        super().__init__()
        self.look = look
        self.services = services
        self.appearance = Appearance(look, services.preferences, self)
        self._shelf = OpenedLibrary(services.open_library, self)
        self.ways = Ways(self._show)
        self.window = MainWindow(look)
        self.help = HelpRooms(self, self.window, self.appearance)
        self.home = HomePage(look)
        role = services.managed.role
        self._duties = services.reader_duties(lambda: role or self.appearance.preferences.audience)
        self.welcome = Welcome(self, self.home, self._duties)
        self._shortcuts: Shortcuts | None = None
        self._connect()

    @cached_property
    def rooms(self) -> Rooms:
        """The pages beyond Home; they wait until Home has been painted."""
        from handbook.app.rooms import Rooms

        rooms = Rooms(self, self._duties, self)
        rooms.changes.told.connect(lambda: self.welcome.show_changes(rooms.changes.briefly()))
        rooms.confirming.confirmed.connect(self.welcome.show_again)
        return rooms

    @cached_property
    def age(self) -> HonestAge:
        """How old the handbook is, and whether the clock can be right; once it is open."""
        from handbook.app.honest_age import HonestAge

        return HonestAge(self, self)

    @cached_property
    def updates(self) -> Updates | None:
        """New policies while the window is open; None where a folder of content was chosen."""
        from handbook.app.updates.updates import Updates

        installed = self.services.installed
        return Updates(self, installed, self) if installed is not None else None

    @property
    def commands(self) -> tuple[Command, ...]:
        """What a reader can do from everywhere, by key."""
        return self._shortcuts.commands if self._shortcuts is not None else ()

    @cached_property
    def _copied(self) -> Copied:
        """What was copied on the pages of a journey."""
        from handbook.app.copied import Copied

        return Copied(lambda: self.window.own_bar, self.window)

    def start(
        self,
        opening: Opening = Opening(),  # noqa: B008 - it never changes
        *,
        asks_role: bool = False,
    ) -> None:
        """Show the first page; read everything else after its first paint."""
        summary = self.services.open_summary()
        if summary is not None:
            self.welcome.show(summary)
        self.ways.history.visit(AtHome())
        first = self.welcome.first_page(asks=asks_role and opening.kind is OpeningKind.NOTHING)
        first.first_painted.connect(self._load)
        self.show_page(first)
        self.window.show()
        self.window.activateWindow()
        self.open(opening)

    def open(self, opening: Opening) -> None:
        """Open what a start asks for; what cannot be opened is said where one is."""
        if opening.kind is not OpeningKind.NOTHING:
            self._shelf.when_ready(lambda: self.rooms.open(opening))

    def open_pack(self, path: Path) -> None:
        """Show a pack of policies, and ask before it is put into use."""
        if self.updates is not None:
            self.ways.go(AtPack(path))
        else:
            self.say(NO_PACKS)

    def open_concern(self, flow_id: str = "concern", place: str = "") -> None:
        """Start the wizard; its journey is held in memory only."""
        self.welcome.offer_no_longer()
        self._shelf.when_ready(lambda: self.rooms.journeys.start(flow_id, place))

    def read_to_confirm(self, policy: str) -> None:
        """Read a policy that is to be confirmed, or go on where it was opened before."""
        self._shelf.when_ready(lambda: self.rooms.confirming.set_out(policy))

    def leave_quickly(self) -> None:
        """Turn into an ordinary page at once, and forget the journey and the way here."""
        self.rooms.journeys.forget()
        self.ways.history.forget()
        self._copied.forget()
        self.rooms.forget_words()
        ref = self.rooms.neutral_place()
        if ref is None:
            self.ways.go_home()
            return
        self.ways.history.visit(AtClause(ref))
        self.rooms.reading.read(ref)
        self.show_page(self.rooms.reading.page, concern=False)

    def show_page(self, page: Page, *, concern: bool = True) -> None:
        """Put a page into the window."""
        self.window.show_page(page, concern=concern)

    def say(self, words: str, way_on: WayOn | None = None) -> None:
        """Say a sentence above the page that is shown."""
        self.window.say(words, way_on)

    def take_library(self, library: Library) -> None:
        """Read from another library from now on."""
        self._shelf.replace(library)
        self.welcome.show(library.summary)
        self.age.say()
        self.rooms.set_library(library)
        self.rooms.open_searcher()

    @property
    def is_ready(self) -> bool:
        """True once the library is open."""
        return self._shelf.is_ready

    @property
    def library(self) -> Library:
        """The library, once it is open; raises NotFound before."""
        return self._shelf.library

    def copy_link(self, ref: ClauseRef) -> None:
        """Put a clause's link on the clipboard."""
        QGuiApplication.clipboard().setText(f"handbook:{ref}")

    def back_from_wizard(self) -> None:
        """Show the handbook again where it was left, the journey forgotten."""
        self.rooms.journeys.forget()
        self.ways.show_again()

    def close(self) -> None:
        """Keep what is to be kept, and finish background work, before Qt goes."""
        here = self.ways.here
        reading = self.window.page is self.rooms.reading.page and self.window.is_ordinary
        if reading and isinstance(here, AtClause):
            self.welcome.stopped_at(here.ref)
        if (updates := self.__dict__.get("updates")) is not None:
            updates.close()
        self.rooms.close()
        self._shelf.close()

    def _show(self, stop: Stop) -> None:
        if isinstance(stop, AtHome):
            if self.is_ready:
                self.age.say()
            self.show_page(self.home)
        else:
            self._shelf.when_ready(lambda: self._show_ready(stop))

    def _show_ready(self, stop: AtHelp | AtPack | InRooms) -> None:
        """Show a place that needs the library."""
        if isinstance(stop, AtHelp):
            self.help.show(stop.topic)
        elif isinstance(stop, AtPack):
            if self.updates is not None:
                self.updates.packs.show(stop.path)
        else:
            if isinstance(stop, AtClause):
                self.welcome.offer_no_longer()
            self.rooms.show(stop)

    def _load(self) -> None:
        if self._shortcuts is None:
            from handbook.app.commands import Shortcuts, commands
            from handbook.app.key_acts import KeyActs

            known = commands(KeyActs(self), self.appearance, self.help)
            self._shortcuts = Shortcuts(self.window, known)
        self._shelf.load()

    def _opened(self, library: Library) -> None:
        self.welcome.show(library.summary)
        self.age.begin()
        if self.ways.here == AtHome():
            self.welcome.offer_going_on(library)
        self.rooms.set_library(library)

    def build_ahead(self) -> None:
        """Build the other pages once the library is open, while nobody waits for them."""
        self.settled.connect(lambda: self.rooms.build_ahead(self.help.ahead()))

    def _settled(self) -> None:
        self.rooms.open_searcher()
        if self.services.installed is not None and (said := self.services.installed.problem):
            self.say(said)
        if self.updates is not None:
            self.updates.begin()
        self.rooms.confirming.carry()
        self.settled.emit()

    def try_again(self) -> None:
        """Look for the content again."""
        self.ways.go_home()
        self._load()

    def _connect(self) -> None:
        window = self.window
        self._shelf.opened.connect(self._opened)
        self._shelf.settled.connect(self._settled)
        self._shelf.missing.connect(lambda error: self.rooms.show_no_content(error.folder))
        window.closing.connect(self.close)
        window.page_shown.connect(self._page_shown)
        window.bar.nav_chosen.connect(self._nav_chosen)
        window.bar.concern_pressed.connect(self.open_concern)
        window.bar.search_pressed.connect(lambda: self.ways.open_search(""))
        window.bar.search_started.connect(self.ways.open_search)
        window.bar.searched.connect(self.ways.open_search)

    def _page_shown(self) -> None:
        inside = self.window.own_bar
        if self._shortcuts is not None:
            self._shortcuts.in_wizard(inside=inside)
        if inside:
            _ = self._copied  # it begins to watch with the first page of a journey

    def _nav_chosen(self, nav: Nav) -> None:
        self.ways.go(_STOPS[nav])


_STOPS: dict[Nav, Stop] = {
    Nav.HOME: AtHome(),
    Nav.POLICIES: AtPolicies(),
    Nav.CHANGES: AtChanges(),
    Nav.SAVED: AtSaved(),
}
"""Where each place of the bar leads."""
