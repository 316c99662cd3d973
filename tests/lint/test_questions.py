"""The questions at the end of a policy: one right answer, and a clause that gives it."""

from __future__ import annotations

import pytest

from tests.lint.conftest import RULES, Check

FILE = "policies/rules.md"
SECTION = "\n## Check your understanding {#check-your-understanding}\n"
QUESTION = """
### Must you ask? {#q-ask}

- No
- **Right:** Yes, first

[One](#one) says so.
"""
YEARLY = RULES.replace("confirm: never", "confirm: yearly")


def told(checked: Check, end: str, policy: str = YEARLY) -> list[str]:
    return [f.rule for f in checked({FILE: policy + end}) if f.place.file == FILE]


def test_a_good_question_is_in_order(checked: Check) -> None:
    assert told(checked, SECTION + QUESTION) == []


@pytest.mark.parametrize(
    ("before", "after", "rule"),
    [
        ("**Right:** Yes", "Yes", "question-right"),
        ("- No", "- **Right:** No", "question-right"),
        ("- No\n", "", "question-answers"),
        ("- No\n", "- No\n- A\n- B\n- C\n- D\n", "question-answers"),
        ("- No", "- yes,  First", "question-answers"),
        ("- No", "- **Right:**\n- No", "question-answers"),
        ("[One](#one)", "The first", "question-clause"),
        ("(#one)", "(other.md#one)", "question-clause"),
        ("\n### Must", "\nTwo points.\n\n### Must", "question-words"),
    ],
)
def test_a_slip_is_named(checked: Check, before: str, after: str, rule: str) -> None:
    assert before in QUESTION

    assert rule in told(checked, SECTION + QUESTION.replace(before, after))


def test_a_question_rests_on_a_clause_that_is_there(checked: Check) -> None:
    assert "link-anchor" in told(checked, SECTION + QUESTION.replace("#one", "#gone"))


def test_no_link_leads_to_a_question(checked: Check) -> None:
    end = "\nSee [the question](#q-ask).\n" + SECTION + QUESTION

    assert told(checked, end) == ["link-anchor"]


def test_questions_stand_last(checked: Check) -> None:
    assert told(checked, SECTION + QUESTION + "\n## Two {#two}\n\nWords.\n") == ["question-last"]


def test_a_heading_without_a_question_asks_nothing(checked: Check) -> None:
    assert told(checked, SECTION) == ["question-words"]


def test_nobody_is_asked_where_nobody_confirms(checked: Check) -> None:
    assert told(checked, SECTION + QUESTION, RULES) == ["question-unasked"]


def test_six_questions_are_a_test(checked: Check) -> None:
    six = "".join(QUESTION.replace("q-ask", f"q-{n}").replace("Must", f"{n}") for n in range(6))

    assert told(checked, SECTION + six) == ["question-many"]
