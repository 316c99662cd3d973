"""What the reader is told to show."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.domain.blocks import Spans
from handbook.domain.policy import Policy
from handbook.domain.school import School


@dataclass(frozen=True, slots=True)
class Front:
    """What stands above the first section besides the title."""

    meta: str = ""
    notice_title: str = ""
    notice: Spans = ()
    """A calm notice in amber; empty for none."""


@dataclass(frozen=True, slots=True)
class PolicyView:
    """A policy as the reader shows it, and the clause to begin at."""

    policy: Policy
    school: School
    front: Front = Front()
    overdue: str = ""
    """The words of the chip; empty where the policy is not overdue."""
    clause: str = ""
