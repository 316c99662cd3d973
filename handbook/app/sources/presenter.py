"""What About says of where policies come from, and naming a folder of one's own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from handbook.app.dates import long_date
from handbook.app.updates.source import Report, why_not
from handbook.state.managed import Managed
from handbook.state.user_folders import UserFolders

_NOTHING_SET = "Your school has set nothing for this computer."
_SET = "Your school’s IT has set this computer up ({})."
_AT_NEXT_START = " Some of it has changed and holds from the next start of the handbook."
_LOOKING = "Looking there now."
_NOT_YET = "Not looked there yet since the start."
_LOOKED = "Last looked at {}: {}."
_BY_HAND = "New policies are put into use by hand: open the file, or drop it on this window."


@dataclass(frozen=True, slots=True)
class SourcesView:
    """The part of About on where policies come from."""

    set_up: str
    folders: tuple[tuple[str, str], ...] = ()
    """Whose folder, and where it is."""
    last: str = ""
    problems: tuple[str, ...] = ()
    can_choose: bool = False
    has_chosen: bool = False
    can_look: bool = False


class SourcesPage(Protocol):
    """What the presenter asks of the page."""

    def show_sources(self, view: SourcesView) -> None:
        """Show where policies come from."""


class Looks(Protocol):
    """What looks for new policies."""

    report: Report | None
    managed: Managed

    @property
    def user_folder(self) -> str:
        """The folder that the user named; empty for none."""

    @property
    def is_looking(self) -> bool:
        """Whether a look is under way, or hangs."""

    def look(self) -> None:
        """Look now."""

    def name_folder(self, folder: str) -> None:
        """Look there too from now on; empty for no longer."""


class SourcesPresenter:
    """Shows the folders and what the last look came to.

    `choose` asks for a folder and gives none where nobody chose one; `local` turns a time into
    that of the reader's own clock.
    """

    def __init__(
        self,
        page: SourcesPage,
        looks: Looks,
        at_start: Managed,
        choose: Callable[[], str],
        local: Callable[[datetime], datetime] = datetime.astimezone,
    ) -> None:
        self._page = page
        self._looks = looks
        self._at_start = at_start
        self._choose = choose
        self._local = local

    def show(self, refused: str = "") -> None:
        """Show all of it anew; `refused` says why a folder was not taken."""
        looks, managed = self._looks, self._looks.managed
        folders = [("Your school’s folder", str(each)) for each in managed.content_folders]
        if looks.user_folder:
            folders.append(("Your own folder", looks.user_folder))
        report = looks.report
        problems = (*managed.problems, *(report.problems if report is not None else ()))
        self._page.show_sources(
            SourcesView(
                set_up=self._set_up(managed),
                folders=tuple(folders),
                last=self._last(report) if folders else _BY_HAND,
                problems=(refused, *problems) if refused else problems,
                can_choose=managed.user_folders is not UserFolders.NO,
                has_chosen=bool(looks.user_folder),
                can_look=bool(folders) and not looks.is_looking,
            )
        )

    def choose_folder(self) -> None:
        """Ask for a folder, and look there from now on."""
        folder = self._choose()
        if not folder:
            return
        if said := why_not(folder, self._looks.managed.user_folders):
            self.show(said)
            return
        self._looks.name_folder(folder)
        self.show()

    def forget_folder(self) -> None:
        """Look into the user's own folder no longer."""
        self._looks.name_folder("")
        self.show()

    def look(self) -> None:
        """Look now."""
        self._looks.look()
        self.show()

    def _set_up(self, managed: Managed) -> str:
        said = _SET.format(managed.source) if managed.source else _NOTHING_SET
        return said + _AT_NEXT_START if managed.waits_for_start(self._at_start) else said

    def _last(self, report: Report | None) -> str:
        if self._looks.is_looking:
            return _LOOKING
        if report is None:
            return _NOT_YET
        at = self._local(report.at)
        found = "nothing new"
        if report.installed is not None:
            found = f"version {report.installed} was put into use"
        return _LOOKED.format(f"{at:%H:%M} on {long_date(at.date())}", found)
