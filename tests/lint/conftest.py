"""A content folder small enough to read at a glance, to put one slip in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from handbook.lint.check import check
from handbook.lint.finding import Finding

SCHOOL = """\
school:
  id: "trial"
people:
  headteacher:
    title: Headteacher
    when-subject: chair
  chair:
    title: Chair of governors
    when-subject: council
  clerk:
    title: Clerk
bodies:
  police:
    title: Police
    phone: "101"
    checked: "2026-11-20"
  council:
    title: The council
settings:
  days: "10"
"""

RULES = """\
---
title: Rules
collection: Trial
summary: Rules for a trial.
owner: headteacher
version: "1.0"
approved: 2026-09-01
approved-by: governing body
review: 2027-09-01
law-as-of: 2026-09-01
applies-to: [everyone]
confirm: never
---

## One {#one}
<!-- asked: may I · can I -->

> **You must** ask.
"""

LAPTOP = """\
---
title: What a laptop shows
collection: Guides
summary: For a trial.
owner: headteacher
version: "1.0"
approved: 2026-09-01
approved-by: governing body
review: 2027-09-01
law-as-of: 2026-09-01
applies-to: [everyone]
confirm: never
---

## Numbers {#numbers}

- [Police](role:police): a crime
- [The council](role:council): a child at risk
"""

FLOW_FRONT = """\
---
title: Trial
law-as-of: 2026-09-01
priority: [head]
needs: [Tell]
---

"""

Check = Callable[[dict[str, str]], list[Finding]]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder that lints clean but for one warning about the clerk."""
    for folder in ("policies", "flows", "guides"):
        (tmp_path / folder).mkdir()
    (tmp_path / "school.yaml").write_text(SCHOOL, "utf-8")
    (tmp_path / "words.yaml").write_text("words:\n  - [pupil, child]\n", "utf-8")
    (tmp_path / "policies" / "rules.md").write_text(RULES, "utf-8")
    (tmp_path / "guides" / "school-laptop.md").write_text(LAPTOP, "utf-8")
    return tmp_path


@pytest.fixture
def checked(content: Path) -> Check:
    """Write files into the content, then check it all."""

    def write_and_check(files: dict[str, str]) -> list[Finding]:
        for name, text in files.items():
            (content / name).parent.mkdir(exist_ok=True)
            (content / name).write_text(text, "utf-8")
        return [finding for finding in check(content) if finding.rule != "school-instead"]

    return write_and_check
