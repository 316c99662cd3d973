"""The ways through the handbook; each is remembered, and leads back."""

from __future__ import annotations

from collections.abc import Callable

from handbook.app.history import (
    AtChanges,
    AtClause,
    AtConfirm,
    AtHome,
    AtPaper,
    AtPolicies,
    AtSearch,
    History,
    Stop,
)
from handbook.domain.clause_ref import ClauseRef


class Ways:
    """Goes to the places of the handbook; `show` shows one.

    A journey through the wizard is no place: nothing of it may be remembered.
    """

    def __init__(self, show: Callable[[Stop], None]) -> None:
        self.history = History()
        self._show = show

    @property
    def here(self) -> Stop | None:
        """The place that is shown, or that lies behind the wizard; None before the first."""
        return self.history.here

    def go(self, stop: Stop) -> None:
        """Go to a place and remember the way."""
        self.history.visit(stop)
        self._show(stop)

    def back(self) -> None:
        """Go to where the reader was before."""
        if (stop := self.history.back()) is not None:
            self._show(stop)

    def forward(self) -> None:
        """Take the last step back again."""
        if (stop := self.history.forward()) is not None:
            self._show(stop)

    def show_again(self) -> None:
        """Show where the reader is: another page stood before it."""
        self._show(self.history.here or AtHome())

    def go_home(self) -> None:
        """Show the first page."""
        self.go(AtHome())

    def open_clause(self, ref: ClauseRef) -> None:
        """Read a clause."""
        self.go(AtClause(ref))

    def open_search(self, text: str) -> None:
        """Search, with the field ready to type on."""
        self.go(AtSearch(text))

    def open_policies(self, collection: str = "") -> None:
        """List all policies."""
        self.go(AtPolicies(collection))

    def open_paper(self, ref: ClauseRef | None, *, changes: bool = False) -> None:
        """Show the pages of a clause, a policy, or everything; or of what changed in it."""
        self.go(AtPaper(ref, changes))

    def open_saved_paper(self) -> None:
        """Show what the reader saved, as it would be on paper."""
        self.go(AtPaper(None, saved=True))

    def open_confirmed(self) -> None:
        """Show what the reader has confirmed, as it would be on paper."""
        self.go(AtPaper(None, confirmed=True))

    def open_changes(self, policy_id: str = "", clause_id: str = "") -> None:
        """Show what changed in a policy, at a clause where one is named; or everywhere."""
        self.go(AtChanges(ClauseRef(policy_id, clause_id) if policy_id else None))

    def open_confirm(self, policy_id: str, *, changes: bool = False) -> None:
        """Confirm that a policy was read, or read what changed since that was done last."""
        self.go(AtConfirm(policy_id, changes))
