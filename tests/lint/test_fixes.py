"""Fixes on text that is wrong in many ways at once: each changes something, and they end."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handbook.lint.finding import Finding
from handbook.lint.language.phrases import check_phrases
from handbook.lint.links import Targets, check_links
from handbook.lint.text.rules import check_text
from handbook.lint.text.source import SourceText
from tests.lint.trial import mended

LINES = [
    "## A {#a}",
    "##B",
    "### C {#C x}",
    "### D {.x #d} e",
    "> **You must** not do",
    "> **You should** x",
    "> plain",
    "> - a",
    "- a",
    "  - b",
    "   1. c",
    "1) x",
    "• y",
    "a) z",
    "| a | b |",
    "| --- |",
    "| --- | --- |",
    "| x |",
    "| x | y | z |",
    "```",
    "~~~",
    "code {",
    "{x} y",
    "text",
    "",
    "Ask [x](role:hed) or [y] (#a)",
    "[here](#a)",
    "![](a.png)",
    "[q](role:“head”)",
    "<b>x</b>",
    "---",
    "===",
    "> ",
    "Prior to e.g. this",
    '- [a](#a) {: subject="hed" }',
    "> text",
    "    indented",
    "<!-- c",
    "-->",
    "1. a",
    "> 1) x",
    "> ```",
    "***You must*** x",
    "> **You must",
    "> You must not x",
    "",
]
"""Lines as people type them, with one slip or none each."""
TARGETS = Targets({"policies/t.md": ("a", "bb")}, ("head", "headteacher"), ("days",))
TEXTS = st.lists(st.sampled_from(LINES), min_size=1, max_size=8).map("\n".join)
FILES = st.sampled_from(["policies/t.md", "flows/t.md"])


def found(file: str, text: str) -> list[Finding]:
    source = SourceText(file, text)
    return [*check_text(source), *check_links(source, TARGETS), *check_phrases(source)]


def check_fixes(file: str, text: str) -> None:
    for _ in range(60):
        fixes = [finding for finding in found(file, text) if finding.fix]
        if not fixes:
            return
        for finding in fixes:
            assert finding.fix
            assert 1 <= finding.fix.first <= finding.fix.last <= text.count("\n") + 1
        new = mended(text, fixes[0])
        assert new != text, fixes[0]
        text = new
    raise AssertionError(f"mending never ends: {fixes[0]}")


@settings(max_examples=150, deadline=None)
@given(FILES, TEXTS)
def test_one_fix_after_the_other_comes_to_an_end(file: str, text: str) -> None:
    check_fixes(file, text)


@pytest.mark.fuzz
@settings(max_examples=20_000, deadline=None)
@given(FILES, TEXTS)
def test_many_fixes_come_to_an_end(file: str, text: str) -> None:
    check_fixes(file, text)
