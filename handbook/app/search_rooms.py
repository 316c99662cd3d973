"""The search page, built when it is first needed, and the index behind it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from handbook.app.background import LatestOnly
from handbook.app.house import House
from handbook.domain.library import Library
from handbook.domain.links import Link, LinkKind

if TYPE_CHECKING:  # loaded after the first paint
    from handbook.app.search.page import SearchPage
    from handbook.app.search.presenter import SearchPresenter


class SearchRooms(QObject):
    """Answers questions; the index is opened or built off the window's thread."""

    def __init__(self, house: House, parent: QObject) -> None:
        super().__init__(parent)
        self._house = house
        self._library = Library()
        self._questions = LatestOnly(self)
        self._indexer = LatestOnly(self)

    @cached_property
    def page(self) -> SearchPage:
        """The search page."""
        from handbook.app.search.page import SearchPage

        page, house = SearchPage(self._house.look), self._house
        page.set_library(self._library)
        page.clause_chosen.connect(house.ways.open_clause)
        page.link_chosen.connect(self.follow)
        page.link_wanted.connect(house.copy_link)
        page.policies_wanted.connect(house.ways.open_policies)
        page.concern_pressed.connect(house.open_concern)
        page.left.connect(house.ways.go_home)
        page.text_changed.connect(house.ways.open_search)
        return page

    @cached_property
    def presenter(self) -> SearchPresenter:
        """What the page answers."""
        from handbook.app.search.presenter import SearchPresenter

        presenter = SearchPresenter(self.page, self._questions)
        presenter.set_library(self._library)
        self.page.literal_wanted.connect(presenter.literal_wanted)
        self.page.filter_chosen.connect(presenter.filter_chosen)
        self.page.filter_number.connect(presenter.filter_number)
        return presenter

    def set_library(self, library: Library) -> None:
        """The library is open, or another one has taken its place."""
        self._library = library
        self.presenter.set_library(library)
        self.page.set_library(library)

    def open_searcher(self) -> None:
        """Open or build the index."""
        library, cache = self._library, self._house.services.cache

        def job() -> object:
            from handbook.search.searcher import open_searcher

            return open_searcher(library, cache)

        self._indexer.request(job, self.presenter.set_searcher, _raise)

    def show(self, text: str) -> None:
        """Show the page with a question."""
        if self.page.isVisible() and text == self.page.text():
            self.presenter.text_changed(text)
            return
        self.page.set_text(text)
        self._house.show_page(self.page)
        self.presenter.text_changed(text)

    def focus(self) -> bool:
        """Select the question; False where another page is shown."""
        if not self.page.isVisible():
            return False
        self.page.focus_search()
        return True

    def follow(self, link: Link) -> None:
        """Follow a link from a list: to a step of the wizard, or to a person's card."""
        if link.kind is LinkKind.FLOW:
            flow_id, _, place = link.target.partition("#")
            self._house.open_concern(flow_id, place)
        elif link.kind is LinkKind.ROLE:
            from handbook.app.contacts import person_view

            contact = self._library.school.contact(link.target)
            self.page.show_person(person_view(contact, self._house.services.today()))

    def forget(self) -> None:
        """Drop the question and its answers, where there were any."""
        if "presenter" in self.__dict__:
            self.page.set_text("")
            self.presenter.forget()

    def close(self) -> None:
        """Finish the background work."""
        self._questions.close()
        self._indexer.close()


def _raise(error: Exception) -> None:
    raise error
