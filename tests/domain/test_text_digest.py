"""The digest of a policy: every word that is read, and nothing of how the file is written."""

from __future__ import annotations

import pytest

from handbook.domain.school import School
from handbook.domain.text_digest import text_digest
from handbook.markup.policies import read_policy

FRONT = "---\ntitle: Rules\nversion: {version}\n---\n"
TEXT = """\
Words first.

## One {#one}
<!-- asked: may I -->

> **You must** ask
> the [head](role:head).

- one
- two[^1]

| a | b |
|---|---|
| c | [5](setting:days) |

[^1]: Small print.
"""
SCHOOL = School(settings={"days": "10"})


def digest(text: str, school: School = SCHOOL, version: str = "1") -> str:
    front = FRONT.format(version=version)
    return text_digest(read_policy(front + text, "policies/rules.md"), school)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("\n", "\r\n"),
        ("Words first.\n", "\n\nWords   first.\n\n\n"),
        ("ask\n> the", "ask the"),
        ("{#one}", "{#first}"),
        ("<!-- asked: may I -->\n", ""),
        ("| c | [5]", "|c|[5]"),
        ("role:head", "role:chair"),
        ("- one\n- two", "* one\n* two"),
        ("Words first.", "*Words* first."),
    ],
)
def test_how_the_file_is_written_is_not_in_the_digest(before: str, after: str) -> None:
    assert before in TEXT

    assert digest(TEXT.replace(before, after)) == digest(TEXT)


def test_composed_and_decomposed_letters_are_the_same_text() -> None:
    assert digest(TEXT + "\nCaf\u00e9.\n") == digest(TEXT + "\nCafe\u0301.\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("You must", "You may"),
        ("Words first.", "Words last."),
        ("## One", "## Two"),
        ("Small print", "Large print"),
        ("| c |", "| d |"),
        ("- one\n- two", "- two\n- one"),
    ],
)
def test_every_word_that_is_read_is_in_the_digest(before: str, after: str) -> None:
    assert before in TEXT

    assert digest(TEXT.replace(before, after)) != digest(TEXT)


def test_the_schools_own_values_are_in_the_digest() -> None:
    assert digest(TEXT, School(settings={"days": "5"})) != digest(TEXT)
    assert digest(TEXT, School(name="Another", settings={"days": "10"})) == digest(TEXT)


def test_questions_and_the_version_are_not_in_the_digest() -> None:
    question = (
        "\n## Check your understanding {#check-your-understanding}\n\n### Q {#q}\n\n- a\n- b\n"
    )

    assert digest(TEXT + question) == digest(TEXT)
    assert digest(TEXT, version="2") == digest(TEXT)


def test_the_digest_is_what_it_was() -> None:
    """Receipts of years ago must be found again: a change here needs another form."""
    assert digest(TEXT) == "a3eabd0af4e6fdd5b511074012282a61ff4f109f29025eb9f17d2f42907325a6"
