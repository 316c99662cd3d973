"""The pages beyond Home: each kind in rooms of its own, joined here."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from handbook.app.change_rooms import ChangeRooms
from handbook.app.confirm_rooms import ConfirmRooms
from handbook.app.duties import ReaderDuties
from handbook.app.history import (
    AtChanges,
    AtClause,
    AtConfirm,
    AtPaper,
    AtPolicies,
    AtSaved,
    AtSearch,
    InRooms,
)
from handbook.app.house import House
from handbook.app.journey_rooms import JourneyRooms
from handbook.app.list_rooms import ListRooms
from handbook.app.neutral import neutral_place
from handbook.app.paper_rooms import PaperRooms
from handbook.app.reading_rooms import ReadingRooms
from handbook.app.search_rooms import SearchRooms
from handbook.domain.clause_ref import ClauseRef
from handbook.domain.library import Library
from handbook.domain.opening import Opening, OpeningKind

if TYPE_CHECKING:  # loaded after the first paint
    from handbook.app.ahead import Ahead, Part
    from handbook.app.problem.page import ProblemPage

_NO_PAGE = (
    "The link that was opened leads to no page of this handbook. It may be an old one: search "
    "for its words instead."
)


class Rooms(QObject):
    """Holds the rooms, tells each of the library, and shows the place that is gone to.

    Each page is built on first use. Building them all before the first paint would cost more
    than the home page itself.
    """

    def __init__(self, house: House, duties: ReaderDuties, parent: QObject) -> None:
        super().__init__(parent)
        self._house = house
        self._library = Library()
        self._ahead: Ahead | None = None
        self.journeys = JourneyRooms(house, self)
        self.journeys.on_no_flow = self._say_no_flow
        self.confirming = ConfirmRooms(house, duties, self)
        self.changes = ChangeRooms(house, self)
        self.reading = ReadingRooms(house, self.journeys, self.changes, self.confirming, self)
        self.searching = SearchRooms(house, self)
        self.lists = ListRooms(house, duties, self.changes, self)
        self.paper = PaperRooms(house, self.changes, self)
        self.paper.put_saved_on_paper = self.lists.put_saved_on_paper

    @cached_property
    def problem(self) -> ProblemPage:
        """There is nothing to read."""
        from handbook.app.problem.page import ProblemPage

        page = ProblemPage(self._house.look)
        page.again_pressed.connect(self._house.try_again)
        return page

    def set_library(self, library: Library) -> None:
        """The library is open, or another one has taken its place."""
        self._library = library
        self.journeys.set_library(library)
        self.changes.set_library(library)
        self.confirming.set_library(library)
        self.searching.set_library(library)
        self.reading.set_library(library)
        self.lists.set_library(library)
        self.paper.set_library(library)
        # The reader and the wizard are built while nobody waits for them.
        QTimer.singleShot(0, self, self.reading.build)
        QTimer.singleShot(0, self, self.journeys.build)

    def build_ahead(self, others: Iterable[Part]) -> None:
        """Build what would be late at its key, after others; the rest costs memory and waits."""
        from handbook.app.ahead import Ahead

        if self._ahead is None:
            parts = (*others, self.journeys.let_build_ahead, *self.reading.ahead())
            self._ahead = Ahead(parts, self)

    def open_searcher(self) -> None:
        """Open or build the index of the library."""
        self.searching.open_searcher()

    def open(self, opening: Opening) -> None:
        """Open what a start of the program asks for, or say why that cannot be."""
        ref = opening.ref
        if ref is not None and any(each.id == ref.policy for each in self._library.policies):
            self._house.ways.open_clause(ref)
        elif opening.kind is OpeningKind.PACK:
            self._house.open_pack(Path(opening.file))
        else:
            self._house.say(_NO_PAGE)

    def show(self, stop: InRooms) -> None:
        """Show a place of the handbook."""
        match stop:
            case AtClause(ref):
                self.confirming.opened(ref.policy)
                self.reading.read(ref)
                self._house.show_page(self.reading.page)
            case AtConfirm(policy, changes):
                self.confirming.show(policy, changes=changes)
            case AtSearch(text):
                self.searching.show(text)
            case AtPolicies(collection):
                self.lists.show_policies(collection)
            case AtChanges(what):
                self.changes.show(what)
            case AtSaved():
                self.lists.show_saved()
            case AtPaper():
                self.paper.show(stop)

    def renew(self, stop: InRooms) -> bool:
        """Show a place anew that is shown; False where its policy has gone."""
        if isinstance(stop, AtClause):
            return self.reading.renew()
        if isinstance(stop, AtSaved):
            self.lists.renew_saved()
        return True

    def forget_words(self) -> None:
        """Drop what was looked for: it says what somebody worries about."""
        self.searching.forget()
        self.reading.page.forget_words()

    def neutral_place(self) -> ClauseRef | None:
        """The ordinary page to turn into."""
        return neutral_place(self._library)

    def show_no_content(self, folder: str) -> None:
        """Say that there is nothing to read, and where it was looked for."""
        self.problem.show_problem(
            "There is no handbook here yet",
            f"It was looked for in {folder}. Ask the office or IT to put the school's content "
            "there.",
        )
        self.problem.own_bar = True  # without content no place of the bar leads anywhere
        self._house.show_page(self.problem)

    def close(self) -> None:
        """Keep what is to be kept, and finish background work."""
        if self._ahead is not None:
            self._ahead.stop()
        self.lists.close()
        self.changes.close()
        self.confirming.close()
        self.searching.close()

    def _say_no_flow(self, flow_id: str) -> None:
        broken = [
            str(problem)
            for problem in self._library.unreadable
            if problem.place.file == f"flows/{flow_id}.md"
        ]
        why = f"Tell the office: {broken[0]}." if broken else "Tell the office that they are gone."
        self.problem.show_problem("These questions cannot be opened", why)
        self.problem.own_bar = False
        self._house.show_page(self.problem, concern=False)
