"""A draft is checked as if it lay in the content."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.lint.check import check, check_draft
from handbook.markup.library import read_library
from tests.lint.test_stories import FLOW, STORY


@pytest.fixture
def draft(content: Path, tmp_path: Path) -> Path:
    """A draft outside the content, which holds an older flow and its stories."""
    (content / "flows" / "trial.md").write_text(FLOW, "utf-8")
    (content / "flows" / "trial.scenarios.md").write_text(STORY, "utf-8")
    draft = tmp_path / "elsewhere" / "trial.md"
    draft.parent.mkdir()
    draft.write_text(FLOW, "utf-8")
    return draft


def found(draft: Path, content: Path) -> list[str]:
    library = read_library(content, draft)
    return [f"{finding.place} {finding.rule}" for finding in check_draft(draft, content, library)]


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_a_draft_like_the_flow_it_stands_in_for_is_judged_alike(
    draft: Path, content: Path
) -> None:
    names = ("flows/trial.md", "flows/trial.scenarios.md")
    there = [f"{f.place} {f.rule}" for f in check(content) if f.place.file in names]

    assert found(draft, content) == there


def test_the_stories_of_the_flow_are_run_on_its_draft(draft: Path, content: Path) -> None:
    change(draft, "- [No](#whose)", "- [Not at all](#whose)")

    assert "flows/trial.scenarios.md:10 story" in found(draft, content)


def test_links_and_text_of_a_draft_are_checked(draft: Path, content: Path) -> None:
    change(draft, "[Yes](#call)", "[Yes](#gone)")
    change(draft, "## Report it {#head}", "## Report it {#head}\n\nWords\n* no list")

    rules = {line.split()[1] for line in found(draft, content)}
    assert rules & {"link-place", "link-anchor", "flow-link", "link-missing"}
    assert any("list" in rule for rule in rules)


@pytest.mark.parametrize("data", [b"## No id\n\nWords\n", b"\xff", None])
def test_a_draft_that_cannot_be_read_says_so(
    data: bytes | None, draft: Path, content: Path
) -> None:
    if data is None:
        draft.unlink()
    else:
        draft.write_bytes(data)

    library = read_library(content, draft)

    assert [item.place.file for item in library.unreadable] == ["flows/trial.md"]
    assert library.digest == ""
    assert any(line.startswith("flows/trial.md:1 ") for line in found(draft, content))


def test_a_slip_of_the_flow_that_the_draft_stands_in_for_is_not_the_drafts(
    draft: Path, content: Path
) -> None:
    clean = found(draft, content)
    change(content / "flows" / "trial.md", "[Yes](#call)", "[Yes](#gone)")

    assert found(draft, content) == clean
