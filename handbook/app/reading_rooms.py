"""The page that shows a policy, built when one is first read, and what is done from it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from handbook.app.change_rooms import ChangeRooms
from handbook.app.confirm_rooms import ConfirmRooms
from handbook.app.history import AtClause
from handbook.app.house import House
from handbook.app.journey_rooms import JourneyRooms
from handbook.domain.clause_ref import ClauseRef
from handbook.domain.library import Library

if TYPE_CHECKING:  # loaded after the first paint
    from handbook.app.ahead import Part
    from handbook.app.reader.page import ReaderPage
    from handbook.app.reader.presenter import ReaderPresenter
    from handbook.app.reader.printing import Printing
    from handbook.app.reader.saving import Saving


class ReadingRooms(QObject):
    """Shows policies, and what is known of them from elsewhere.

    The page offers what changed and what is to be confirmed, and prints by the outlet of the
    journeys, so it knows their rooms.
    """

    def __init__(
        self,
        house: House,
        journeys: JourneyRooms,
        changes: ChangeRooms,
        confirming: ConfirmRooms,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._house = house
        self._library = Library()
        self._journeys = journeys
        self._changes = changes
        self._confirming = confirming

    @cached_property
    def page(self) -> ReaderPage:
        """The page that shows one policy."""
        from handbook.app.reader.page import ReaderPage

        page = ReaderPage(self._house.look)
        page.set_content(self._house.services.reading)
        page.breadcrumb_chosen.connect(self._breadcrumb)
        page.clause_shown.connect(self._reached)
        page.clause_actions.changes_wanted.connect(self._changes.open)
        self._changes.told.connect(self._offer_changes)
        return page

    @cached_property
    def presenter(self) -> ReaderPresenter:
        """What the page shows."""
        from handbook.app.reader.presenter import ReaderPresenter

        presenter = ReaderPresenter(self.page, self._house.services.today)
        presenter.set_library(self._library)
        presenter.on_clause = self._house.ways.open_clause
        presenter.on_flow = self._house.open_concern
        self.page.link_chosen.connect(presenter.link_chosen)
        return presenter

    @cached_property
    def saving(self) -> Saving:
        """What is saved of it, or taken from it to paper."""
        from handbook.app.reader.saving import Saving

        services = self._house.services
        saving = Saving(self.page, services.bookmarks, services.now)
        saving.set_library(self._library)
        self.page.save_wanted.connect(saving.save_pressed)
        self.page.print_wanted.connect(self._house.ways.open_paper)
        self.page.pdf_wanted.connect(self._printing.save_pdf)
        return saving

    @cached_property
    def _printing(self) -> Printing:
        from handbook.app.reader.printing import Printing

        house, services, outlet = self._house, self._house.services, self._journeys.outlet
        return Printing(house.say, outlet, lambda: self._library, services.today, services.reading)

    def set_library(self, library: Library) -> None:
        """The library is open, or another one has taken its place."""
        self._library = library
        if "presenter" in self.__dict__:
            self.presenter.set_library(library)
            self.saving.set_library(library)
        for name in ("page", "_printing"):  # they show pictures, which lie elsewhere now
            if name in self.__dict__:
                self.__dict__[name].set_content(self._house.services.reading)

    def build(self) -> None:
        """Build the page while nobody waits for it."""
        _ = self.presenter

    def ahead(self) -> tuple[Part, ...]:
        """What would be late if it were built at its key."""
        return self._fit_window, lambda: self.saving

    def read(self, ref: ClauseRef) -> None:
        """Put a clause into the page."""
        self.presenter.open(ref)
        self._show_besides(ref.policy)

    def renew(self) -> bool:
        """Show the policy that is read as it is now; False where it has gone."""
        policy = self.page.policy
        if policy is None or not self.page.isVisible():
            return True
        if not self.presenter.renew(policy):
            return False
        self._show_besides(policy)
        return True

    def _show_besides(self, policy: str) -> None:
        """Show what is saved of it, what is to be confirmed, and what changed."""
        self.saving.show(policy)
        self._confirming.show_in_reader(self.page, policy)
        self._offer_changes()

    def _offer_changes(self) -> None:
        if (policy := self.page.policy) is not None:
            self.page.clause_actions.show_changed(self._changes.changed_in(policy))

    def _fit_window(self) -> None:
        """Let the page have the window's width: its first policy is then laid out once."""
        page = self.page
        if not page.isVisible() and (layout := page.layout()) is not None:
            page.resize(self._house.window.size())
            layout.activate()

    def _reached(self, ref: ClauseRef) -> None:
        """The reader moved on to another clause: back, and the next start, lead there."""
        ways = self._house.ways
        if self._house.window.page is self.page and isinstance(ways.here, AtClause):
            ways.history.moved_to(AtClause(ref))

    def _breadcrumb(self, name: str) -> None:
        if any(policy.id == name for policy in self._library.policies):
            self._house.ways.open_clause(ClauseRef(name))
        else:
            self._house.ways.open_policies(name)
