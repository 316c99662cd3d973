"""The installed pack as the window reads it: checked in the background, once a start."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from handbook import locations

if TYPE_CHECKING:  # loaded after the first paint, and only where a pack is installed
    from handbook.packs.mending import Standing
    from handbook.packs.pointer import Installed

_WENT_BACK = (
    "The newest policies on this laptop are damaged. What you see is version {}, the one before. "
    "Ask IT to install the newest ones again."
)
_LOST = (
    "The school's policies on this laptop are damaged. What you see is the model that came with "
    "the program, not your school's own. Ask IT to install them again."
)


class Before(NamedTuple):
    """A version of the content to compare with."""

    content: Path
    number: int | None = None
    """The pack's version number; None for a folder that is no pack."""


class InstalledPack:
    """The pack of a reader's data folder. Until it is checked, what the pointer names is read."""

    def __init__(self, data: Path) -> None:
        self._data = data
        self._standing: Standing | None = None
        self._has_none = False
        self.checked_mark = ""
        """The mark of what was installed when it was checked."""

    def check(self) -> None:
        """Check every sum and mend what does not hold; for the background."""
        self.checked_mark = self.mark
        self._has_none = not locations.has_packs()
        if self._has_none:
            return
        from handbook.packs.shelf import Shelf

        self._standing = Shelf(self._data).check()

    def fresh(self) -> Standing | None:
        """What is installed by now, checked; None where that is read already, or cannot be.

        For the background.
        """
        if not locations.has_packs():
            return None
        from handbook.packs.shelf import Shelf

        standing = Shelf(self._data).check()
        if standing.place is None or standing.place == self._place:
            return None
        return standing

    def use(self, standing: Standing) -> None:
        """Read another pack from now on."""
        self._standing = standing

    @property
    def version(self) -> int | None:
        """The version that is read; None for the model that comes with the program."""
        return self._place.version if self._place is not None else None

    @property
    def words(self) -> str:
        """Which pack is read and whose it is, for people; empty for the model."""
        place = self._place
        if place is None:
            return ""
        key = " ".join(place.key[at : at + 4] for at in range(0, len(place.key), 4))
        return f"Version {place.version} of {place.school}, signed with the key {key}"

    @property
    def mark(self) -> str:
        """Names what is installed by now; it costs one small file to read."""
        return str(locations.installed_content())

    @property
    def _place(self) -> Installed | None:
        return self._standing.place if self._standing is not None else None

    @property
    def content(self) -> Path:
        """The folder to read from."""
        if self._standing is None:
            return locations.bundled_content() if self._has_none else locations.content()
        place = self._standing.place
        return place.content if place is not None else locations.bundled_content()

    def before(self) -> Before | None:
        """The version before the one that is read, whole; for the background.

        Raises a HandbookError or OSError where there is one and it cannot be read any more.
        """
        if self._place is None:
            return None
        from handbook.packs.shelf import Shelf

        other = Shelf(self._data).before(self._place)
        return Before(other.content, other.version) if other is not None else None

    @property
    def problem(self) -> str:
        """What the reader has to know, as a sentence or two; empty where all is in order."""
        if self._standing is None:
            return ""
        from handbook.packs.mending import State

        place = self._standing.place
        if self._standing.state is State.WENT_BACK and place is not None:
            return _WENT_BACK.format(place.version)
        return _LOST if self._standing.state is State.LOST else ""
