"""The guide that every question offers: there, open to all, and with outside numbers only."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.lint.check import check
from handbook.lint.finding import Finding
from tests.lint.conftest import FLOW_FRONT, LAPTOP, Check

GUIDE = "guides/school-laptop.md"
FLOW = """\
## Is anyone in danger? {#danger}

- [Yes](#head)
- [I am not sure](#head)

## Call {#head}

### Tell

- [Police](role:police)
"""
LIST = "- [Police](role:police): a crime\n- [The council](role:council): a child at risk\n"


def about_the_guide(findings: list[Finding]) -> list[str]:
    return [f"{f.place.line} {f.rule}" for f in findings if f.place.file == GUIDE]


def with_flow(guide: str) -> dict[str, str]:
    return {"flows/trial.md": FLOW_FRONT + FLOW, GUIDE: guide}


def test_the_trial_guide_is_in_order(checked: Check) -> None:
    assert about_the_guide(checked(with_flow(LAPTOP))) == []


def test_questions_without_the_guide_promise_too_much(content: Path) -> None:
    (content / "flows" / "trial.md").write_text(FLOW_FRONT + FLOW, "utf-8")
    (content / GUIDE).unlink()

    (finding,) = [f for f in check(content) if f.place.file == GUIDE]
    assert finding.rule == "seen-missing"
    assert finding.is_error
    assert "whom to ring in private" in finding.message


def test_content_without_questions_needs_no_guide(content: Path) -> None:
    (content / GUIDE).unlink()

    assert about_the_guide(list(check(content))) == []


def test_a_guide_for_editors_alone_is_as_good_as_none(checked: Check) -> None:
    kept = LAPTOP.replace("[everyone]", "[editors]")

    assert about_the_guide(checked(with_flow(kept))) == ["1 seen-missing"]


def test_a_guide_that_cannot_be_read_is_named_once(checked: Check) -> None:
    rules = about_the_guide(checked(with_flow("no front matter\n")))

    assert rules
    assert "1 seen-missing" not in rules


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("[The council](role:council)", "[Chair](role:chair)", ["18 seen-person"]),
        ("## Numbers", "Ask the [head](role:headteacher).\n\n## Numbers", ["15 seen-person"]),
        ("{#numbers}", "{#call}", ["1 seen-numbers"]),
        (LIST, "Ask around.\n", ["15 seen-numbers"]),
        ("- [The council](role:council): a", "- A", ["18 seen-numbers"]),
        (": a child at risk", ": ring 020 7946 0018", ["18 seen-typed"]),
        (": a child at risk", ": since 2026, 10 to 16", []),
        (": a crime", ": 999 or 101", []),
    ],
)
def test_a_slip_in_the_guide_is_named(
    old: str, new: str, expected: list[str], checked: Check
) -> None:
    assert old in LAPTOP

    assert about_the_guide(checked(with_flow(LAPTOP.replace(old, new)))) == expected
