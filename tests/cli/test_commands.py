"""Commands answer people in words, programs in JSON, and both with an exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from handbook.__main__ import main, opens_window
from handbook.cli.main import run
from handbook.state import managed

RULES = """\
---
title: Rules
collection: Trial
summary: Rules for a trial.
owner: headteacher
version: "1.0"
approved: 2026-09-01
approved-by: governing body
review: 2026-09-02
law-as-of: 2026-09-01
applies-to: [everyone]
confirm: never
---

What this is for.

## Contact {#contact}

### Pupils {#pupils}
<!-- asked: may I add a pupil · a pupil follows me -->

> **You must not** befriend a pupil on Snapchat within [2](setting:years) years.

### Parents {#parents}

Ask the [headteacher](role:headteacher) first.
"""

LAPTOP = """\
---
title: What a laptop shows
collection: Trial
summary: Numbers for a trial.
owner: headteacher
version: "1.0"
approved: 2026-09-01
approved-by: governing body
review: 2026-09-02
law-as-of: 2026-09-01
applies-to: [everyone]
confirm: never
---

## Numbers {#numbers}

- [Police](role:police): a crime
"""

SCHOOL = """\
people:
  headteacher:
    title: Headteacher
    when-subject: chair
  chair:
    title: Chair of governors
    name: A. Trial
    phone: "01234"
    when-subject: police
bodies:
  police:
    title: Police
    phone: "101"
    checked: "2026-11-20"
settings:
  years: "three"
"""

FLOW = """\
---
title: Trial flow
law-as-of: 2026-09-01
priority: [call, tell]
needs: [Tell]
---

## Is anyone in danger? {#danger}

We ask this first.

- [Yes](#call) and also [tell](#tell)
- [No](#whose): nobody is
- [I am not sure](#call)

## Whose doing is it? {#whose}

- [The head's](#tell){: subject="headteacher" }
- [I am not sure](#tell)

## Call {#call}

### Tell

- [Police](role:police): now

### Rests on

- [Pupils](../policies/rules.md#pupils)

### Go on

- [Whose doing](#whose)

## Report it {#tell}

Because.

### Tell

- [Headteacher](role:headteacher)

### If it is about one of them

- [The headteacher](role:headteacher): tell the [chair](role:chair)

### By when

Today, and tell the [headteacher](role:headteacher).

### Do now

- Write it down.
"""


@pytest.fixture(autouse=True)
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HANDBOOK_DATA", str(tmp_path / "data"))


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    for name in ("policies", "flows", "guides"):
        (folder / name).mkdir(parents=True)
    (folder / "school.yaml").write_text(SCHOOL, "utf-8")
    (folder / "policies" / "rules.md").write_text(RULES, "utf-8")
    (folder / "flows" / "trial.md").write_text(FLOW, "utf-8")
    (folder / "guides" / "school-laptop.md").write_text(LAPTOP, "utf-8")
    return folder


class Answers:
    """Runs commands on the trial content."""

    def __init__(self, content: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self._content = content
        self._capsys = capsys

    def text(self, *words: str, code: int = 0) -> str:
        assert run([*words, "--content", str(self._content)]) == code
        return " ".join(self._capsys.readouterr().out.split())

    def json(self, *words: str, code: int = 0) -> Any:
        assert run([*words, "--content", str(self._content), "--json"]) == code
        return json.loads(self._capsys.readouterr().out)

    def problem(self, *words: str, code: int) -> str:
        assert run([*words, "--content", str(self._content)]) == code
        captured = self._capsys.readouterr()
        assert captured.out == ""
        return captured.err


@pytest.fixture
def answers(content: Path, capsys: pytest.CaptureFixture[str]) -> Answers:
    return Answers(content, capsys)


def test_a_search_shows_the_clause_and_its_kind_in_words(answers: Answers) -> None:
    said = answers.text("search", "add", "pupil", "snapchat")

    assert "Rules 1.1 Pupils MUST NOT" in said
    assert "handbook show rules#pupils" in said


def test_a_search_has_its_shape(answers: Answers) -> None:
    found = answers.json("search", "snapchat")

    assert list(found) == ["query", "corrected", "took_ms", "hits", "flows", "people"]
    assert list(found["hits"][0]) == [
        *("policy", "clause", "label", "path", "title", "text", "rule", "score")
    ]
    assert found["hits"][0]["rule"] == "must-not"


def test_a_search_finds_people_and_places(answers: Answers) -> None:
    assert answers.json("search", "chair of governors")["people"] == [
        {"role": "chair", "title": "Chair of governors"}
    ]
    assert "› Chair of governors: A. Trial, 01234" in answers.text("search", "chair of governors")
    assert answers.json("search", "anyone in danger")["flows"][0] == {
        "flow": "trial",
        "step": "danger",
        "title": "Is anyone in danger?",
    }


def test_a_search_that_finds_nothing_says_so(answers: Answers) -> None:
    assert "Nothing found" in answers.text("search", "zzzzqqqq", code=1)
    assert answers.json("search", "zzzzqqqq", code=1)["hits"] == []


@pytest.mark.parametrize(
    "link", ["rules#pupils", "policies/rules.md#pupils", "handbook:rules#pupils"]
)
def test_a_clause_is_shown_by_any_form_of_its_link(link: str, answers: Answers) -> None:
    assert answers.json("show", link) == {
        "policy": "rules",
        "clause": "pupils",
        "label": "1.1",
        "title": "Pupils",
        "text": "  You must not befriend a pupil on Snapchat within three years.",
        "rule": "must-not",
        "version": "1.0",
        "review": "2026-09-02",
    }


def test_a_clause_and_a_policy_are_shown_in_words(answers: Answers) -> None:
    clause, policy = answers.text("show", "rules#pupils"), answers.text("show", "rules")

    assert "Rules 1.1 Pupils MUST NOT You must not befriend" in clause
    assert "version 1.0" in clause
    assert "What this is for. 1 Contact 1.1 Pupils" in policy


def test_policies_are_listed(answers: Answers) -> None:
    assert answers.json("policies")[0] == {
        "id": "rules",
        "title": "Rules",
        "version": "1.0",
        "owner": "headteacher",
        "approved": "2026-09-01",
        "review": "2026-09-02",
        "overdue": True,
    }
    assert [policy["id"] for policy in answers.json("policies")] == ["rules", "school-laptop"]
    assert "OVERDUE since 2 September 2026, 2 clauses" in answers.text("policies")


def test_flows_are_listed_and_shown(answers: Answers) -> None:
    assert answers.json("flow", "list") == [{"id": "trial", "title": "Trial flow"}]
    assert answers.text("flow", "list") == (
        "Trial flow (trial) 2 questions, 2 outcomes, 4 paths from the first question on"
    )
    assert "1 Yes → call, and also tell" in answers.text("flow", "show", "trial")


def test_a_flow_has_its_shape(answers: Answers) -> None:
    flow = answers.json("flow", "show", "trial")

    assert list(flow) == ["id", "title", "start", "steps", "outcomes"]
    assert flow["start"] == "danger"
    assert flow["steps"][0]["choices"][1] == {
        "text": "No",
        "hint": "nobody is",
        "to": "whose",
        "also": [],
        "subject": None,
    }
    assert flow["outcomes"][0]["rests_on"] == ["rules#pupils"]
    assert flow["outcomes"][1]["tell"][0]["role"] == "headteacher"


def test_a_walk_stands_at_a_question(answers: Answers) -> None:
    assert answers.json("flow", "walk", "trial", "2") == {
        "at": "step",
        "id": "whose",
        "first": None,
        "also": [],
        "path": ["No"],
        "subject": None,
        "tell": [],
    }
    assert "handbook flow walk trial 2 N" in answers.text("flow", "walk", "trial", "2")


def test_a_walk_ends_with_the_subject_taken_out(answers: Answers) -> None:
    reached = answers.json("flow", "walk", "trial", "2", "1")

    assert reached["subject"] == "headteacher"
    assert reached["tell"] == [
        {"role": "chair", "title": "Chair of governors", "name": "A. Trial", "phone": "01234"}
    ]
    said = answers.text("flow", "walk", "trial", "2", "1")
    assert "Chair of governors: A. Trial, 01234" in said
    assert "Headteacher" not in said
    assert "headteacher" not in said


def test_a_walk_adds_outcomes_and_goes_on(answers: Answers) -> None:
    added = answers.json("flow", "walk", "trial", "1")
    further = answers.json("flow", "walk", "trial", "1", "1", "1")

    assert (added["first"], added["also"]) == ("call", ["tell"])
    assert (further["first"], further["subject"]) == ("tell", "headteacher")
    said = answers.text("flow", "walk", "trial", "1")
    assert "Also: Report it" in said
    assert said.endswith("Go on to “Trial flow”: handbook flow walk trial 1 1")


def test_a_walk_may_begin_at_any_question(answers: Answers) -> None:
    assert answers.json("flow", "walk", "trial#whose")["id"] == "whose"


def test_a_flow_is_drawn(answers: Answers) -> None:
    drawn = answers.text("flow", "draw", "trial")

    assert drawn.startswith('flowchart TD n0{"Is anyone in danger?"}')
    assert 'n0 -->|"No"| n1' in drawn
    assert 'n0 -.->|"and also: Yes"| n3' in drawn
    assert 'n2 ==>|"go on"| n1' in drawn


def test_lint_names_what_is_to_be_mended(answers: Answers, content: Path) -> None:
    (content / "policies" / "rules.md").write_text(f"{RULES}\n1) one\n", "utf-8")

    findings = answers.json("lint", code=1)["findings"]

    assert list(findings[0]) == [*("file", "line", "rule", "severity", "message", "fix")]
    assert findings[-1]["fix"] == {"first": 28, "last": 28, "text": "1. one"}
    assert "policies/rules.md:28 error list-look" in answers.text("lint", code=1)


def test_lint_takes_a_folder_or_a_file(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["lint", str(content)]) == 0
    assert run(["lint", str(content / "policies" / "rules.md")]) == 0
    assert run(["lint", str(content / "nothing")]) == 3

    assert "nothing" in capsys.readouterr().err


@pytest.mark.parametrize("kind", ["policy", "flow"])
def test_a_new_file_lints_clean(kind: str, answers: Answers) -> None:
    before = answers.json("lint")["findings"]
    answers.text("new", kind, "late-arrivals")

    assert answers.json("lint")["findings"] == before

    there = answers.problem("new", kind, "late-arrivals", code=1)
    assert "already there" in there
    assert "small letters" in answers.problem("new", kind, "Late", code=2)


def test_a_new_flow_for_a_school_without_policies_lints_clean(
    answers: Answers, content: Path
) -> None:
    (content / "flows" / "trial.md").unlink()
    (content / "policies" / "rules.md").unlink()
    answers.text("new", "flow", "first-flow")

    found = answers.json("lint")["findings"]
    assert [one for one in found if one["rule"] != "front-overdue"] == []


def test_the_self_check_of_a_whole_content_is_right(answers: Answers) -> None:
    report = answers.json("self-check", code=int("socket" in sys.modules))

    keys = [
        "ok", "version", "content", "policy", "index", "fonts", "editor", "network", "problems"
    ]  # fmt: skip
    assert list(report) == keys
    assert report["content"] == "2 policies, 3 clauses, 1 flow"
    assert report["index"] == "ok"


def test_the_self_check_names_what_cannot_be_read(answers: Answers, content: Path) -> None:
    (content / "flows" / "trial.md").write_text("---\n", "utf-8")

    report = answers.json("self-check", code=1)

    assert not report["ok"]
    assert any("trial.md" in problem for problem in report["problems"])


def test_the_self_check_says_which_policy_applies(
    answers: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "policy.toml"
    monkeypatch.setattr(managed, "LINUX_FILE", file)
    assert answers.json("self-check", code=int("socket" in sys.modules))["policy"] == "none"

    file.write_text('school = "hill"\ntext-size = 200\nrole = "teachers"\n', "utf-8")
    report = answers.json("self-check", code=1)

    assert report["policy"] == f"{file}: school, role"
    assert any(each.startswith(f"policy: {file}:2: text-size") for each in report["problems"])


def test_the_tour_answers_and_says_how_to_go_on(answers: Answers) -> None:
    said = answers.text("tour", "may I add a pupil")

    assert "Rules 1.1 Pupils MUST NOT" in said
    assert "Is anyone in danger?" in said
    assert "handbook flow walk trial" in said
    assert "a pupil sent me a friend request" in answers.text("tour")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("show", "nothing"), 1, "There is no policy 'nothing'.\n"),
        (("show", "rules#gone"), 1, "Rules has no clause 'gone'.\n"),
        (("show", "A B"), 2, "'A B' is not a link to a clause.\n"),
        (("flow", "show", "gone"), 1, "There is no flow 'gone'.\n"),
        (("flow", "walk", "trial", "9"), 2, "trial#danger has no choice number 9.\n"),
        (("flow", "walk", "trial", "2", "2", "1"), 2, "there is no choice 1 here.\n"),
    ],
)
def test_a_problem_is_one_sentence(
    words: tuple[str, ...], code: int, said: str, answers: Answers
) -> None:
    problem = answers.problem(*words, code=code)

    assert problem.endswith(said)
    assert problem.count("\n") == 1


def test_wrong_use_and_missing_content_have_their_codes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["bogus"]) == 2
    assert run(["search"]) == 2
    assert run(["policies", "--content", str(tmp_path / "none")]) == 3
    assert run(["search", "a", "--content", str(tmp_path)]) == 3
    assert run(["--help"]) == 0
    assert run(["--version"]) == 0

    assert "No handbook content was found" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "window"),
    [
        ([], True),
        (["handbook:social-media#pupils"], True),
        (["C:/Users/a/school.handbook"], True),
        (["search", "a"], False),
        (["--help"], False),
    ],
)
def test_a_command_opens_no_window(arguments: list[str], *, window: bool) -> None:
    assert opens_window(arguments) is window


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("flow", "walk", "trial", "1"), "Go on to ?Trial flow?"),
        (("show", "rules#pupils", "--json"), "You must not befriend \\u2019"),
        (("show", "rules#gone"), "Rules has no clause 'gone'."),
    ],
)
def test_an_old_console_gets_no_traceback(
    words: tuple[str, ...], said: str, content: Path
) -> None:
    text = RULES.replace("**You must not** befriend", "**You must not** befriend ’")
    (content / "policies" / "rules.md").write_text(text, "utf-8")

    done = subprocess.run(
        [sys.executable, "-m", "handbook", *words, "--content", str(content)],
        env={**os.environ, "PYTHONIOENCODING": "latin-1"},
        cwd=Path(__file__).resolve().parents[2],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert said in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_the_program_runs_the_command_that_follows(
    content: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["handbook", "flow", "list", "--content", str(content)])

    assert main() == 0
    assert capsys.readouterr().out.startswith("Trial flow  (trial)\n")
