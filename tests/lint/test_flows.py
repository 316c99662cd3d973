"""The proof of flows: each rule on a flow that is small enough to read."""

from __future__ import annotations

import pytest

from tests.lint.cases import Case, cases
from tests.lint.conftest import FLOW_FRONT, Check


def front(case: Case) -> str:
    """The facts at the top; `head` is in the order only where the flow has it."""
    return FLOW_FRONT if "{#head}" in case.text else FLOW_FRONT.replace("[head]", "[end]")


@pytest.mark.parametrize("case", cases("lint-flows.md"), ids=lambda case: case.title)
def test_a_slip_in_a_flow_is_named(case: Case, checked: Check) -> None:
    found = checked({"flows/trial.md": front(case) + case.text + "\n"})

    assert [f"{finding.place} {finding.rule}" for finding in found] == list(case.expected)
