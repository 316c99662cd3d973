"""`handbook lint --explain`: one rule, in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.cli.main import run
from tests.lint.trial import IN_ORDER, write


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


def test_ids_of_the_version_before_are_missed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path / "before", IN_ORDER)
    write(tmp_path / "now", IN_ORDER)
    policy = tmp_path / "now" / "policies" / "rules.md"
    policy.write_text(policy.read_text("utf-8").replace("{#one}", "{#first}"), "utf-8")
    before, now = str(tmp_path / "before"), str(tmp_path / "now")

    assert run(["lint", now, "--since", before]) == 1
    assert "id-changed" in capsys.readouterr().out
    assert run(["lint", before, "--since", before]) == 0
    assert run(["lint", str(policy), "--since", before]) == 2


def test_a_pack_is_checked_as_the_folder_that_it_holds(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "no.handbook").write_bytes(b"no pack")

    assert run(["lint", str(tmp_path / "no.handbook")]) == 3
    assert "no.handbook" in capsys.readouterr().err
