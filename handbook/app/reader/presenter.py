"""What the reader shows for a clause, and where its links lead."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Protocol

from handbook.app.contacts import PersonView, person_view
from handbook.app.document.front import front_of
from handbook.app.reader.views import PolicyView
from handbook.domain.errors import BadReference, NotFound
from handbook.domain.library import Library
from handbook.domain.links import Link, LinkKind
from handbook.domain.outside import OutsideAddress, outside_address
from handbook.domain.policy import ClauseRef, Policy
from handbook.domain.school import School

_NO_CLAUSE = "The clause that you asked for is no longer here. This is the start of the policy."
_NO_POLICY = "The policy that you asked for is not in this handbook. Search for its words instead."
_NO_LINK = "This link leads nowhere. Tell the office, so that it can be put right."


class ReaderView(Protocol):
    """What the presenter asks of the page."""

    def show_policy(self, view: PolicyView) -> None:
        """Show a policy at a clause."""

    def renew_policy(self, view: PolicyView) -> None:
        """Show a policy that was changed, with the reader where they were."""

    def show_words(self, words: str) -> None:
        """Say something in one sentence."""

    def show_person(self, person: PersonView) -> None:
        """Show how somebody is reached."""

    def ask_to_open(self, address: OutsideAddress) -> None:
        """Ask before another program opens."""


class ReaderPresenter:
    """Answers what the page shows.

    `on_clause` and `on_flow` carry out a wish to read another clause and to start a flow
    at a place.
    """

    def __init__(self, page: ReaderView, today: Callable[[], date]) -> None:
        self._page = page
        self._today = today
        self._library = Library()
        self.on_clause: Callable[[ClauseRef], None] = self.open
        self.on_flow: Callable[[str, str], None] = _nowhere

    def set_library(self, library: Library) -> None:
        """Read from another library."""
        self._library = library

    def open(self, ref: ClauseRef) -> None:
        """Show a clause; for one that has gone, the start of its policy, and say so."""
        try:
            policy = self._library.policy(ref.policy)
        except NotFound:
            self._page.show_words(_NO_POLICY)
            return
        known = not ref.clause or _has(policy, ref.clause)
        clause = ref.clause if known else ""
        self._page.show_policy(policy_view(policy, self._library.school, self._today(), clause))
        if not known:
            self._page.show_words(_NO_CLAUSE)

    def renew(self, policy_id: str) -> bool:
        """Show a policy as the new library has it, in place; False where it has gone."""
        try:
            policy = self._library.policy(policy_id)
        except NotFound:
            return False
        self._page.renew_policy(policy_view(policy, self._library.school, self._today()))
        return True

    def link_chosen(self, link: Link) -> None:
        """Follow a link: into the handbook at once, out of it only after a question."""
        match link.kind:
            case LinkKind.CLAUSE | LinkKind.POLICY:
                self._follow(link.target)
            case LinkKind.FLOW:
                flow_id, _, place = link.target.partition("#")
                self.on_flow(flow_id, place)
            case LinkKind.ROLE:
                self._show_person(link.target)
            case LinkKind.WEB | LinkKind.MAIL | LinkKind.TELEPHONE:
                self._ask_to_open(link)
            case _:
                self._page.show_words(_NO_LINK)

    def _follow(self, target: str) -> None:
        try:
            self.on_clause(ClauseRef.parse(target))
        except BadReference:
            self._page.show_words(_NO_LINK)

    def _ask_to_open(self, link: Link) -> None:
        try:
            self._page.ask_to_open(outside_address(link))
        except BadReference:
            self._page.show_words(_NO_LINK)

    def _show_person(self, role: str) -> None:
        try:
            contact = self._library.school.contact(role)
        except NotFound:
            self._page.show_words(_NO_LINK)
            return
        self._page.show_person(person_view(contact, self._today()))


def policy_view(policy: Policy, school: School, today: date, clause: str = "") -> PolicyView:
    """A policy as it is shown, and put on paper, on a day."""
    overdue = ""
    if policy.is_overdue(today):
        overdue = "Review overdue" if policy.review else "No review date"
    return PolicyView(policy, school, front_of(policy, school, today), overdue, clause)


def _has(policy: Policy, clause: str) -> bool:
    try:
        policy.clause(clause)
    except NotFound:
        return any(section.id == clause for section in policy.sections)
    return True


def _nowhere(flow_id: str, place: str) -> None:
    """Stand in until the desktop says what starts a flow."""
    del flow_id, place
