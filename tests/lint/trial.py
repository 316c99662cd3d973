"""Reads fixtures of lint: small edits of a content folder that is in order.

A case says in which file what changes, as a comparison of two files does:

    in policies/rules.md
    - the line as it stands
    + the lines in its place (without a line to replace: added at the end)

    new policies/other.md
    the text of a new file

    without guides/school-laptop.md

Below its second `.` stand the findings, one a line, and after a colon the words of the fix.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from handbook.lint.check import check
from handbook.lint.finding import Finding
from tests.lint.conftest import LAPTOP, RULES, SCHOOL

TODAY = date(2026, 11, 21)

FLOW = """\
---
title: Trial
law-as-of: 2026-09-01
priority: [head]
needs: [Tell]
---

## Whose doing is it? {#whose}

- [The head's](#head){: subject="headteacher" }
- [Somebody else's](#head)
- [I am not sure](#call) and also [the head](#head)

## Report it {#head}

### Tell

- [Headteacher](role:headteacher)

## Call for help {#call}

### Tell

- [Police](role:police)
"""

STORIES = """\
---
title: Stories
flow: trial
---

## A shove {#shove}

It happened at the gate.

1. [Whose doing](trial.md#whose): The head's

- **First**: [the head](trial.md#head)
- **Tell**: [Chair](role:chair)
"""

IN_ORDER = {
    "school.yaml": SCHOOL.replace("title: Clerk\n", "title: Clerk\n    when-subject: council\n"),
    "words.yaml": "words:\n  - [pupil, child]\n",
    "policies/rules.md": RULES,
    "guides/school-laptop.md": LAPTOP,
    "flows/trial.md": FLOW,
    "flows/trial.scenarios.md": STORIES,
}


def edited(case: str) -> dict[str, str]:
    """The files of the content once a case has changed them."""
    files = dict(IN_ORDER)
    for head, lines in _parts(case):
        word, _, name = head.partition(" ")
        if word == "without":
            del files[name]
        elif word == "new":
            files[name] = "\n".join(lines).rstrip("\n") + "\n"
        else:
            files[name] = _changed(files[name], lines)
    return files


def write(folder: Path, files: dict[str, str]) -> None:
    """Make `folder` hold these files."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")


def found_in(folder: Path) -> list[Finding]:
    """What lint says on a day that never moves."""
    return list(check(folder, TODAY))


def told(finding: Finding) -> str:
    """A finding as the fixtures write it."""
    line = f"{finding.place} {finding.rule}"
    return f"{line}: {finding.fix.text}".replace("\n", r"\n") if finding.fix else line


def mended(text: str, finding: Finding) -> str:
    """A file's text once the fix of a finding is applied."""
    assert finding.fix
    lines = text.split("\n")
    lines[finding.fix.first - 1 : finding.fix.last] = finding.fix.text.split("\n")
    return "\n".join(lines)


def _parts(case: str) -> Iterator[tuple[str, list[str]]]:
    head, lines = "", list[str]()
    for line in case.split("\n"):
        if line.startswith(("in ", "new ", "without ")) and line.endswith(
            (".md", ".yaml", ".csv")
        ):
            if head:
                yield head, lines
            head, lines = line, []
        else:
            lines.append(line)
    yield head, lines


def _changed(text: str, lines: list[str]) -> str:
    for old, new in _hunks(lines):
        was, words = ("".join(f"{line[2:]}\n" for line in part) for part in (old, new))
        if old:
            assert text.count(was) == 1, f"not there once: {was!r}"
            text = text.replace(was, words)
        else:
            text += words
    return text


def _hunks(lines: list[str]) -> Iterator[tuple[list[str], list[str]]]:
    old: list[str] = []
    new: list[str] = []
    for line in lines:
        if line.startswith("-") and new:
            yield old, new
            old, new = [], []
        if line[:1] in "+-" and line:
            (new if line[0] == "+" else old).append(line)
    yield old, new
