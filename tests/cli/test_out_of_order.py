"""What an installation says that is not in order."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from handbook.cli.main import run
from handbook.domain.flow import Choice, Flow, NodeRef, Outcome, Step
from handbook.markup.skeletons import policy_skeleton


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installed program from which content and fonts have gone."""
    monkeypatch.setenv("HANDBOOK_DATA", str(tmp_path / "data"))
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    return tmp_path


def test_a_bare_installation_says_all_that_is_missing(
    bare: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["self-check", "--json"]) == 1

    report = json.loads(capsys.readouterr().out)
    assert not report["ok"]
    assert report["content"] == "cannot be opened"
    assert report["index"] == "cannot be searched"
    assert report["fonts"] == "missing"
    assert str(bare / "content") in report["problems"][0]


def test_a_bare_installation_says_it_in_words_too(
    bare: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (bare / "content").mkdir()
    (bare / "content" / "school.yaml").write_text("people:\n", "utf-8")

    assert run(["self-check"]) == 1

    said = capsys.readouterr().out
    assert "there is no clause to search for" in said
    assert "there is no flow" in said
    assert said.endswith("Something is wrong.\n")


def test_content_that_nobody_has_written_is_nothing_found(
    bare: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (bare / "content").mkdir()
    (bare / "content" / "school.yaml").write_text("people:\n", "utf-8")

    assert run(["policies"]) == 1
    assert run(["flow", "list"]) == 1
    assert run(["search", "anything"]) == 1
    assert run(["tour"]) == 0

    assert "Nothing found" in capsys.readouterr().out


def test_a_policy_that_cannot_be_read_is_named_beside_the_others(
    bare: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = bare / "content" / "policies"
    folder.mkdir(parents=True)
    (folder / "torn.md").write_text("---\ntitle: [\n---\n", "utf-8")

    assert run(["policies"]) == 1

    assert "torn.md" in capsys.readouterr().err


def test_a_policy_begun_on_a_leap_day_is_reviewed_on_a_day_that_exists() -> None:
    from datetime import date

    assert "review: 2029-03-01" in policy_skeleton("a", "headteacher", date(2028, 2, 29))


def test_a_drawing_names_places_of_other_flows_and_keeps_quotes_apart() -> None:
    from handbook.cli.mermaid import mermaid

    step = Step("a", 'Is it "urgent"?', (), (Choice("No", NodeRef("other", "b")),), 1)
    flow = Flow("one", "One", "flows/one.md", (step, Outcome("end", "End", ())))

    drawn = mermaid(flow).split("\n")

    assert '    n0{"Is it #quot;urgent#quot;?"}' in drawn
    assert '    x2[["other#35;b"]]' in drawn
    assert '    n0 -->|"No"| x2' in drawn
