"""Writes docs/lint.md: every rule of lint, from the list in handbook/lint/catalogue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from handbook.lint.catalogue.catalogue import GROUPS
from handbook.lint.catalogue.rule import Rule
from handbook.lint.finding import Severity

PAGE = Path(__file__).resolve().parents[1] / "docs" / "lint.md"

INTRO = """\
# What lint looks for

For people who write policies and flows.
This page is made from the program's own list: after a change there, run `make rules`.

    handbook lint content            # the whole folder; one file works as well
    handbook lint --explain id-twice # one rule of this page
    handbook lint content --since autumn.handbook   # also what staff have links to, and would lose

Each line that it prints names the file, the line in it, what is wrong and what to do.
An *error* stops a pack from being made.
A *warning* does not: somebody should look at it, and may find that all is well.
"""


def page() -> str:
    """The whole page."""
    return INTRO + "".join(_groups())


def _groups() -> Iterator[str]:
    for group in GROUPS:
        yield f"\n## {group.title}\n"
        for rule in group.rules:
            yield _rule(rule)


def _rule(rule: Rule) -> str:
    kind = "error" if rule.severity is Severity.ERROR else "warning"
    offer = ("Lint offers the new words, where it can tell them.",) if rule.offers_fix else ()
    words = "\n".join(map(_plain, (rule.why, f"To mend it: {rule.mend}", *offer)))
    return f"\n### {rule.id}\n\n**{_plain(rule.title)}** ({kind})\n\n{words}\n"


def _plain(words: str) -> str:
    """Words as they stand: signs that Markdown would read are shown as signs."""
    kept = re.split(r"(`[^`]*`)", words)
    return "".join(
        part if part[:1] == "`" else re.sub(r"([*_<\[|#])", r"\\\1", part) for part in kept
    )


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
