"""What is known of a policy without reading its Markdown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from handbook.domain.audience import Audience, is_asked


class Confirm(StrEnum):
    """How often staff must confirm that they have read a policy."""

    NEVER = "never"
    ONCE = "once"
    YEARLY = "yearly"


@dataclass(frozen=True, slots=True)
class PolicyCard:
    """What a list of policies shows; known without reading the policy's Markdown."""

    id: str
    title: str
    collection: str
    summary: str
    owner: str
    version: str
    approved: date | None
    review: date | None
    confirm: Confirm
    clauses: int = 0
    words: int = 0
    """How many words the clauses have together."""
    applies_to: tuple[str, ...] = ()

    def is_asked_of(self, audience: Audience | None) -> bool:
        """True where somebody of this audience is asked to read it."""
        return self.confirm is not Confirm.NEVER and is_asked(self.applies_to, audience)
