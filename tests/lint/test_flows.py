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

    others = [finding for finding in found if not finding.rule.endswith("-unasked")]
    assert [f"{finding.place} {finding.rule}" for finding in others] == list(case.expected)


TELLS_INSIDE = """\
## One? {#one}

- [I am not sure](#end)

## The end {#end}

### Tell

- [Headteacher](role:headteacher)
"""

ASKS = """\
- [The head's](#end){: subject="headteacher" }
- [I am not sure](#end)"""

IF_ABOUT = """
### If it is about one of them

- [The headteacher](role:headteacher): tell the [chair](role:chair)
"""


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        (TELLS_INSIDE, ["flow-unasked", "tell-unasked"]),
        (TELLS_INSIDE + IF_ABOUT, ["flow-unasked"]),
        (TELLS_INSIDE.replace("- [I am not sure](#end)", ASKS), []),
        (TELLS_INSIDE.replace("role:headteacher", "role:police"), []),
    ],
)
def test_a_flow_asks_whose_doing_it_is_before_it_tells_somebody_inside(
    text: str, rules: list[str], checked: Check
) -> None:
    found = checked({"flows/trial.md": FLOW_FRONT.replace("[head]", "[end]") + text})

    assert [finding.rule for finding in found] == rules


def test_where_no_question_needs_somebody_to_tell_none_asks_whose_doing_it_is(
    checked: Check,
) -> None:
    front = FLOW_FRONT.replace("[head]", "[end]").replace("[Tell]", "[Do now]")

    found = checked({"flows/trial.md": f"{front}{TELLS_INSIDE}\n### Do now\n\n- Ask.\n"})

    assert found == []


def in_a_row(count: int, prefix: str, end: str) -> str:
    """So many questions, one after the other, and then a place."""
    names = [f"{prefix}{number}" for number in range(count)]
    return "\n".join(
        f"## {name}? {{#{name}}}\n\n- [I am not sure]({to})\n"
        for name, to in zip(names, [f"#{name}" for name in names[1:]] + [end], strict=True)
    )


def test_flows_that_hand_over_are_counted_together(checked: Check) -> None:
    front = FLOW_FRONT.replace("[head]", "[]")
    end = "\n## The end {#end}\n\n### Tell\n\n- [Police](role:police)\n"

    found = checked(
        {
            "flows/one.md": front + in_a_row(7, "a", "two.md"),
            "flows/two.md": front + in_a_row(6, "b", "#end") + end,
        }
    )

    assert [str(finding.place) for finding in found if finding.rule == "flow-long"] == [
        "flows/one.md:8"
    ]
