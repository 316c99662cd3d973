"""What the reader is told to show."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.app.document.front import NO_FRONT, Front
from handbook.domain.policy import Policy
from handbook.domain.school import School


@dataclass(frozen=True, slots=True)
class PolicyView:
    """A policy as the reader shows it, and the clause to begin at."""

    policy: Policy
    school: School
    front: Front = NO_FRONT
    overdue: str = ""
    """The words of the chip; empty where the policy is not overdue."""
    clause: str = ""
