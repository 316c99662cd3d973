"""What the window is built on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from handbook.app.duties import ReaderDuties
from handbook.app.installed import InstalledPack
from handbook.domain.audience import Audience
from handbook.domain.summary import Summary
from handbook.state.bookmarks import BookmarkStore
from handbook.state.confirmations import ConfirmationStore
from handbook.state.kept_row import KeptRow
from handbook.state.last_place import PlaceStore
from handbook.state.latest_day import LatestDay
from handbook.state.managed import Managed
from handbook.state.preferences import PreferenceStore

if TYPE_CHECKING:  # loaded after the first paint
    from handbook.app.paper.outlet import LongOutlet, Outlet
    from handbook.domain.library import Library


def _utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Services:
    """Everything that pages need from below, with the clock as a parameter.

    Without stores of its own, what a reader saves lasts until the window is closed.
    """

    content: Path
    cache: Path
    preferences: PreferenceStore
    today: Callable[[], date] = date.today
    now: Callable[[], datetime] = _utc_now
    """The time, aware, in UTC."""
    bookmarks: BookmarkStore = field(default_factory=BookmarkStore.in_memory)
    confirmations: ConfirmationStore = field(default_factory=ConfirmationStore.in_memory)
    places: PlaceStore = field(default_factory=PlaceStore.in_memory)
    latest_day: LatestDay = field(default_factory=LatestDay.in_memory)
    """The latest day that the clock has shown."""
    outlet: Outlet | None = None
    """How things leave the window; without one, by the system's own dialogs."""
    long_outlet: LongOutlet | None = None
    """The same for what has many pages."""
    installed: InstalledPack | None = None
    """The installed pack; None where the content is a folder that somebody chose."""
    user_folder: KeptRow | None = None
    """The folder that the user named as a place where policies come from."""
    managed: Managed = field(default_factory=Managed)
    """What the school's IT set for this computer, as it was at the start."""
    reread: Callable[[], Managed] | None = None
    """Reads the same anew: a laptop may stay on for weeks."""
    before: Path | None = None
    """A folder of content to compare with, where no pack is installed."""

    @property
    def reading(self) -> Path:
        """The folder that is read: after its check, that of the pack that holds."""
        return self.installed.content if self.installed is not None else self.content

    def managed_now(self) -> Managed:
        """What the school's IT has set by now; for the background."""
        return self.reread() if self.reread is not None else self.managed

    def reader_duties(self, audience: Callable[[], Audience | None]) -> ReaderDuties:
        """What somebody of an audience has confirmed and must confirm."""
        asks = self.managed.confirmations
        return ReaderDuties(self.confirmations, audience, self.today, are_asked=asks)

    def open_summary(self) -> Summary | None:
        """What the home page shows, if it has been made for this content before."""
        from handbook.markup.first_page import open_first

        first = open_first(self.content, self.cache)
        if first is not None:
            return first
        from handbook.markup.compiled import open_summary

        return open_summary(self.content, self.cache)

    def open_other(self, content: Path) -> Library:
        """All policies and flows of a folder that is to be read from now on; the same."""
        from handbook.markup.compiled import open_library

        return open_library(content, self.cache)

    def open_library(self) -> Library:
        """All policies and flows, the installed pack checked first; raises ContentMissing.

        For the background.
        """
        from handbook.markup.compiled import open_library

        if self.installed is not None:
            self.installed.check()
        return open_library(self.reading, self.cache)
