"""Which changes are listed and shown, for one policy or for the whole handbook. No Qt."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from handbook.app.changes.compared import Compared
from handbook.app.changes.policy_units import SHOW, key_of
from handbook.app.changes.view_of import WORKING, policy_view, whole_view
from handbook.app.changes.views import ChangesView, State
from handbook.domain.clause_ref import ClauseRef

_FIRST = (
    "This is the first version on this laptop. When your school sends a newer one, you can read "
    "here what it says otherwise, clause by clause."
)
_UNREADABLE = (
    "The version before cannot be read any more, so there is nothing to compare with. What you "
    "read in the handbook is not touched by this."
)


class ChangesPageView(Protocol):
    """What the presenter asks of the page."""

    def show_changes(self, view: ChangesView) -> None:
        """Show everything anew, at the first change."""

    def show_more(self, view: ChangesView) -> None:
        """Show the same with more in it, at the place that is read."""

    def go_to(self, key: str) -> None:
        """Show a change."""


class ChangesPresenter:
    """Shows what a comparison came to, for one policy or for all."""

    def __init__(
        self,
        page: ChangesPageView,
        state: State = State.WORKING,
        compared: Compared | None = None,
    ) -> None:
        self._page = page
        self._compared = compared
        self._state = state
        self._policy = ""
        self._wanted = ""
        self._shown: frozenset[str] = frozenset()
        self._confirmed: Compared | None = None
        self._since = ""
        self._by_confirmed = False

    def set_state(self, state: State) -> None:
        """There is nothing to compare, or not yet."""
        self._state, self._compared = state, None
        self._page.show_changes(self._view())

    def set_compared(self, compared: Compared) -> None:
        """Show another comparison; what is read stays where it is where only more is known."""
        before = self._compared
        self._state, self._compared = State.CHANGES, compared
        same = before is not None and before.sides is compared.sides
        if same:
            self._page.show_more(self._view())
        else:
            self._shown = frozenset()
            self._show()

    def open(self, ref: ClauseRef | None = None) -> None:
        """Show the changes of a policy, at a clause where one is named; or of everything."""
        self._policy = ref.policy if ref is not None else ""
        self._wanted = key_of(ref.policy, ref.clause) if ref is not None and ref.clause else ""
        self._shown = frozenset()
        self._confirmed, self._by_confirmed = None, False
        self._show()

    def set_confirmed(self, compared: Compared, since: str) -> None:
        """The policy that is shown can be compared with the text that its reader confirmed.

        `since` is the day.
        """
        self._confirmed, self._since = compared, since
        if self._uses_confirmed(self._policy):
            self._show()
        else:
            self._page.show_more(self._view())

    def other_wanted(self) -> None:
        """Compare with the other old version."""
        self._by_confirmed = not self._by_confirmed
        self._shown = frozenset()
        self._show()

    def all_wanted(self) -> None:
        """Show the changes of everything."""
        self.open()

    def fold_opened(self, address: str) -> None:
        """Show clauses that are the same in both."""
        if address.startswith(SHOW):
            self._shown |= {address}
            self._page.show_more(self._view())

    def _show(self) -> None:
        """Show everything anew, at the clause that was asked for once it can be shown."""
        self._page.show_changes(self._view())
        if self._compared is not None and self._wanted:
            self._page.go_to(self._wanted)
            self._wanted = ""

    def _view(self) -> ChangesView:
        return self.view_of(self._policy, self._shown)

    def view_of(self, policy: str, shown: frozenset[str] = frozenset()) -> ChangesView:
        """What there is to show of a policy, or without one of everything."""
        if self._uses_confirmed(policy) and self._confirmed is not None:
            since = f"Since you confirmed it on {self._since}"
            other = "Since the version before" if self._has_before(policy) else ""
            view = policy_view(self._confirmed, policy, shown)
            return replace(view, note=since, other=other, elsewhere=0)
        compared = self._compared
        if compared is None:
            message = {State.FIRST: _FIRST, State.UNREADABLE: _UNREADABLE}
            return ChangesView(self._state, message=message.get(self._state, WORKING))
        if not policy:
            return whole_view(compared, shown)
        other = f"Since you confirmed it on {self._since}" if self._offers(policy) else ""
        return replace(policy_view(compared, policy, shown), other=other)

    def _offers(self, policy: str) -> bool:
        """Whether the text that was confirmed belongs to a policy, and says something else."""
        found = self._confirmed.changes if self._confirmed is not None else None
        return bool(policy) and found is not None and found.policy(policy) is not None

    def _has_before(self, policy: str) -> bool:
        """Whether the version before says anything else than today's."""
        return self._compared is not None and self._compared.changes.policy(policy) is not None

    def _uses_confirmed(self, policy: str) -> bool:
        """By choice, or because there is nothing else to compare with."""
        return self._offers(policy) and (self._by_confirmed or not self._has_before(policy))
