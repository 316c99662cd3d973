"""Everything that a handbook holds."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from handbook.domain.errors import NotFound
from handbook.domain.flow import Flows
from handbook.domain.place import Place
from handbook.domain.policy import Clause, ClauseRef, Policy, PolicyCard
from handbook.domain.scenario import Scenario
from handbook.domain.school import School


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that could not be read; the rest of the handbook still opens."""

    place: Place
    problem: str

    def __str__(self) -> str:
        return f"{self.place}: {self.problem}"


@dataclass(frozen=True, slots=True)
class Library:
    """All policies and flows of one school."""

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


@dataclass(frozen=True, slots=True)
class Summary:
    """What the home page shows of a library; kept apart so that it opens without the rest."""

    school: School = field(default_factory=School)
    cards: tuple[PolicyCard, ...] = ()
    flows: tuple[tuple[str, str], ...] = ()
    """Id and title of each flow."""
    asked_often: tuple[str, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()
    digest: str = ""

    @classmethod
    def of(cls, library: Library) -> Summary:
        """The summary of a library."""
        return cls(
            school=library.school,
            cards=tuple(PolicyCard.of(policy) for policy in library.policies),
            flows=tuple((flow.id, flow.title) for flow in library.flows),
            asked_often=library.asked_often,
            unreadable=library.unreadable,
            digest=library.digest,
        )

    @property
    def clauses(self) -> int:
        """How many clauses all policies have together."""
        return sum(card.clauses for card in self.cards)

    @property
    def content_date(self) -> date | None:
        """The newest approval date of all policies; None where none has one."""
        return max((card.approved for card in self.cards if card.approved), default=None)
