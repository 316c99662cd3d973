"""`handbook flow compare` says which answers end elsewhere, for people and for programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from handbook import locations
from handbook.cli.main import run
from handbook.lint.flows.graph import Graph
from handbook.markup.drafts import flows_from

FLOW = """\
---
title: Money is missing
priority: [audit, police]
---

## Is it much? {#much}

- [Yes](#who)
- [No](#ask)
- [I am not sure](#who) and also [the police](#police)

## Whose doing is it? {#who}

- [The head's](#audit){: subject="headteacher" }
- [Somebody else's](#head)
- [I am not sure](#audit)

## Tell the auditor {#audit}

### Tell

- [Auditor](role:auditor)

## Tell the head {#head}

### Tell

- [Headteacher](role:headteacher)

## Call 101 {#police}

### Tell

- [Police](role:police)

## Ask {#ask}

### Tell

- [Manager](role:line-manager)
"""


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """A flow, and a copy of the same name that a test may change."""
    old, new = tmp_path / "old" / "money.md", tmp_path / "new" / "money.md"
    for path in (old, new):
        path.parent.mkdir()
        path.write_text(FLOW, "utf-8")
    return old, new


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_a_file_compared_with_its_copy_has_nothing_to_say(
    files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    code = run(["flow", "compare", *map(str, files)])

    assert code == 0
    assert capsys.readouterr().out == "None of 7 answer paths ends elsewhere.\n"


def test_changes_are_told_to_programs(
    files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    change(files[1], "[No](#ask)", "[No](#head)")
    change(files[1], "- [Somebody else's](#head)\n", "")

    code = run(["flow", "compare", *map(str, files), "--json"])

    assert code == 0
    assert json.loads(capsys.readouterr().out) == {
        "paths": 7,
        "changed": [
            {"path": ["No"], "was": "ask", "now": "head"},
            {"path": ["Yes", "Somebody else's"], "was": "head", "now": None},
            {
                "path": ["I am not sure", "Somebody else's"],
                "was": "head, also police",
                "now": None,
            },
        ],
    }


def test_changes_are_told_to_people_by_what_changed(
    files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    change(files[1], '{: subject="headteacher" }', '{: subject="chair" }')
    change(files[1], "[No](#ask)", "[No](#who)")

    run(["flow", "compare", *map(str, files)])

    told = capsys.readouterr().out
    assert told.startswith("6 of 10 answer paths now end elsewhere.\n")
    assert "2 paths: now not told: chair; may be told again: headteacher\n" in told
    assert "  All of them answer: Whose doing is it? The head's\n" in told
    assert "    was: audit, also police; not told: headteacher\n" in told
    assert "    now: audit, also police; not told: chair\n" in told
    assert "3 paths: new, from the answer “No” to “Is it much?” on\n" in told
    assert "1 path: gone, from the answer “No” to “Is it much?” on\n" in told


def test_many_changes_of_one_kind_are_counted_and_all_are_listed_on_request(
    files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    for path in files:
        change(path, "- [Somebody else's](#head)\n", "- [His](#head)\n- [Hers](#head)\n")
    change(files[1], "[Yes](#who)", "[Yes](#head)")

    run(["flow", "compare", *map(str, files)])
    some = capsys.readouterr().out
    run(["flow", "compare", "--all", *map(str, files)])
    every = capsys.readouterr().out

    assert "4 paths: gone, from the answer “Yes”" in some
    assert some.count("- Yes › ") == 3
    assert "and 1 more: --all lists every one" in some
    assert every.count("- Yes › ") == 4
    assert "more: --all" not in every


def test_flows_beside_a_file_are_read_from_its_own_folder(
    files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    for path in files:
        change(path, "[No](#ask)", "[No](small.md#start)")
    small = FLOW.replace("#much", "#start").replace("{#audit}", "{#checker}")
    (files[0].parent / "small.md").write_text(small.replace("#audit", "#checker"), "utf-8")
    (files[1].parent / "small.md").write_text(small.replace("](#audit)", "](#head)"), "utf-8")

    code = run(["flow", "compare", *map(str, files), "--json"])

    found = json.loads(capsys.readouterr().out)
    assert code == 0
    assert {
        "path": ["No", "Yes", "The head's"],
        "was": "small#checker; not told: headteacher",
        "now": "small#head; not told: headteacher",
    } in found["changed"]


def test_a_draft_on_its_own_leads_to_the_flows_beside_the_old_file(
    files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    for path in files:
        change(path, "[No](#ask)", "[No](small.md)")
    (files[0].parent / "small.md").write_text(FLOW, "utf-8")

    for pair in (files, files[::-1]):
        run(["flow", "compare", *map(str, pair), "--json"])
        assert json.loads(capsys.readouterr().out) == {"paths": 13, "changed": []}


def test_files_of_two_names_are_versions_of_one_flow(
    files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    draft = files[0].with_name("money-draft.md")
    draft.write_text(FLOW.replace("[No](#ask)", "[No](other.md)"), "utf-8")
    (files[0].with_name("other.md")).write_text(
        FLOW.replace("[No](#ask)", "[No](money.md#who)"), "utf-8"
    )

    for pair in ((files[0], draft), (draft, files[0])):
        assert run(["flow", "compare", *map(str, pair), "--json"]) == 0
        found = json.loads(capsys.readouterr().out)
        ends = {change[when] for change in found["changed"] for when in ("was", "now")}
        assert "ask" in ends, "the flow's own places stand alone"
        assert "audit" in ends, "the other flow leads back into this version"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (None, "money.md:1: the file cannot be opened"),
        (b"\n\n\xff", "money.md:3: the file is not UTF-8"),
        (b"## No id\n\n- [Yes](#a)\n", "money.md:1: the heading 'No id' needs an id"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_with_its_line(
    text: bytes | None,
    problem: str,
    files: tuple[Path, Path],
    capsys: pytest.CaptureFixture[str],
) -> None:
    if text is None:
        files[1].unlink()
    else:
        files[1].write_bytes(text)

    code = run(["flow", "compare", *map(str, files)])

    assert code == 3
    assert str(files[1].parent) + "/" + problem in capsys.readouterr().err.replace("\\", "/")


def test_two_files_are_needed() -> None:
    assert run(["flow", "compare", "one.md"]) == 2


@pytest.mark.parametrize("name", ["concern", "may-i", "online-incident"])
def test_the_flows_of_the_handbook_are_compared_whole(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file = locations.content() / "flows" / f"{name}.md"
    graph = Graph(flows_from(file))

    run(["flow", "compare", str(file), str(file), "--json"])

    found = json.loads(capsys.readouterr().out)
    assert found == {"paths": graph.paths(graph.flows.flow(name).start), "changed": []}


def test_a_draft_is_drawn_from_its_file(
    files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    code = run(["flow", "draw", str(files[0])])

    assert code == 0
    assert '-->|"The head\'s"|' in capsys.readouterr().out
