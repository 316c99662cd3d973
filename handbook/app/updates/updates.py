"""New policies in an open window: looked for, moved to, and said in one quiet sentence."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from handbook import locations
from handbook.app.history import AtHelp, AtHome, AtPack, InRooms, Topic
from handbook.app.house import House
from handbook.app.installed import InstalledPack
from handbook.app.pack.room import PackRoom
from handbook.app.updates.moving import Fresh, Moving
from handbook.app.updates.watch import Pace, Watch
from handbook.domain.library import Library

if TYPE_CHECKING:  # loaded when there is something to look at, or to say
    from handbook.app.updates.source import PolicySource, Report
    from handbook.app.widgets.notice import WayOn
    from handbook.packs.mending import Standing

_UPDATED = "Your policies were updated. You are reading version {} now."
_BACK = "An earlier version was put back into use. You are reading version {} now."
_FIRST = "Your school’s own policies are in use now. You are reading version {}."
_FOUND = "A first file of policies has arrived ({}). Check whose it is before it is put into use."
"""Nobody has vouched for its key yet, so it is not called the school's."""
_TAKEN_OUT = "The policy that you were reading is no longer part of the handbook."


class RenewedRooms(Protocol):
    """The pages beyond Home, as far as they are shown anew."""

    def renew(self, stop: InRooms) -> bool:
        """Show a place anew that is shown; False where its policy has gone."""


class RenewedHelp(Protocol):
    """The pages about the program, as far as they are shown anew."""

    def show(self, topic: Topic) -> None:
        """Show a page about the program."""


class UpdatesHouse(House, Protocol):
    """What updates ask of the desktop besides."""

    @property
    def rooms(self) -> RenewedRooms:
        """The pages beyond Home."""

    def say(self, words: str, way_on: WayOn | None = None) -> None:
        """Say a sentence above the page that is shown, with a button where one leads on."""

    def take_library(self, library: Library) -> None:
        """Read from another library from now on."""

    @property
    def help(self) -> RenewedHelp:
        """The pages about the program."""


class Updates(QObject):
    """Joins looking, installing and moving for one window."""

    reported = Signal()
    """A look is over."""

    def __init__(self, house: UpdatesHouse, installed: InstalledPack, parent: QObject) -> None:
        super().__init__(parent)
        self._house = house
        self._installed = installed
        self.report: Report | None = None
        """What the last look came to; None before the first."""
        self.managed = house.services.managed
        """What the school's IT has set for this computer, as the last look found it."""
        self._source: PolicySource | None = None
        self.moving = Moving(installed, self._open, self._may_move, self._move, self)
        self._watch: Watch | None = None
        self._offered: Path | None = None
        house.window.page_shown.connect(self._page_shown)
        self.packs = PackRoom(house, self.installed_here, self)

    @property
    def user_folder(self) -> str:
        """The folder that the user named; empty for none."""
        row = self._house.services.user_folder
        return row.read() if row is not None else ""

    @property
    def is_looking(self) -> bool:
        """Whether a look is under way, or hangs."""
        return self._watch is not None and self._watch.is_looking

    def begin(self, pace: Pace | None = None) -> None:
        """Look soon, and go on; a second call changes nothing."""
        if self._watch is not None:
            return
        installed = self._installed
        self._watch = Watch(
            self._job, lambda: installed.mark, installed.checked_mark, self, pace or Pace()
        )
        self._watch.looked.connect(self._looked)
        self._watch.changed.connect(self.moving.prepare)
        self._watch.ticked.connect(self.moving.settle)
        self._watch.begin()

    def look(self) -> None:
        """Look now."""
        if self._watch is not None and not self.moving.is_waiting:
            self._watch.look()

    def installed_here(self) -> None:
        """Go over to what this window has just installed."""
        if self._watch is not None:
            self._watch.look_here()

    def name_folder(self, folder: str) -> None:
        """Look there too from now on; empty for no longer."""
        row = self._house.services.user_folder
        if row is not None:
            row.keep(folder)
        self.report = None
        self.look()

    def close(self) -> None:
        """Look no more, and finish what does not hang."""
        if self._watch is not None:
            self._watch.close()
        self.moving.close()
        self.packs.close()

    def _page_shown(self) -> None:
        """What was held back may go on."""
        if self.moving.is_waiting:
            self.moving.settle()

    def _job(self) -> Callable[[], Report]:
        # What the user named is read here: the database serves the window's thread alone.
        return partial(self._look, self.user_folder)

    def _look(self, user_folder: str) -> Report:
        """Look; in the thread, where what it takes is loaded too."""
        if self._source is None:
            from handbook.app.updates.source import PolicySource

            services = self._house.services
            self._source = PolicySource(
                locations.data(), services.managed_now, services.today, services.now
            )
        return self._source.look(user_folder)

    def _looked(self, report: Report | Exception) -> None:
        if isinstance(report, Exception):
            from handbook.app.updates.source import Report, sentence_of

            services = self._house.services
            said = (sentence_of(report),)
            report = Report(services.now(), problems=said, managed=self.managed)
        self.report, self.managed = report, report.managed
        self._offer(report.unaccepted)
        self.reported.emit()

    def _offer(self, path: Path | None) -> None:
        """A first pack lies there, and somebody has to vouch for it; said once a start."""
        house = self._house
        if path is None or self._offered == path or not self._may_move():
            return
        from handbook.app.widgets.notice import WayOn

        self._offered = path
        house.say(_FOUND.format(path.name), WayOn("Look at it", lambda: house.open_pack(path)))

    def _open(self, standing: Standing) -> Library:
        if standing.place is None:  # a standing without a place is never fresh
            raise ValueError(standing)
        return self._house.services.open_other(standing.place.content)

    def _may_move(self) -> bool:
        return self._house.window.may_change and QApplication.activeModalWidget() is None

    def _move(self, fresh: Fresh) -> None:
        from handbook.app.widgets.notice import WayOn

        house, was = self._house, self._installed.version
        self._installed.use(fresh.standing)
        house.take_library(fresh.library)
        stays = self._renew_page()
        said = _said(was, self._installed.version)
        changed = WayOn("What changed", house.ways.open_changes) if was is not None else None
        house.say(said if stays else f"{said} {_TAKEN_OUT}", changed)

    def _renew_page(self) -> bool:
        """Show the page anew that is shown; False where its policy was taken out."""
        house, here = self._house, self._house.ways.here
        if isinstance(here, AtPack):
            house.ways.go_home()
        elif isinstance(here, AtHelp):
            house.help.show(here.topic)
        elif here is not None and not isinstance(here, AtHome) and not house.rooms.renew(here):
            house.ways.open_policies()
            return False
        return True


def _said(was: int | None, now: int | None) -> str:
    """Which version is read now; going back is not called an update."""
    if was is None:
        return _FIRST.format(now)
    return (_BACK if now is not None and now < was else _UPDATED).format(now)
