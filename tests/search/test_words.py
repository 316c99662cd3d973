"""Words as staff type them."""

from __future__ import annotations

import pytest

from handbook.search.words import fold, folded_words, stem, stems, tokens


@pytest.mark.parametrize(
    "forms",
    [
        "add adds added adding",
        "bully bullies bullied bullying",
        "monitor monitors monitored monitoring",
        "harass harassed harassing harassment",
        "share shares shared sharing",
        "abuse abused abusive abusing",
        "racist racism race",
        "tell told tells telling",
        "child children child's",
        "lose lost losing",
        "whistleblow whistleblower whistleblowers whistleblowing",
        "complain complaint complaints complaining",
        "anonymous anonymity anonymously",
        "suspend suspended suspension",
        "confidential confidentiality confidentially",
    ],
)
def test_forms_of_one_word_have_one_stem(forms: str) -> None:
    assert len({stem(fold(form)) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("police", "policy"),
        ("note", "not"),
        ("care", "car"),
        ("govern", "governor"),
        ("person", "personal"),
        ("report", "reporter"),
        ("train", "trainee"),
        ("use", "us"),
    ],
)
def test_words_that_only_look_alike_stay_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_case_accents_and_apostrophes_do_not_count() -> None:
    assert folded_words("JOSÉ’s Jose\u0301 don't the child's") == [
        "jose", "jose", "dont", "the", "child",
    ]  # fmt: skip


def test_punctuation_parts_words() -> None:
    assert folded_words("low-level, self_harm/(e.g. 7.2)") == [
        "low", "level", "self", "harm", "e", "g", "7", "2",
    ]  # fmt: skip


def test_words_that_say_nothing_have_no_stem() -> None:
    assert stems("What do I do with a visitor?") == ["visitor"]


def test_a_token_knows_where_it_stands() -> None:
    text = "Tell José’s mother"

    assert [text[token.start : token.end] for token in tokens(text)] == [
        "Tell",
        "José’s",
        "mother",
    ]


def test_a_number_is_its_own_stem() -> None:
    assert stem("1998") == "1998"
