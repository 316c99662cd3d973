"""Going on where one stopped reading: offered once, at the next start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.domain.clause_ref import ClauseRef
from handbook.domain.errors import NotFound
from handbook.state.bookmarks import BookmarkStore
from handbook.state.last_place import PlaceStore

if TYPE_CHECKING:  # loaded after the first paint
    from handbook.domain.library import Library


class GoingOn:
    """Decides what is kept of where a reader stopped, and when it is offered.

    A place is kept only as the window closes on the reader, and only in a policy in which
    the reader has saved a clause: the file then names no policy that the reader did not put
    there. At the start the place is taken out of the file, and it is offered until something
    is read or the wizard is opened. So neither the file nor the first page says whether there
    was a journey.
    """

    def __init__(self, places: PlaceStore, bookmarks: BookmarkStore) -> None:
        self._places = places
        self._bookmarks = bookmarks
        self._offered: ClauseRef | None = None

    @property
    def offered(self) -> ClauseRef | None:
        """Where the reader could go on."""
        return self._offered

    def start(self, library: Library) -> bool:
        """Take out the place that the last close left; True where it can be offered."""
        ref = self._places.take()
        self._offered = ref if ref is not None and _has(library, ref) else None
        return self._offered is not None

    def no_longer(self) -> None:
        """Offer nothing: the reader went elsewhere."""
        self._offered = None

    def stopped_at(self, ref: ClauseRef) -> None:
        """The window closes on a clause that is being read."""
        if ref.clause and self._bookmarks.clauses_of(ref.policy):
            self._places.keep(ref)


def _has(library: Library, ref: ClauseRef) -> bool:
    try:
        library.clause(ref)
    except NotFound:
        return False
    return True
