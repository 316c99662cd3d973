"""Two texts become one that says which words stayed, went and came."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from handbook.domain.word_changes import Run, RunKind, word_changes

WORDS = st.lists(st.sampled_from(["you", "must", "not", "tell", ".", "\n", " "]), max_size=30)


def shown(was: str, now: str) -> str:
    marks = {RunKind.SAME: "{}", RunKind.GONE: "[-{}-]", RunKind.NEW: "[+{}+]"}
    return "".join(marks[run.kind].format(run.text) for run in word_changes(was, now))


def test_a_word_put_in_is_new_and_the_rest_stays() -> None:
    assert shown("You must tell her.", "You must not tell her.") == "You must[+ not+] tell her."


def test_a_space_between_two_changed_words_does_not_part_them() -> None:
    assert shown("Ask the old head first.", "Ask a new head first.") == (
        "Ask [-the old-][+a new+] head first."
    )


def test_a_word_is_whole_with_its_apostrophe_and_hyphen() -> None:
    assert shown("don’t sign-in", "don’t sign-out") == "don’t [-sign-in-][+sign-out+]"


def test_nothing_changed_is_one_run_and_nothing_at_all_is_none() -> None:
    assert word_changes("Same.", "Same.") == (Run(RunKind.SAME, "Same."),)
    assert word_changes("", "") == ()
    assert word_changes("", "New.") == (Run(RunKind.NEW, "New."),)


@given(WORDS, WORDS)
def test_both_texts_can_be_read_out_of_it(old: list[str], new: list[str]) -> None:
    was, now = " ".join(old), " ".join(new)

    runs = word_changes(was, now)

    assert "".join(run.text for run in runs if run.kind is not RunKind.NEW) == was
    assert "".join(run.text for run in runs if run.kind is not RunKind.GONE) == now


def test_very_long_texts_are_compared_by_lines() -> None:
    was = "\n".join(f"line {number} of many words" for number in range(3_000))
    began = time.monotonic()

    runs = word_changes(was, was.replace("line 7 ", "row 7 "))

    assert time.monotonic() - began < 10
    assert [run.text for run in runs if run.kind is RunKind.NEW] == ["row 7 of many words\n"]
