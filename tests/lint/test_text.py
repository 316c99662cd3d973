"""Slips of typing are found, named and mended, and nothing else is."""

from __future__ import annotations

from time import perf_counter

import pytest

from handbook.lint.finding import Finding
from handbook.lint.text.limits import LONGEST_FILE, LONGEST_LINE, MOST_BRACKETS
from handbook.lint.text.rules import check_text
from handbook.lint.text.source import LineKind, SourceText
from tests.lint.cases import Case, cases

CASES = cases("lint-text.md")


def policy(text: str) -> SourceText:
    return SourceText("policies/trial.md", text)


def told(finding: Finding) -> str:
    line = f"{finding.place.line} {finding.rule}"
    return f"{line}: {finding.fix.text}".replace("\n", r"\n") if finding.fix else line


def mended(text: str, finding: Finding) -> str:
    assert finding.fix
    lines = text.split("\n")
    lines[finding.fix.first - 1 : finding.fix.last] = finding.fix.text.split("\n")
    return "\n".join(lines)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_a_slip_is_named_with_its_line_and_its_mending(case: Case) -> None:
    found = [told(finding) for finding in check_text(policy(case.text))]

    # A case may leave the mending out where it is not the point.
    shown = [
        line if any(want.startswith(line) for want in case.expected) else line.partition(":")[0]
        for line in found
    ]
    assert sorted(shown) == sorted(case.expected)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_a_mending_does_away_with_its_finding(case: Case) -> None:
    for finding in check_text(policy(case.text)):
        if finding.fix is None:
            continue
        rest = list(check_text(policy(mended(case.text, finding))))
        assert len(rest) < len(list(check_text(policy(case.text))))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_windows_line_ends_and_a_byte_order_mark_change_nothing(case: Case) -> None:
    plain = [told(finding) for finding in check_text(policy(case.text))]
    windows = "\ufeff" + case.text.replace("\n", "\r\n")

    assert [told(finding) for finding in check_text(policy(windows))] == plain


def test_front_matter_is_not_read_as_text() -> None:
    source = policy("---\ntitle: A\n1) b\n---\n\nWords.\n")

    assert [line.kind for line in source.lines][:5] == [LineKind.FRONT] * 4 + [LineKind.BLANK]
    assert list(check_text(source)) == []


def test_front_matter_that_never_ends_is_text() -> None:
    assert policy("---\ntitle: A").front_end == 0


def test_a_heading_of_an_outcome_is_one_of_the_fixed_ones() -> None:
    source = SourceText("flows/trial.md", "### Do not\n\n### DO NOW:\n\n### Perhaps\n")

    found = [(f.place.line, f.rule, f.fix.text if f.fix else None) for f in check_text(source)]
    assert found == [(3, "outcome-heading", "### Do now"), (5, "outcome-heading", None)]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("é" * (LONGEST_FILE // 2 + 1), "too-big"),
        ("a" * (LONGEST_LINE + 1), "too-long"),
        (" " * 84 + "a", "too-deep"),
        ("> " * 30 + "a", "too-deep"),
        ("[a\n" * (MOST_BRACKETS + 1), "too-many-brackets"),
    ],
)
def test_past_its_limits_a_file_is_not_read_further(text: str, rule: str) -> None:
    rules = {finding.rule for finding in check_text(policy(text))}

    assert rule in rules
    assert all(name.startswith("too-") for name in rules)


@pytest.mark.parametrize("text", ["a" * LONGEST_LINE, "[a\n" * MOST_BRACKETS, "", "\n\n"])
def test_up_to_its_limits_a_file_is_read(text: str) -> None:
    assert list(check_text(policy(text))) == []


@pytest.mark.parametrize("hostile", ["`" * 9_999, "`a" * 4_999, "[a](" * 499, "<a" * 4_999])
@pytest.mark.parametrize("start", ["", "> ", "## ", "- [x](y){: "])
def test_a_hostile_line_is_read_in_no_time(start: str, hostile: str) -> None:
    began = perf_counter()

    list(check_text(policy(start + hostile[:9_980])))

    assert perf_counter() - began < 2
