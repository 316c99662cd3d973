"""The library, opened off the window's thread, and what waits until it is open."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from handbook.app.background import LatestOnly
from handbook.domain.errors import ContentMissing, NotFound

if TYPE_CHECKING:  # loaded after the first paint
    from handbook.domain.library import Library


class OpenedLibrary(QObject):
    """Opens the library, and runs then what could not be done before."""

    opened = Signal(object)
    """The library is there; what waits for it runs afterwards."""
    settled = Signal()
    """What waited has run."""
    missing = Signal(object)
    """There is no content, as ContentMissing; every other error is raised again."""

    def __init__(self, open_library: Callable[[], Library], parent: QObject) -> None:
        super().__init__(parent)
        self._open = open_library
        self._library: Library | None = None
        self._waiting: list[Callable[[], None]] = []
        self._loader = LatestOnly(self)

    @property
    def is_ready(self) -> bool:
        """True once the library is open."""
        return self._library is not None

    @property
    def library(self) -> Library:
        """The library; only for what `when_ready` runs, raises NotFound before."""
        if self._library is None:
            raise NotFound("The handbook is still being opened")
        return self._library

    def load(self) -> None:
        """Open it, also anew."""
        self._loader.request(self._open, self._opened, self._not_opened)

    def replace(self, library: Library) -> None:
        """Put another library in the place of the one that is open."""
        self._library = library

    def when_ready(self, run: Callable[[], None]) -> None:
        """Run at once, or when the library is open."""
        if self._library is None:
            self._waiting.append(run)
        else:
            run()

    def close(self) -> None:
        """Finish the background work."""
        self._loader.close()

    def _opened(self, library: Library) -> None:
        self._library = library
        self.opened.emit(library)
        waiting, self._waiting = self._waiting, []
        for run in waiting:
            run()
        self.settled.emit()

    def _not_opened(self, error: Exception) -> None:
        if not isinstance(error, ContentMissing):
            raise error
        self.missing.emit(error)
