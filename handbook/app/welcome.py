"""The first page, and before it, once, the question what somebody does at the school."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from handbook.app.appearance import Appearance
from handbook.app.duties import ReaderDuties
from handbook.app.home.page import HomePage
from handbook.app.home.presenter import HomePresenter
from handbook.app.page import Page
from handbook.domain.audience import Audience
from handbook.domain.summary import Summary

if TYPE_CHECKING:  # most starts do not ask
    from handbook.app.first_run.page import FirstRunPage


class Welcome(QObject):
    """Shows the home page for who the reader is, and asks who that is.

    `show_page` puts a page into the window and `go_home` leads to the home page. Where the school
    has set a `role`, that one counts, and the question becomes a statement.
    """

    def __init__(
        self,
        home: HomePage,
        appearance: Appearance,
        duties: ReaderDuties,
        show_page: Callable[[Page], None],
        go_home: Callable[[], None],
        role: Audience | None = None,
    ) -> None:
        super().__init__(appearance)
        self._home = home
        self._appearance = appearance
        self._show_page = show_page
        self._go_home = go_home
        self._role = role
        home.audience_is_set = role is not None
        self._summary: Summary | None = None
        self._duties = duties
        self._presenter = HomePresenter(home, duties)
        self._asks = False
        home.audience_pressed.connect(self.ask)

    @cached_property
    def first_run(self) -> FirstRunPage:
        """The page that asks."""
        from handbook.app.first_run.page import FirstRunPage

        page = FirstRunPage(self._home.look)
        page.audience_chosen.connect(self._chosen)
        page.put_off.connect(self._go_home)
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
        if not asks or self._appearance.preferences.audience is not None:
            return self._home
        self._fill()
        return self.first_run

    def ask(self) -> None:
        """Ask again."""
        self._fill()
        self._show_page(self.first_run)

    @property
    def _audience(self) -> Audience | None:
        return self._role or self._appearance.preferences.audience

    def _fill(self) -> None:
        from handbook.app.first_run.presenter import first_run_view

        view = first_run_view(self._summary or Summary(), self._audience, self._role)
        self.first_run.show_first_run(view)

    def _chosen(self, audience: Audience) -> None:
        self._appearance.keep(replace(self._appearance.preferences, audience=audience))
        if self._summary is not None:
            self._duties.begin(self._summary)
            self._presenter.show(self._summary)
        self._go_home()
