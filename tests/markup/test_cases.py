"""Markdown to domain values, by cases that are Markdown themselves."""

from __future__ import annotations

import pytest

from handbook.domain.errors import ContentError
from handbook.markup.flows import read_flow
from handbook.markup.policies import read_policy
from tests.cases import Case, read_cases
from tests.markup.show import show_flow, show_policy

FRONT = "---\ntitle: P\n---\n"


@pytest.mark.parametrize("case", read_cases("markup-policies.md"), ids=str)
def test_a_policy_is_read(case: Case) -> None:
    assert show_policy(read_policy(FRONT + case.given, "policies/p.md")) == case.expected


@pytest.mark.parametrize("case", read_cases("markup-flows.md"), ids=str)
def test_a_flow_is_read(case: Case) -> None:
    assert show_flow(read_flow(FRONT + case.given, "flows/f.md")) == case.expected


@pytest.mark.parametrize("case", read_cases("markup-flow-errors.md"), ids=str)
def test_a_slip_in_a_flow_is_named_with_its_line(case: Case) -> None:
    with pytest.raises(ContentError) as caught:
        read_flow(FRONT + case.given, "flows/f.md")

    assert str(caught.value) == case.expected
