"""What the home page shows of a library; it opens without the rest."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from handbook.domain.place import Unreadable
from handbook.domain.policy_card import PolicyCard
from handbook.domain.school import School


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

    @property
    def clauses(self) -> int:
        """How many clauses all policies have together."""
        return sum(card.clauses for card in self.cards)

    @property
    def content_date(self) -> date | None:
        """The newest approval date of all policies; None where none has one."""
        return max((card.approved for card in self.cards if card.approved), default=None)
