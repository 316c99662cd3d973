"""What stands above the first section of a policy, on the screen and on paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from handbook.app.contacts import the
from handbook.app.dates import long_date, month_of
from handbook.domain.blocks import Span, Spans
from handbook.domain.policy import Policy
from handbook.domain.school import School


@dataclass(frozen=True, slots=True)
class Front:
    """What stands above the first section besides the title."""

    meta: str = ""
    notice_title: str = ""
    notice: Spans = ()
    """A calm notice in amber; empty for none."""


NO_FRONT = Front()


def front_of(policy: Policy, school: School, today: date) -> Front:
    """Version, approval, law and owner; past the review date a notice says so and whom to ask."""
    meta = "  ·  ".join((*_versions(policy), *_law(policy), *_owner(policy, school)))
    if not policy.is_overdue(today):
        return Front(meta)
    return Front(meta, _notice_title(policy), _notice(policy, school))


def _versions(policy: Policy) -> tuple[str, ...]:
    version = (f"Version {policy.version}",) if policy.version else ()
    if policy.approved is None:
        return version
    by = f"by {policy.approved_by} " if policy.approved_by else ""
    return (*version, f"approved {by}{long_date(policy.approved)}")


def _law(policy: Policy) -> tuple[str, ...]:
    return (f"law as of {long_date(policy.law_as_of)}",) if policy.law_as_of else ()


def _owner(policy: Policy, school: School) -> tuple[str, ...]:
    owner = school.contacts.get(policy.owner)
    if owner is None:
        return ()
    return (f"owner: {f'{owner.name}, {owner.title}' if owner.name else owner.title}",)


def _notice_title(policy: Policy) -> str:
    if policy.review is None:
        return "No review date is set"
    return f"Review overdue since {month_of(policy.review)}"


def _notice(policy: Policy, school: School) -> Spans:
    owner = school.contacts.get(policy.owner)
    ask = f"ask {the(owner)}" if owner else "ask the office"
    tail = f"It still applies. If something here seems out of date, {ask} before you rely on it."
    if policy.review is None:
        return (Span(f"Nobody has set when this policy is looked at again. {tail}"),)
    return (
        Span("This policy should have been looked at again by "),
        Span(month_of(policy.review), strong=True),
        Span(f". {tail}"),
    )
