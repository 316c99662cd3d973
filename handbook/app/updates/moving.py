"""Moving the open window to policies that were installed, when that disturbs nobody."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from handbook.app.background import LatestOnly
from handbook.app.installed import InstalledPack
from handbook.domain.errors import ContentMissing
from handbook.domain.library import Library

if TYPE_CHECKING:  # loaded where a pack is installed
    from handbook.packs.mending import Standing


@dataclass(frozen=True, slots=True)
class Fresh:
    """What is installed by now, opened."""

    standing: Standing
    library: Library


class Moving(QObject):
    """Opens the new library in the background, and holds it until the window may move.

    `open_library` reads what a standing names, `may_move` says whether anybody would be
    disturbed, `move` puts what is fresh in the place of what was read.
    """

    def __init__(
        self,
        installed: InstalledPack,
        open_library: Callable[[Standing], Library],
        may_move: Callable[[], bool],
        move: Callable[[Fresh], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._installed = installed
        self._open_library = open_library
        self._may_move = may_move
        self._move = move
        self._loader = LatestOnly(self)
        self._waiting: Fresh | None = None

    @property
    def is_waiting(self) -> bool:
        """Whether a new library is held back until a page is left."""
        return self._waiting is not None

    def prepare(self) -> None:
        """Open what is installed by now."""
        self._loader.request(self._job, self._opened, self._not_opened)

    def settle(self) -> None:
        """Move, if there is something to move to and nobody would be disturbed."""
        if self._waiting is not None and self._may_move():
            fresh, self._waiting = self._waiting, None
            self._move(fresh)

    def close(self) -> None:
        """Finish the background work."""
        self._waiting = None
        self._loader.close()

    def _job(self) -> Fresh | None:
        standing = self._installed.fresh()
        return Fresh(standing, self._open_library(standing)) if standing is not None else None

    def _opened(self, fresh: Fresh | None) -> None:
        self._waiting = fresh
        self.settle()

    def _not_opened(self, error: Exception) -> None:
        if not isinstance(error, ContentMissing | OSError):
            raise error
