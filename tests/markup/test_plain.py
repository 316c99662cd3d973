"""Policies as plain text, by cases that are Markdown themselves."""

from __future__ import annotations

import pytest

from handbook.domain.school import School
from handbook.markup.plain import clause_text, policy_text
from handbook.markup.policies import read_policy
from tests.cases import Case, read_cases

SCHOOL = School(settings={"day": "Friday"})
TEXT = "---\ntitle: P\n---\n## Top {#top}\n\n"


@pytest.mark.parametrize("case", read_cases("markup-plain.md"), ids=str)
def test_a_policy_is_written_as_text(case: Case) -> None:
    policy = read_policy(f"{TEXT}{case.given}\n", "policies/p.md")

    assert policy_text(policy, SCHOOL).removeprefix("P\n\n") == case.expected


def test_a_clause_is_written_without_its_heading() -> None:
    policy = read_policy(f"{TEXT}words on [Monday](setting:day)\n", "policies/p.md")

    assert clause_text(policy.clause("top"), SCHOOL) == "words on Friday"
