"""Checks a pack that somebody opened, and puts it into use. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from handbook.packs.pack import Pack, read_pack
from handbook.packs.shelf import Shelf
from handbook.packs.trust import trust_of
from handbook.state.managed import Managed


@dataclass(frozen=True, slots=True)
class Examined:
    """A pack that holds, beside what is on this computer."""

    pack: Pack
    in_use: int | None
    """The version that is in use; None where no pack is installed."""
    is_in_use: bool
    """Whether that is this very pack."""


class Examiner:
    """The packs of this computer, under its machine policy as it is by then."""

    def __init__(
        self, data: Path, managed: Callable[[], Managed], today: Callable[[], date]
    ) -> None:
        self._shelf = Shelf(data)
        self._managed = managed
        self._today = today

    def examine(self, path: Path) -> Examined:
        """Check a pack; raises PackError, KeyUnreadable or OSError.

        Its bytes are taken once, and what is put into use later are these.
        """
        pack = self._opened(read_pack(path), path.name)
        self._shelf.check_age(pack)
        now = self._shelf.pointer.now
        name = f"{pack.manifest.version}-{pack.digest[:8]}-"
        return Examined(
            pack=pack,
            in_use=now.version if now is not None else None,
            is_in_use=now is not None and now.folder.name.startswith(name),
        )

    def install(self, pack: Pack) -> None:
        """Put it into use; raises PackError, KeyUnreadable, PacksBusy or OSError.

        It is asked again whose packs are taken: a page may stand open while that changes.
        """
        self._shelf.install(self._opened(pack.data, pack.file))

    def _opened(self, data: bytes, name: str) -> Pack:
        managed = self._managed()
        trust = trust_of(self._shelf, managed.trusted_keys, managed.source, managed.school)
        return trust.open(data, name, self._today())
