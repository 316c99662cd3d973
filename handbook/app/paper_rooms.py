"""The pages as they are printed or saved, built when they are first wanted."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from handbook.app.change_rooms import ChangeRooms
from handbook.app.house import House
from handbook.app.page import Nav
from handbook.domain.clause_ref import ClauseRef
from handbook.domain.library import Library

if TYPE_CHECKING:  # loaded after the first paint
    from handbook.app.preview.making import PaperMaker
    from handbook.app.preview.page import PreviewPage
    from handbook.app.preview.presenter import PreviewPresenter


class PaperRooms(QObject):
    """Shows what will be on paper, before it is."""

    def __init__(self, house: House, changes: ChangeRooms, parent: QObject) -> None:
        super().__init__(parent)
        self._house = house
        self._changes = changes
        self._library = Library()

    @cached_property
    def page(self) -> PreviewPage:
        """The pages before they are printed or saved."""
        from handbook.app.preview.page import PreviewPage

        page = PreviewPage(self._house.look)
        page.back_pressed.connect(self._house.ways.back)
        return page

    @cached_property
    def _presenter(self) -> PreviewPresenter:
        from handbook.app.paper.dialogs import DialogOutlet
        from handbook.app.preview.presenter import PreviewPresenter
        from handbook.app.slices import Slices

        page, services = self.page, self._house.services
        outlet = services.long_outlet or DialogOutlet(self._house.window)
        presenter = PreviewPresenter(page, self._maker, outlet, Slices(page), services.today)
        presenter.on_left = self._house.ways.back
        page.print_pressed.connect(presenter.print_out)
        page.save_pressed.connect(presenter.save)
        page.cancel_pressed.connect(presenter.cancel)
        page.clause_only_chosen.connect(presenter.clause_only)
        page.left.connect(presenter.leave)
        return presenter

    @cached_property
    def _maker(self) -> PaperMaker:
        from handbook.app.preview.making import PaperMaker

        services = self._house.services
        return PaperMaker(services.today, services.reading)

    def set_library(self, library: Library) -> None:
        """The library is open, or another one has taken its place."""
        self._library = library
        if "_maker" in self.__dict__:
            self._maker.set_content(self._house.services.reading)

    def show(self, ref: ClauseRef | None, *, changes: bool = False) -> None:
        """Show the pages of a clause, a policy, or everything; or of what changed in it."""
        self.page.nav = Nav.CHANGES if changes else Nav.POLICIES
        if changes:
            self._changes.put_on_paper(ref, self._presenter)
            self._house.show_page(self.page)
        elif self._presenter.open(self._library, ref):
            self._house.show_page(self.page)
