"""The pages of a journey: questions, outcome and record, built when they are first needed."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from handbook.app.house import JourneyHouse
from handbook.app.journey.record_for import RecordFor
from handbook.domain.errors import NotFound
from handbook.domain.flow import NodeRef
from handbook.domain.journey import Journey
from handbook.domain.library import Library
from handbook.domain.seen import seen_guide

if TYPE_CHECKING:  # these pages are loaded after the first paint
    from handbook.app.ahead import Ahead
    from handbook.app.journey.bar import WizardBar
    from handbook.app.outcome.page import OutcomePage
    from handbook.app.outcome.presenter import OutcomePresenter
    from handbook.app.page import Page
    from handbook.app.paper.outlet import Outlet
    from handbook.app.record.page import RecordPage
    from handbook.app.record.presenter import RecordPresenter
    from handbook.app.seen.page import SeenPage
    from handbook.app.seen.presenter import SeenPresenter
    from handbook.app.wizard.page import WizardPage
    from handbook.app.wizard.presenter import WizardPresenter


class JourneyRooms(QObject):
    """Builds the pages of a journey and forgets them all at once.

    `on_no_flow` is called with the id of a flow that the content does not hold.
    """

    def __init__(self, house: JourneyHouse, parent: QObject) -> None:
        super().__init__(parent)
        self._house = house
        self._library = Library()
        self._bars: dict[Page, WizardBar] = {}
        self._may_build_ahead = False
        self._ahead: Ahead | None = None
        self.on_no_flow: Callable[[str], None] = _ignore

    @cached_property
    def wizard(self) -> WizardPage:
        """One question at a time."""
        from handbook.app.wizard.page import WizardPage

        page = WizardPage(self._house.look)
        self._join_bar(page, page.bar)
        page.left_quickly.connect(self._house.leave_quickly)
        page.closed.connect(self._house.back_from_wizard)
        return page

    @cached_property
    def _wizard_presenter(self) -> WizardPresenter:
        from handbook.app.wizard.presenter import WizardPresenter

        page, house = self.wizard, self._house
        presenter = WizardPresenter(page, house.services.today)
        presenter.on_outcome = self._show_outcome
        page.chosen.connect(presenter.choose)
        page.back_pressed.connect(presenter.back)
        page.change_pressed.connect(presenter.change)
        return presenter

    @cached_property
    def outcome(self) -> OutcomePage:
        """The route that a journey came to."""
        from handbook.app.outcome.page import OutcomePage

        page = OutcomePage(self._house.look)
        self._join_bar(page, page.bar)
        page.left_quickly.connect(self._house.leave_quickly)
        page.closed.connect(self._house.back_from_wizard)
        page.start_again.connect(lambda: self._ask_again(self._wizard_presenter.start_again))
        page.back_pressed.connect(lambda: self._ask_again(self._wizard_presenter.back))
        page.change_requested.connect(self._change)
        page.go_on_requested.connect(self._go_on)
        page.record_requested.connect(self._write_record)
        return page

    @cached_property
    def _outcome_presenter(self) -> OutcomePresenter:
        from handbook.app.outcome.outlet import RouteOutlet
        from handbook.app.outcome.presenter import OutcomePresenter

        today = self._house.services.today
        presenter = OutcomePresenter(self.outcome, today, RouteOutlet(self.outlet, today))
        self.outcome.clause_requested.connect(presenter.open_clause)
        self.outcome.save_pressed.connect(presenter.save)
        self.outcome.print_pressed.connect(presenter.print_out)
        return presenter

    @cached_property
    def record(self) -> RecordPage:
        """The form of a record."""
        from handbook.app.record.page import RecordPage

        page = RecordPage(self._house.look)
        self._join_bar(page, page.bar)
        page.left_quickly.connect(self._house.leave_quickly)
        return page

    @cached_property
    def _record_presenter(self) -> RecordPresenter:
        from handbook.app.record.outlet import SheetOutlet
        from handbook.app.record.presenter import RecordPresenter

        page, today = self.record, self._house.services.today
        presenter = RecordPresenter(page, SheetOutlet(self.outlet, today), today)
        presenter.on_back = lambda: self._house.show_page(self.outcome)
        presenter.on_close = self._house.window.close
        page.edited.connect(presenter.text_changed)
        page.pdf_pressed.connect(presenter.save_pdf)
        page.word_pressed.connect(presenter.save_word)
        page.print_pressed.connect(presenter.print_out)
        page.back_pressed.connect(presenter.back)
        page.close_asked.connect(presenter.close)
        page.clear_pressed.connect(presenter.clear)
        page.stay_pressed.connect(presenter.stay)
        page.save_and_leave_pressed.connect(presenter.save_and_leave)
        page.forget_and_leave_pressed.connect(presenter.forget_and_leave)
        return presenter

    @cached_property
    def outlet(self) -> Outlet:
        """The ways out of the window: a file or the printer."""
        from handbook.app.paper.dialogs import DialogOutlet

        return self._house.services.outlet or DialogOutlet(self._house.window)

    @cached_property
    def seen(self) -> SeenPage:
        """What a school laptop can still show."""
        from handbook.app.seen.page import SeenPage

        page = SeenPage(self._house.look)
        page.left_quickly.connect(self._house.leave_quickly)
        page.back_pressed.connect(self._back_from_seen)
        return page

    @cached_property
    def _seen_presenter(self) -> SeenPresenter:
        from handbook.app.seen.presenter import SeenPresenter

        return SeenPresenter(self.seen, self._house.services.today)

    def set_library(self, library: Library) -> None:
        """The library is open, or another one has taken its place."""
        self._library = library
        for bar in self._bars.values():
            bar.offer_seen(known=self._knows_seen)

    def build(self) -> None:
        """Build the pages while nobody waits for them."""
        _ = self._wizard_presenter, self._outcome_presenter

    def let_build_ahead(self) -> None:
        """Build what a journey may lead to once one begins; most days there is none."""
        self._may_build_ahead = True

    def _build_ahead(self) -> None:
        if self._may_build_ahead and self._ahead is None:
            from handbook.app.ahead import Ahead

            self._ahead = Ahead((self._build_seen, lambda: self._record_presenter), self)

    def _build_seen(self) -> None:
        if "seen" not in self.__dict__:  # where it is, somebody may be reading it
            self._show_guide()

    def _show_guide(self) -> None:
        """Put what can still be seen on its page; it is the same for everybody."""
        self._seen_presenter.show(self._library)

    def start(self, flow_id: str, place: str) -> None:
        """Begin a new journey."""
        try:
            self._library.flows.resolve(flow_id, place)
        except NotFound:
            self.on_no_flow(flow_id)
            return
        presenter = self._wizard_presenter
        self._house.show_page(self.wizard)
        presenter.start(self._library, flow_id, place)
        self.wizard.take_focus()
        self._build_ahead()

    @property
    def journey(self) -> Journey | None:
        """The journey under way."""
        return self._wizard_presenter.journey

    def resume(self, journey: Journey) -> None:
        """Show a journey through the flows of the library where it stands."""
        self._ask_again(lambda: self._wizard_presenter.resume(self._library, journey))

    def forget(self) -> None:
        """Drop the journey and every word of it from the pages; save and print nothing more."""
        if "outlet" in self.__dict__:
            self.outlet.withdraw()
        self._wizard_presenter.forget()
        self._outcome_presenter.forget()
        if "_record_presenter" in self.__dict__:
            self._record_presenter.forget()
        if "seen" in self.__dict__:
            self.seen.came_from = None

    def _show_outcome(self, journey: Journey) -> None:
        self._outcome_presenter.show(self._library, journey)
        self._house.show_page(self.outcome)

    def _write_record(self, meant: RecordFor) -> None:
        presenter = self._record_presenter
        self._house.show_page(self.record)
        presenter.show(meant)

    def _join_bar(self, page: Page, bar: WizardBar) -> None:
        """Let a page's bar open what can still be seen, with the way back to that page."""
        bar.offer_seen(known=self._knows_seen)
        bar.seen_asked.connect(lambda: self._show_seen(page))
        self._bars[page] = bar

    @property
    def _knows_seen(self) -> bool:
        return seen_guide(self._library) is not None

    def _show_seen(self, page: Page) -> None:
        # No stop of the history: what was read here is remembered nowhere.
        self.seen.came_from = page
        self._show_guide()
        self._house.show_page(self.seen)

    def _back_from_seen(self) -> None:
        page = self.seen.came_from
        if page is not None:
            self._house.show_page(page)
            self._bars[page].focus_seen()

    def _ask_again(self, step_back: Callable[[], None]) -> None:
        # The page comes first: a step that leads straight on to an outcome then takes its place.
        self._house.show_page(self.wizard)
        step_back()
        self.wizard.take_focus()

    def _change(self, index: int) -> None:
        self._ask_again(lambda: self._wizard_presenter.change(index))

    def _go_on(self, to: NodeRef) -> None:
        self._ask_again(lambda: self._wizard_presenter.go_on(to))


def _ignore(flow_id: str) -> None:
    del flow_id
