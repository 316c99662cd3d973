"""School, words, front matter, links and clauses: one slip, one finding."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.domain.errors import ContentMissing
from handbook.lint.check import check, check_file
from handbook.lint.finding import Finding, Severity
from handbook.lint.known_numbers import is_known_number
from handbook.lint.words_file import check_words
from tests.lint.conftest import RULES, SCHOOL, Check


def told(findings: list[Finding]) -> list[str]:
    return [f"{finding.place} {finding.rule}" for finding in findings]


def replaced(text: str, old: str, new: str) -> str:
    assert old in text
    return text.replace(old, new, 1)


def test_the_trial_content_is_in_order(checked: Check) -> None:
    assert told(checked({})) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("  clerk:", "  Clerk 2:", ["10 school-role"]),
        ("    title: Clerk\n", "    name: ''\n", ["10 school-title"]),
        ("when-subject: council", "when-subject: mayor", ["9 school-role"]),
        ("when-subject: council", "when-subject: headteacher", ["6 school-ring"]),
        ("when-subject: council", "when-subject: chair", ["9 school-ring"]),
        ("when-subject: chair", "same-as: chair", []),
        ("when-subject: chair", "same-as: nobody", ["6 school-role"]),
        ('"101"', '"102"', ["15 school-number"]),
        ('"101"', '"1 0 1"', []),
        ('    checked: "2026-11-20"\n', "", ["13 school-unchecked"]),
        ("2026-11-20", "20 November", ["16 school-date"]),
        ("    title: Police\n", "    title: Police\n    fax: 1\n", ["15 school-unknown"]),
        ("settings:", "choices:", ["19 school-unknown"]),
        ("  council:", "  clerk:", ["17 school-twice"]),
    ],
)
def test_a_slip_in_the_school_file_is_named(
    old: str, new: str, expected: list[str], checked: Check
) -> None:
    found = told(checked({"school.yaml": replaced(SCHOOL, old, new)}))

    assert set(expected) <= {line.removeprefix("school.yaml:") for line in found}


def test_two_roles_with_one_email_must_be_said_to_be_one_person(checked: Check) -> None:
    both = SCHOOL.replace("Headteacher\n", "Headteacher\n    email: A@b.uk\n").replace(
        "title: Clerk\n", "title: Clerk\n    email: a@b.uk\n    when-subject: council\n"
    )
    joined = both.replace("email: a@b.uk\n", "email: a@b.uk\n    same-as: headteacher\n")

    assert [finding.rule for finding in checked({"school.yaml": both})] == ["school-same"]
    assert checked({"school.yaml": joined}) == []


def test_an_empty_school_file_and_a_missing_one_are_named(content: Path, checked: Check) -> None:
    assert "school.yaml:1 school-unreadable" in told(checked({"school.yaml": "- a\n"}))

    (content / "school.yaml").unlink()

    assert "school.yaml:1 school-missing" in told(list(check(content)))


@pytest.mark.parametrize(
    ("body", "phone", "known"),
    [
        ("police", "101", True),
        ("police", "", True),
        ("nspcc", "+44 800 028 0285", True),
        ("nspcc", "0800 028 0286", False),
        ("council", "01234 567", True),
    ],
)
def test_numbers_of_the_whole_country_are_known(body: str, phone: str, *, known: bool) -> None:
    assert is_known_number(body, phone) is known


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("words:\n  - [pupil, child]\n", []),
        ("words:\n  - [pupil]\n", ["words.yaml:2 words-alone"]),
        ("words:\n  - [pupil, pupil]\n", ["words.yaml:2 words-twice"]),
        ("words:\n  - [a, b]\n  - [b, c]\n", ["words.yaml:3 words-joined"]),
        ("words:\n  - [Pupil, child]\n", ["words.yaml:2 words-case"]),
        ("word:\n  - [pupil, child]\n", ["words.yaml:1 words-unknown"]),
        ("asked-often: [a, b, c, d]\n", ["words.yaml:1 words-asked"]),
        ("words: [\n", ["words.yaml:2 words-unreadable"]),
    ],
)
def test_a_slip_in_the_words_is_named(text: str, expected: list[str]) -> None:
    assert told(list(check_words(text))) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("title: Rules\n", "", "1 front-required"),
        ("owner: headteacher", "owner: police", "5 front-owner"),
        ('"1.0"', '"one"', "6 front-version"),
        ("approved: 2026-09-01", "approved: 1 September", "7 front-date"),
        ("approved: 2026-09-01", "approved: 2026-13-01", "7 front-date"),
        ("review: 2027-09-01", "review: 2026-09-01", "9 front-review"),
        ("confirm: never", "confirm: weekly", "12 front-confirm"),
        ("[everyone]", "[teachers, techers]", "11 front-applies-to"),
        ("confirm: never", "confrim: never", "12 front-unknown"),
        ("confirm: never", "title: Again", "12 front-twice"),
        ("summary: Rules for a trial.\n", "", "1 front-wished"),
        ("title: Rules", "title: Rules: all", "2 front-unreadable"),
    ],
)
def test_a_slip_in_the_facts_at_the_top_is_named(
    old: str, new: str, expected: str, checked: Check
) -> None:
    found = told(checked({"policies/rules.md": replaced(RULES, old, new)}))

    assert f"policies/rules.md:{expected}" in found


def test_a_policy_without_facts_at_the_top_is_named(checked: Check) -> None:
    found = told(checked({"policies/bare.md": "## One {#one}\n\nWords.\n"}))

    assert "policies/bare.md:1 front-missing" in found


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("[a](#one) and [b](rules.md#one) and [c](../policies/rules.md)", None),
        ("[a](role:chair), [10](setting:days), [b](https://a.uk), [c](tel:999)", None),
        ("[a](mailto:a@b.uk) and `[b](nowhere.md)`", None),
        ("[a](#two)", "link-anchor"),
        ("[a](rules.md#on)", "link-anchor"),
        ("[a](rule.md)", "link-file"),
        ("[a](../../other.md)", "link-kind"),
        ("[a](/rules.md)", "link-kind"),
        ("[a](role:chairman)", "link-role"),
        ("[a](setting:hours)", "link-setting"),
        ("[a](http://a.uk)", "link-kind"),
        ("[a](javascript:alert)", "link-kind"),
        ("[a]()", "link-kind"),
        ("[](#one)", "link-words"),
        ("[a] (#one)", "link-gap"),
        ("![A map](../images/map.png)", "image"),
        ("![A map](https://a.uk/map.png)", "image"),
    ],
)
def test_a_link_leads_somewhere_or_is_named(words: str, rule: str | None, checked: Check) -> None:
    found = checked({"policies/rules.md": f"{RULES}\n{words}\n"})

    assert [finding.rule for finding in found] == ([rule] if rule else [])


def test_a_picture_that_is_there_is_no_finding(content: Path, checked: Check) -> None:
    (content / "images").mkdir()
    (content / "images" / "map.png").write_bytes(b"")

    assert checked({"policies/rules.md": f"{RULES}\n![A map](../images/map.png)\n"}) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Everyone who sees it must report it.", ["20 rule-outside"]),
        ("- you must not reply", ["20 rule-outside"]),
        ("The person you told must answer.", []),
        ("It must be a mistake.", []),
    ],
)
def test_a_rule_outside_a_callout_is_worth_a_look(
    text: str, expected: list[str], checked: Check
) -> None:
    found = checked({"policies/rules.md": f"{RULES}\n{text}\n"})

    assert [f"{finding.place.line} {finding.rule}" for finding in found] == expected
    assert all(finding.severity is Severity.WARNING for finding in found)


@pytest.mark.parametrize(
    ("asked", "rules"),
    [
        ("", ["asked-missing"]),
        ("<!-- asked: may I -->", ["asked-count"]),
        ("<!-- asked: a · b · c · d · e · f -->", ["asked-count"]),
        ("<!-- asked: a · b · c · d · e -->", []),
    ],
)
def test_a_rule_carries_two_to_five_questions(
    asked: str, rules: list[str], checked: Check
) -> None:
    text = replaced(RULES, "<!-- asked: may I · can I -->", asked)

    assert [finding.rule for finding in checked({"policies/rules.md": text})] == rules


def test_a_note_needs_no_questions(checked: Check) -> None:
    text = RULES.replace("**You must** ask", "**Note** this").replace("<!-- asked: may I", "<!--")

    assert checked({"policies/rules.md": text}) == []


def test_a_policy_without_clauses_is_worth_a_look(checked: Check) -> None:
    text = RULES.partition("## One")[0]

    assert [f.rule for f in checked({"policies/rules.md": text})] == ["policy-empty"]


def test_a_file_that_is_not_utf8_is_named_with_its_line(content: Path) -> None:
    (content / "policies" / "old.md").write_bytes("---\ntitle: caf\xe9\n".encode("latin-1"))

    assert "policies/old.md:2 encoding" in told(list(check(content)))


def test_a_file_is_named_so_that_links_can_use_its_name(checked: Check) -> None:
    assert "policies/My Rules.md:1 file-name" in told(checked({"policies/My Rules.md": RULES}))


def test_one_file_is_checked_with_its_links(content: Path) -> None:
    path = content / "policies" / "rules.md"
    path.write_text(f"{RULES}\n[a](#two)\n", "utf-8")

    assert told(list(check_file(path))) == ["policies/rules.md:20 link-anchor"]


def test_a_file_outside_a_content_folder_is_checked_as_text(tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    path.write_text("1) one\n", "utf-8")

    assert told(list(check_file(path))) == ["draft.md:1 list-look"]


def test_a_folder_without_content_is_no_finding_but_an_error(tmp_path: Path) -> None:
    with pytest.raises(ContentMissing):
        check(tmp_path)


def test_a_flow_that_cannot_be_read_puts_off_the_proof_and_is_told_once(checked: Check) -> None:
    found = checked({"flows/trial.md": "---\ntitle: T\nlaw-as-of: 2026-09-01\n---\n\n## A {#a}\n"})

    assert "unreadable" in {finding.rule for finding in found}
    assert "tell-nobody" not in {finding.rule for finding in found}


def test_a_guide_may_not_have_the_name_of_a_policy(checked: Check) -> None:
    findings = checked({"guides/rules.md": RULES})

    assert "policies/rules.md:1 file-twin" in told(findings)


def test_a_guide_need_not_say_what_staff_ask(checked: Check) -> None:
    bare = RULES.replace("<!-- asked", "<!-- not asked")

    assert told(checked({"guides/calm.md": bare})) == []


@pytest.mark.parametrize("days", ["0", "366", "two weeks", "", "1.5", "-1", "²"])
def test_days_to_confirm_are_a_number(checked: Check, days: str) -> None:
    school = SCHOOL.replace('days: "10"', f'confirm-days: "{days}"')

    assert told(checked({"school.yaml": school})) == ["school.yaml:20 school-days"]


@pytest.mark.parametrize("days", ["1", "14", "365"])
def test_days_to_confirm_may_be_any_within_a_year(checked: Check, days: str) -> None:
    school = SCHOOL.replace('days: "10"', f'confirm-days: "{days}"')

    assert told(checked({"school.yaml": school})) == []
