"""The first page, and before it, once, the question what somebody does at the school."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from handbook.app.appearance import Appearance
from handbook.app.duties import ReaderDuties
from handbook.app.going_on import GoingOn
from handbook.app.home.page import HomePage
from handbook.app.home.presenter import HomePresenter
from handbook.app.page import Page
from handbook.app.services import Services
from handbook.app.ways import Ways
from handbook.domain.audience import Audience
from handbook.domain.clause_ref import ClauseRef
from handbook.domain.summary import Summary

if TYPE_CHECKING:  # most starts do not ask
    from handbook.app.first_run.page import FirstRunPage
    from handbook.domain.library import Library


class WelcomeHouse(Protocol):
    """What the first page asks of the desktop."""

    appearance: Appearance
    services: Services
    ways: Ways

    def show_page(self, page: Page) -> None:
        """Put a page into the window."""

    def open_concern(self) -> None:
        """Start the wizard."""

    def read_to_confirm(self, policy: str) -> None:
        """Read a policy that is to be confirmed."""


class Welcome(QObject):
    """Shows the home page for who the reader is, asks who that is, and leads on from there.

    Where the school has set a role, that one counts, and the question becomes a statement.
    """

    def __init__(self, house: WelcomeHouse, home: HomePage, duties: ReaderDuties) -> None:
        super().__init__(house.appearance)
        services = house.services
        self._house = house
        self._home = home
        self._role = services.managed.role
        home.audience_is_set = self._role is not None
        self._summary: Summary | None = None
        self._duties = duties
        self._presenter = HomePresenter(home, duties)
        self._going_on = GoingOn(services.places, services.bookmarks)
        self._asks = False
        self._connect()

    @cached_property
    def first_run(self) -> FirstRunPage:
        """The page that asks."""
        from handbook.app.first_run.page import FirstRunPage

        page = FirstRunPage(self._home.look)
        page.audience_chosen.connect(self._chosen)
        page.put_off.connect(self._house.ways.go_home)
        self._asks = True
        return page

    def show(self, summary: Summary) -> None:
        """Show what is known of a library."""
        self._summary = summary
        self._presenter.show(summary)
        if self._asks:
            self._fill()

    def show_changes(self, changes: dict[str, str]) -> None:
        """Say what changed lately, in a line by the policy's id."""
        self._presenter.show_changes(changes, self._summary or Summary(), self._audience)

    def show_again(self) -> None:
        """The lists may be others: something was confirmed."""
        if self._summary is not None:
            self._presenter.show(self._summary)

    def first_page(self, *, asks: bool) -> Page:
        """The page of a start: the question, where it is asked and has no answer yet."""
        if not asks or self._house.appearance.preferences.audience is not None:
            return self._home
        self._fill()
        return self.first_run

    def ask(self) -> None:
        """Ask again."""
        self._fill()
        self._house.show_page(self.first_run)

    def offer_going_on(self, library: Library) -> None:
        """Offer the way back to where the reader stopped at the last close."""
        self._home.offer_going_on(offered=self._going_on.start(library))

    def offer_no_longer(self) -> None:
        """Offer it no more: the reader went elsewhere."""
        self._going_on.no_longer()
        self._home.offer_going_on(offered=False)

    def stopped_at(self, ref: ClauseRef) -> None:
        """The window closes on a clause that is being read."""
        self._going_on.stopped_at(ref)

    def _connect(self) -> None:
        home, ways = self._home, self._house.ways
        home.audience_pressed.connect(self.ask)
        home.text_typed.connect(ways.open_search)
        home.question_chosen.connect(ways.open_search)
        home.concern_pressed.connect(self._house.open_concern)
        home.policy_chosen.connect(lambda policy: ways.open_clause(ClauseRef(policy)))
        home.reading_chosen.connect(self._house.read_to_confirm)
        home.collection_chosen.connect(ways.open_policies)
        home.change_chosen.connect(ways.open_changes)
        home.going_on_pressed.connect(self._go_on)

    def _go_on(self) -> None:
        if (ref := self._going_on.offered) is not None:
            self._house.ways.open_clause(ref)

    @property
    def _audience(self) -> Audience | None:
        return self._role or self._house.appearance.preferences.audience

    def _fill(self) -> None:
        from handbook.app.first_run.presenter import first_run_view

        view = first_run_view(self._summary or Summary(), self._audience, self._role)
        self.first_run.show_first_run(view)

    def _chosen(self, audience: Audience) -> None:
        self._house.appearance.keep(replace(self._house.appearance.preferences, audience=audience))
        if self._summary is not None:
            self._duties.begin(self._summary)
            self._presenter.show(self._summary)
        self._house.ways.go_home()
