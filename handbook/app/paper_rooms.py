"""The pages as they are printed or saved, built when they are first wanted."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from handbook.app.change_rooms import ChangeRooms
from handbook.app.history import AtPaper
from handbook.app.house import House
from handbook.app.page import Nav
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
        self.put_saved_on_paper: Callable[[PreviewPresenter], None] = _nothing

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

    def show(self, stop: AtPaper) -> None:
        """Show a clause, a policy, everything, what changed or what was confirmed, as pages."""
        self.page.nav = _NAVS.get((stop.changes, stop.saved), Nav.POLICIES)
        if stop.saved:
            self.put_saved_on_paper(self._presenter)
        elif stop.confirmed:
            self._put_confirmed_on_paper()
        elif stop.changes:
            self._changes.put_on_paper(stop.ref, self._presenter)
        elif not self._presenter.open(self._library, stop.ref):
            return
        self._house.show_page(self.page)

    def _put_confirmed_on_paper(self) -> None:
        from handbook.app.confirm.record_paper import record_steps
        from handbook.app.reading_record import MY_RECORD, record_rows
        from handbook.state.account import account_name

        services, library = self._house.services, self._library
        rows = record_rows(services.confirmations.all(), library.summary.cards)
        school, today = library.school.name, services.today()
        self._presenter.open_made(
            MY_RECORD, lambda: record_steps(rows, account_name(), school, today)
        )


_NAVS = {(True, False): Nav.CHANGES, (False, True): Nav.SAVED}


def _nothing(_: object) -> None:
    """Before the rooms are joined there is no list."""
