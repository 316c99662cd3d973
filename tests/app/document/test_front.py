"""What stands above the first section of a policy."""

from __future__ import annotations

from datetime import date

from handbook.app.document.front import front_of
from handbook.domain.policy import Policy
from handbook.domain.school import School

TODAY = date(2026, 11, 21)


def test_the_day_of_the_law_is_named_where_the_policy_states_it() -> None:
    policy = Policy(
        "visitors", "Visitors", "policies/visitors.md", law_as_of=date(2026, 9, 1), version="1.3"
    )

    assert front_of(policy, School(), TODAY).meta == "Version 1.3  ·  law as of 1 September 2026"


def test_a_policy_that_states_no_law_names_none() -> None:
    policy = Policy("visitors", "Visitors", "policies/visitors.md", version="1.3")

    assert front_of(policy, School(), TODAY).meta == "Version 1.3"
