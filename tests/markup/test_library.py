"""A content folder to a library; what cannot be read is named and the rest opens."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.domain.errors import ContentMissing
from handbook.domain.flow import NodeRef, Outcome
from handbook.domain.library import Library
from handbook.markup.digest import digest
from handbook.markup.library import read_library

POLICY = "---\ntitle: {0}\n---\n## A {{#a}}\n\nwords\n"
FLOW = """---
title: {0}
priority: [end, other#stop]
---
## Which? {{#which}}

- [Here](#end)
- [There]({1}.md)
- [I am not sure](#end) and also [there]({1}.md)

## End {{#end}}

### Do now

- Rest.

### Go on

- [There]({1}.md)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    files = {
        "school.yaml": "school:\n  name: Hill\n",
        "words.yaml": "words:\n  - [Kid, pupil]\nasked-often: [who is the DSL]\n",
        "policies/b.md": POLICY.format("Zebra"),
        "policies/a.md": POLICY.format("apple"),
        "flows/one.md": FLOW.format("One", "two"),
        "flows/two.md": FLOW.format("Two", "gone"),
        "flows/one.scenarios.md": "## A story {#s}\n\nIt was so.\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def problems(library: Library) -> list[str]:
    return [str(problem) for problem in library.unreadable]


def test_a_folder_is_read_whole(folder: Path) -> None:
    library = read_library(folder)

    assert problems(library) == []
    assert library.school.name == "Hill"
    assert [policy.title for policy in library.policies] == ["apple", "Zebra"]
    assert [story.story for story in library.scenarios] == ["It was so."]
    assert (library.words, library.asked_often) == ((("kid", "pupil"),), ("who is the DSL",))


def test_a_link_to_a_flow_leads_to_its_first_step(folder: Path) -> None:
    flow = read_library(folder).flows.flow("one")
    there, end = NodeRef("two", "which"), flow.nodes[1]

    assert [choice.to for step in flow.steps for choice in step.choices][1] == there
    assert [choice.also for step in flow.steps for choice in step.choices][2] == (there,)
    assert isinstance(end, Outcome)
    assert end.go_on == (there,)
    assert flow.priority == (NodeRef("one", "end"), NodeRef("other", "stop"))


def test_a_link_to_a_flow_that_is_not_there_stays(folder: Path) -> None:
    step = next(read_library(folder).flows.flow("two").steps)

    assert step.choices[1].to == NodeRef("gone", "")


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        (
            "policies/a.md",
            b"## A",
            "policies/a.md:1: the policy has no title",
        ),
        ("policies/a.md", b"x\n\xff", "policies/a.md:2: the file is not UTF-8 text"),
        ("flows/two.md", b"", "flows/two.md:1: the flow has no ## heading"),
        ("flows/one.scenarios.md", b"## S", "flows/one.scenarios.md:1: the story 'S' needs an id"),
        ("school.yaml", b"people: x", "school.yaml:1: people must be lines of name: value"),
        ("words.yaml", b"\nwords: x", "words.yaml:2: words must be a list of lists"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(
    folder: Path, name: str, data: bytes, problem: str
) -> None:
    (folder / name).write_bytes(data)

    library = read_library(folder)

    (said,) = problems(library)
    assert said.startswith(problem)
    assert "Zebra" in [policy.title for policy in library.policies]


def test_a_school_file_that_is_missing_is_named(folder: Path) -> None:
    (folder / "school.yaml").unlink()
    (folder / "words.yaml").unlink()

    library = read_library(folder)

    assert problems(library)[0].startswith("school.yaml:1: the file cannot be opened")
    assert library.words == ()


def test_a_folder_without_content_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ContentMissing):
        read_library(tmp_path)


def test_the_digest_names_exactly_this_content(folder: Path) -> None:
    before = digest(folder)

    assert read_library(folder).digest == before
    (folder / "notes.txt").write_text("not content")
    assert digest(folder) == before
    (folder / "policies" / "b.md").rename(folder / "policies" / "c.md")
    assert digest(folder) != before


def test_a_guide_is_read_like_a_policy_unless_it_is_for_editors(tmp_path: Path) -> None:
    (tmp_path / "school.yaml").write_text("school: {id: s}\n", encoding="utf-8")
    guides = tmp_path / "guides"
    guides.mkdir()
    text = "---\ntitle: {}\napplies-to: [{}]\n---\n\n## First {{#first}}\n\nWords.\n"
    (guides / "first-day.md").write_text(text.format("First day", "everyone"), encoding="utf-8")
    (guides / "choices.md").write_text(text.format("Choices", "editors"), encoding="utf-8")

    library = read_library(tmp_path)

    assert [policy.id for policy in library.policies] == ["first-day"]
    assert library.policies[0].file == "guides/first-day.md"
