"""How an outcome leaves the page: its sheet is made here, when a reader asks for it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from handbook.app.outcome.views import OutcomeView
from handbook.app.paper.outlet import Outlet
from handbook.app.paper.saving import FileKind, Went


class RouteOutlet:
    """Makes the sheet of an outcome and hands it to the way out that the window has."""

    def __init__(self, outlet: Outlet, today: Callable[[], date]) -> None:
        self._outlet = outlet
        self._today = today

    def save(self, view: OutcomeView, name: str, *, with_answers: bool) -> Went:
        """Save a PDF; the name is offered without its ending."""
        # What writes paper is loaded when somebody wants some.
        from handbook.app.outcome.sheet import outcome_paper
        from handbook.app.paper.pdf import pdf_of

        paper = outcome_paper(view, self._today(), with_answers=with_answers)
        return self._outlet.save(pdf_of(paper), name, FileKind.PDF)

    def print_out(self, view: OutcomeView, *, with_answers: bool) -> Went:
        """Print."""
        from handbook.app.outcome.sheet import outcome_paper

        paper = outcome_paper(view, self._today(), with_answers=with_answers)
        return self._outlet.print_out(paper)
