"""The list of rules: whole, true, and each rule shown at work in a fixture."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest

import handbook.lint
from handbook.lint.catalogue.catalogue import GROUPS, RULES, rules_like
from handbook.lint.check import check
from handbook.lint.finding import Finding
from handbook.lint.flows import told as proof
from handbook.lint.text import limits
from tests.lint.cases import FIXTURES, Case, cases
from tests.lint.trial import FLOW, IN_ORDER, TODAY, edited, found_in, mended, told, write

FILES = sorted((FIXTURES / "lint-rules").glob("*.md"))
CASES = list(chain.from_iterable(cases(f"lint-rules/{file.name}") for file in FILES))
LARGE = {
    "too-big": f"{'é' * 9_000}\n" * (limits.LONGEST_FILE // 18_000 + 1),
    "too-long": "a" * (limits.LONGEST_LINE + 1),
    "too-deep": f"- a\n\n{' ' * 84}b",
    "too-many-brackets": "[a\n" * (limits.MOST_BRACKETS + 1),
}
PROOF = "tell-subject"
"""The one rule that no content breaks while the program does what it must."""

SINCE = {"id-changed", "id-gone", "why-old"}
"""Rules on two versions, which have a test of their own."""


def rule_of(case: Case) -> str:
    return case.title.partition(":")[0]


def checked(folder: Path, files: dict[str, str]) -> list[Finding]:
    write(folder, files)
    return found_in(folder)


def test_the_content_that_the_fixtures_change_is_in_order(tmp_path: Path) -> None:
    assert checked(tmp_path, IN_ORDER) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_a_fixture_breaks_its_rule_and_no_other(case: Case, tmp_path: Path) -> None:
    found = checked(tmp_path, edited(case.text))

    assert {finding.rule for finding in found} == {rule_of(case)}
    assert [told(finding) for finding in found] == list(case.expected)
    assert {finding.severity for finding in found} == {RULES[rule_of(case)].severity}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_a_fix_does_away_with_its_finding_and_brings_no_other(case: Case, tmp_path: Path) -> None:
    files = edited(case.text)
    found = checked(tmp_path, files)

    for finding in found:
        if finding.fix is None:
            continue
        name = finding.place.file
        rest = checked(tmp_path, files | {name: mended(files[name], finding)})
        assert len(rest) < len(found)
        assert {other.rule for other in rest} <= {rule_of(case)}


def test_the_list_says_which_rules_offer_a_fix() -> None:
    fixed = {
        rule_of(case) for case in CASES for line in case.expected if f" {rule_of(case)}: " in line
    }

    assert {rule.id for rule in RULES.values() if rule.offers_fix} == fixed | {"id-changed"}


def test_every_rule_has_a_fixture() -> None:
    shown = {rule_of(case) for case in CASES}

    assert shown | set(LARGE) | {"encoding", PROOF} | SINCE == set(RULES)


@pytest.mark.parametrize("rule", LARGE)
def test_what_is_too_large_is_named_alone(rule: str, tmp_path: Path) -> None:
    text = f"{IN_ORDER['policies/rules.md']}\n{LARGE[rule]}\n"

    assert {f.rule for f in checked(tmp_path, IN_ORDER | {"policies/rules.md": text})} == {rule}


def test_another_encoding_is_named_alone(tmp_path: Path) -> None:
    write(tmp_path, IN_ORDER)
    (tmp_path / "policies" / "old.md").write_bytes("---\ntitle: caf\xe9\n".encode("latin-1"))

    assert {finding.rule for finding in found_in(tmp_path)} == {"encoding"}


def test_the_proof_would_see_a_program_that_tells_the_subject(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(proof, "safe_spans", lambda spans, *_: spans)
    words = "\n### Do now\n\n- Write to the [head](role:headteacher).\n\n## Call for help"
    flow = FLOW.replace("\n## Call for help", words)

    assert {f.rule for f in checked(tmp_path, IN_ORDER | {"flows/trial.md": flow})} == {PROOF}


def test_every_rule_that_the_code_names_is_in_the_list() -> None:
    folder = Path(handbook.lint.__file__).parent
    named = set(chain.from_iterable(names_in(path) for path in folder.rglob("*.py")))

    assert len(named) > 100
    assert {name for name in named if name not in RULES and not name.endswith("-")} == set()
    assert {name for name in named if not any(rule.startswith(name) for rule in RULES)} == set()
    assert {rule for rule in RULES if not any(rule.startswith(name) for name in named)} == set()


def names_in(path: Path) -> Iterator[str]:
    """The rules that a module names, or how their names begin where the rest is worked out.

    A rule is named where a finding is made: as the third thing given to `error` or `warning`,
    as the first given to `wrong`, or beforehand as `rule`.
    """
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        match node:
            case ast.Call(func=ast.Name(id="error" | "warning"), args=[_, _, rule, *_]):
                yield from text_of(rule)
            case ast.Call(func=ast.Attribute(attr="wrong"), args=[rule, *_]):
                yield from text_of(rule)
            case ast.Assign(targets=[ast.Tuple(elts=[ast.Name(id="rule"), _])]):
                yield from text_of(node.value.elts[0])  # type: ignore[attr-defined]
            case _:
                pass


def text_of(node: ast.expr) -> Iterator[str]:
    first = node.values[0] if isinstance(node, ast.JoinedStr) else node
    if isinstance(first, ast.Constant) and isinstance(first.value, str):
        yield first.value


def test_a_rule_stands_in_the_list_once_and_in_whole_sentences() -> None:
    rules = [rule for group in GROUPS for rule in group.rules]

    assert len(rules) == len(RULES)
    for rule in rules:
        assert not rule.title.endswith("."), rule.id
        assert rule.title[0].isupper() or rule.title[0] in "'“" or "." in rule.title, rule.id
        assert rule.why.endswith((".", "?")), rule.id
        assert rule.mend.endswith((".", "-->", "|", "}", "]")), rule.id


def test_a_slip_in_the_name_of_a_rule_is_guessed() -> None:
    assert rules_like("[callout-led]")[0] == "callout-lead"
    assert rules_like("quux") == ()


def test_without_a_day_nothing_is_overdue(tmp_path: Path) -> None:
    old = IN_ORDER["policies/rules.md"].replace("review: 2027", "review: 2026")
    old = old.replace("approved: 2026", "approved: 2025")
    write(tmp_path, IN_ORDER | {"policies/rules.md": old})

    assert check(tmp_path) == ()
    assert TODAY.year == 2026
