"""What an outcome says to this reader, and never whom their worry is about."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Protocol

from handbook.app.dates import short_date
from handbook.app.outcome.routes import outcome_view
from handbook.app.outcome.views import ClauseView, OutcomeView
from handbook.app.paper.saving import Went
from handbook.domain.filling import filled
from handbook.domain.journey import Journey
from handbook.domain.library import Library
from handbook.domain.policy import ClauseRef

_CAUTION = (
    "This is the rule for everybody. In your own case tell the people that your route names, "
    "even where this names somebody else."
)


class OutcomePageView(Protocol):
    """What the presenter asks of the page."""

    def show_outcome(self, view: OutcomeView) -> None:
        """Show the routes."""

    def show_clause(self, view: ClauseView) -> None:
        """Show a clause in place of the routes, with a way back to them."""

    def say(self, went: Went | None) -> None:
        """Say what came of saving or printing, until the next action; None for nothing."""

    def clear(self) -> None:
        """Empty everything that was shown."""


class OutcomeOutlet(Protocol):
    """How an outcome leaves the window."""

    def save(self, view: OutcomeView, name: str, *, with_answers: bool) -> Went:
        """Ask where to, offering a name without its ending, and write a PDF there."""

    def print_out(self, view: OutcomeView, *, with_answers: bool) -> Went:
        """Ask for a printer, and print."""


class OutcomePresenter:
    """Shows where a journey ends. After `forget` nothing of it is left here or on the page."""

    def __init__(
        self, page: OutcomePageView, today: Callable[[], date], outlet: OutcomeOutlet
    ) -> None:
        self._page = page
        self._today = today
        self._outlet = outlet
        self._view: OutcomeView | None = None
        self._library: Library | None = None
        self._has_subject = False

    def show(self, library: Library, journey: Journey) -> None:
        """Show the outcomes of a journey that is over."""
        self._library = library
        self._has_subject = bool(journey.subjects)
        self._view = outcome_view(library, journey, self._today())
        self._page.show_outcome(self._view)

    def save(self, with_answers: bool) -> None:  # noqa: FBT001 - a signal carries it
        """Save every route as a PDF, in a file whose name says nothing of what is in it."""
        if self._view is not None:
            self._page.say(None)
            name = f"Handbook {short_date(self._today())}"
            self._say(self._outlet.save(self._view, name, with_answers=with_answers))

    def print_out(self, with_answers: bool) -> None:  # noqa: FBT001 - a signal carries it
        """Print every route."""
        if self._view is not None:
            self._page.say(None)
            self._say(self._outlet.print_out(self._view, with_answers=with_answers))

    def open_clause(self, ref: ClauseRef) -> None:
        """Show a clause that an outcome rests on; the reader's last place stays as it was."""
        library = self._library
        if library is None:
            return
        policy = library.policy(ref.policy)
        clause = library.clause(ref) if ref.clause else next(policy.clauses)
        self._page.show_clause(
            ClauseView(
                label=f"{policy.title} {clause.label}".strip(),
                title=clause.title,
                blocks=filled(clause.blocks, library.school),
                caution=_CAUTION if self._has_subject else "",
            )
        )

    def forget(self) -> None:
        """Drop the journey, here and on the page."""
        self._library = None
        self._has_subject = False
        self._view = None
        self._page.clear()

    def _say(self, went: Went) -> None:
        """Say what came of it, unless the reader left while the question was open."""
        if self._view is not None:
            self._page.say(went)
