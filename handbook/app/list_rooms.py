"""The list of policies, and that of what was saved, built when they are first needed."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from handbook.app.change_rooms import ChangeRooms
from handbook.app.duties import ReaderDuties
from handbook.app.house import House
from handbook.domain.clause_ref import ClauseRef
from handbook.domain.library import Library

if TYPE_CHECKING:  # loaded after the first paint
    from handbook.app.policies.page import PoliciesPage
    from handbook.app.policies.presenter import PoliciesPresenter
    from handbook.app.preview.presenter import PreviewPresenter
    from handbook.app.saved.page import SavedPage
    from handbook.app.saved.presenter import SavedPresenter


class ListRooms(QObject):
    """Shows what there is to choose from: everything, or what the reader put by."""

    def __init__(
        self, house: House, duties: ReaderDuties, changes: ChangeRooms, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._house = house
        self._duties = duties
        self._changes = changes
        self._library = Library()

    @cached_property
    def policies(self) -> PoliciesPage:
        """The list of policies."""
        from handbook.app.policies.page import PoliciesPage

        page = PoliciesPage(self._house.look)
        page.policy_chosen.connect(lambda policy: self._house.ways.open_clause(ClauseRef(policy)))
        page.print_pressed.connect(lambda: self._house.ways.open_paper(None))
        page.record_pressed.connect(self._house.ways.open_confirmed)
        return page

    @cached_property
    def _policies_presenter(self) -> PoliciesPresenter:
        from handbook.app.policies.presenter import PoliciesPresenter

        presenter = PoliciesPresenter(self.policies, self._duties)
        presenter.set_summary(self._library.summary)
        self.policies.sort_chosen.connect(presenter.sort_chosen)
        self.policies.show_chosen.connect(presenter.show_chosen)
        self.policies.filter_changed.connect(presenter.filter_changed)
        return presenter

    @cached_property
    def saved(self) -> SavedPage:
        """What the reader saved."""
        from handbook.app.saved.page import SavedPage

        page, house = SavedPage(self._house.look), self._house
        page.clause_chosen.connect(house.ways.open_clause)
        page.link_wanted.connect(house.copy_link)
        page.policies_wanted.connect(house.ways.open_policies)
        page.policy_wanted.connect(lambda policy: house.ways.open_clause(ClauseRef(policy)))
        page.changes_wanted.connect(self._changes.open)
        return page

    @cached_property
    def _saved_presenter(self) -> SavedPresenter:
        from handbook.app.saved.presenter import SavedPresenter

        services, page = self._house.services, self.saved
        presenter = SavedPresenter(page, services.bookmarks, services.today, services.now)
        page.show_chosen.connect(presenter.show_chosen)
        page.filter_changed.connect(presenter.filter_changed)
        page.note_kept.connect(presenter.note_kept)
        page.removed.connect(presenter.remove)
        page.undo_pressed.connect(presenter.undo)
        page.undo_over.connect(presenter.undo_over)
        page.new_words_kept.connect(presenter.new_words_kept)
        page.print_wanted.connect(self._house.ways.open_paper)
        page.print_list_wanted.connect(self._house.ways.open_saved_paper)
        presenter.is_compared = self._changes.has_changed
        return presenter

    def set_library(self, library: Library) -> None:
        """The library is open, or another one has taken its place."""
        self._library = library
        if "_policies_presenter" in self.__dict__:
            self._policies_presenter.set_summary(library.summary)

    def show_policies(self, collection: str) -> None:
        """Show the list of policies."""
        self._policies_presenter.open(collection)
        self._house.show_page(self.policies)

    def show_saved(self) -> None:
        """Show what the reader saved."""
        self._saved_presenter.set_library(self._library)
        self._saved_presenter.open()
        self._house.show_page(self.saved)

    def renew_saved(self) -> None:
        """Show what was saved beside the words as they are now."""
        self._saved_presenter.set_library(self._library)
        self._saved_presenter.renew()

    def put_saved_on_paper(self, preview: PreviewPresenter) -> None:
        """Show the pages of what is listed as saved."""
        from handbook.app.saved.paper import TITLE, saved_steps

        self._saved_presenter.set_library(self._library)
        view, today = self._saved_presenter.view, self._house.services.today()
        preview.open_made(TITLE, lambda: saved_steps(view, today))

    def close(self) -> None:
        """Keep a note that is open."""
        if "saved" in self.__dict__:
            self.saved.settle()
