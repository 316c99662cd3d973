"""`handbook lint --explain`: one rule, in words."""

from __future__ import annotations

import pytest

from handbook.cli.main import run


def test_a_rule_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["lint", "--explain", "[callout-lead]"]) == 0

    said = capsys.readouterr().out
    assert "callout-lead · error" in said
    assert "Why: " in said
    assert "Mend: " in said


@pytest.mark.parametrize(
    ("name", "answer"), [("callout-led", "Did you mean: callout-lead"), ("quux", "docs/lint.md")]
)
def test_an_unknown_rule_is_wrong_use(
    name: str, answer: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["lint", "--explain", name]) == 2

    assert answer in capsys.readouterr().err
