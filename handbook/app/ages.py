"""What staff are told of the age of the handbook, and of a clock that cannot be right."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple, Protocol

from handbook.app.dates import long_date
from handbook.domain.age import Bearer, Witness, against_clock, is_past, newest_day
from handbook.domain.errors import PackError
from handbook.domain.summary import Summary

_PAST = (
    "The school meant to look for a newer version of this handbook by {}. What you read still "
    "applies, but it may not be the newest: ask the office or IT."
)
_BORNE = {
    Bearer.PACK: "this version of the handbook was signed on {}",
    Bearer.POLICY: "a policy in the handbook was approved on {}",
    Bearer.CLOCK: "it has shown {} before",
}
_CLOCK = (
    "This computer’s clock says {}, but {}: dates in the handbook, such as overdue reviews, may "
    "be wrong. Ask IT."
)
DATE_IS_RIGHT = "The date is right"


class AgeBanner(NamedTuple):
    """A calm sentence above a page, with something to press where that helps."""

    words: str
    action: str = ""


class PackDays(NamedTuple):
    """The days that a pack bears."""

    issued: date
    check_again_by: date


class Days(Protocol):
    """Where the latest day is kept."""

    def read(self) -> date | None:
        """The latest day; None where none was kept."""

    def keep(self, day: date) -> None:
        """Keep another day."""


class Ages:
    """Decides what is said. Everything is worked out here, from the clock that is given."""

    def __init__(
        self, today: Callable[[], date], kept: Days, pack: Callable[[], PackDays | None]
    ) -> None:
        self._today = today
        self._kept = kept
        self._pack = pack

    def note_today(self) -> None:
        """Keep today, where it is later than every day before."""
        kept = self._kept.read()
        newest = newest_day(kept, self._today())
        if newest != kept:
            self._kept.keep(newest)

    def date_is_right(self) -> None:
        """The reader says so: a day that the clock once showed counts no more."""
        self._kept.keep(self._today())

    def banners(self, summary: Summary) -> tuple[AgeBanner, ...]:
        """What is to be said today of a handbook."""
        today, pack = self._today(), self._pack()
        against = against_clock(today, self._witnesses(summary, pack))
        if against is not None:
            # With a wrong clock nobody knows whether the other day is past.
            return (_clock_banner(today, against),)
        if pack is not None and is_past(pack.check_again_by, today):
            return (AgeBanner(_PAST.format(long_date(pack.check_again_by))),)
        return ()

    def _witnesses(self, summary: Summary, pack: PackDays | None) -> Iterator[Witness]:
        if pack is not None:
            yield Witness(pack.issued, Bearer.PACK)
        if summary.content_date is not None:
            yield Witness(summary.content_date, Bearer.POLICY)
        if (kept := self._kept.read()) is not None:
            yield Witness(kept, Bearer.CLOCK)


def pack_days(content: Path) -> PackDays | None:
    """The days of the pack that a folder was unpacked from; None for a folder that is no pack."""
    from handbook.packs.manifest import Manifest
    from handbook.packs.names import MANIFEST

    try:
        manifest = Manifest.parse((content / MANIFEST).read_bytes(), content.name)
    except (OSError, PackError):
        return None
    return PackDays(manifest.issued, manifest.check_again_by)


def _clock_banner(today: date, against: Witness) -> AgeBanner:
    borne = _BORNE[against.bearer].format(long_date(against.day))
    # A clock that once ran ahead would else be held against the right date for ever.
    action = DATE_IS_RIGHT if against.bearer is Bearer.CLOCK else ""
    return AgeBanner(_CLOCK.format(long_date(today), borne), action)
