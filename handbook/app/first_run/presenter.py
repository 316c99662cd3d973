"""What the page of the first start says."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.app.dates import long_date
from handbook.domain.audience import Audience
from handbook.domain.summary import Summary

_OWN_MANAGER = "line-manager"
"""A different person for everybody: the school leaves the name empty."""


@dataclass(frozen=True, slots=True)
class FirstRunView:
    """What is known before anything is asked."""

    audience: Audience | None = None
    """What was chosen before."""
    is_set: bool = False
    """The school has set it, and it is not asked."""
    blank: int = 0
    """How many people of the school have no name yet."""
    content_date: str = ""


def first_run_view(
    summary: Summary, audience: Audience | None, role: Audience | None = None
) -> FirstRunView:
    """The page for a library, and for what the school has set."""
    day = summary.content_date
    return FirstRunView(
        audience=role or audience,
        is_set=role is not None,
        blank=sum(
            contact.is_blank and contact.id != _OWN_MANAGER for contact in summary.school.people
        ),
        content_date=long_date(day) if day else "",
    )
