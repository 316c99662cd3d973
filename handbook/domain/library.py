"""Everything that a handbook holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import ClassVar

from handbook.domain.clause_ref import ClauseRef
from handbook.domain.errors import NotFound
from handbook.domain.flow import Flows
from handbook.domain.later import Later
from handbook.domain.place import Unreadable
from handbook.domain.policy import Clause, Policy
from handbook.domain.policy_card import PolicyCard
from handbook.domain.scenario import Scenario
from handbook.domain.school import School
from handbook.domain.summary import Summary

__all__ = ["Library", "Summary", "Unreadable"]


@dataclass(frozen=True, slots=True)
class Library(Later):
    """All policies and flows of one school."""

    LATER: ClassVar[tuple[str, ...]] = ("scenarios",)

    school: School = field(default_factory=School)
    policies: tuple[Policy, ...] = ()
    """In the order of their titles."""
    flows: Flows = field(default_factory=Flows)
    scenarios: tuple[Scenario, ...] = ()
    words: tuple[tuple[str, ...], ...] = ()
    """Groups of words that mean the same to staff, lower case."""
    asked_often: tuple[str, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()
    digest: str = ""
    """Names exactly this content: the same files give the same digest."""

    def policy(self, policy_id: str) -> Policy:
        """The policy with this id; raises NotFound."""
        for policy in self.policies:
            if policy.id == policy_id:
                return policy
        raise NotFound(f"There is no policy {policy_id!r}")

    def clause(self, ref: ClauseRef) -> Clause:
        """The clause at a reference; raises NotFound."""
        return self.policy(ref.policy).clause(ref.clause)

    def keep_cards(self, cards: Iterable[PolicyCard]) -> None:
        """Give each policy its card, as it was worked out when the same words were read."""
        for policy, card in zip(self.policies, cards, strict=True):
            policy.keep_card(card)

    def cannot_read(self, policy_id: str) -> bool:
        """True where this policy is there and cannot be read: nobody knows its clauses."""
        files = (f"policies/{policy_id}.md", f"guides/{policy_id}.md")
        return any(item.place.file in files for item in self.unreadable)

    @property
    def summary(self) -> Summary:
        """What the home page shows of this library."""
        return Summary(
            school=self.school,
            cards=tuple(policy.card for policy in self.policies),
            flows=tuple((flow.id, flow.title) for flow in self.flows),
            asked_often=self.asked_often,
            unreadable=self.unreadable,
            digest=self.digest,
        )
