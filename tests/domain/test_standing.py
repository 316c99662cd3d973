"""What has become of a saved clause."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from handbook.domain.blocks import Paragraph, Span
from handbook.domain.bookmark import Bookmark
from handbook.domain.clause_ref import ClauseRef
from handbook.domain.library import Library
from handbook.domain.links import Link, LinkKind
from handbook.domain.policy import Clause, Policy, Section
from handbook.domain.school import School
from handbook.domain.standing import Change, bookmark_of, standing

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)


def clause(words: str = "Sign the book.", label: str = "1.2", title: str = "The book") -> Clause:
    day = Span("Friday", link=Link(LinkKind.SETTING, "day"))
    return Clause("book", title, label, (Paragraph((Span(words + " By "), day), 1),), 1)


def library(*clauses: Clause, day: str = "Monday") -> Library:
    section = Section("gate", "At the gate", "1", (), clauses, 1)
    policy = Policy("visitors", "Visitors", "policies/visitors.md", sections=(section,))
    return Library(School(settings={"day": day}), (policy,))


def saved(kept: Clause) -> Bookmark:
    there = library(kept)
    return bookmark_of(there.policies[0], kept, there.school, NOON)


def test_a_bookmark_holds_the_words_with_the_schools_own_values() -> None:
    kept = saved(clause())

    assert kept.ref == ClauseRef("visitors", "book")
    assert (kept.policy, kept.label, kept.title) == ("Visitors", "1.2", "The book")
    assert kept.text == "Sign the book. By Monday"


def test_a_clause_that_says_the_same_has_not_changed() -> None:
    now = standing(saved(clause()), library(clause("Sign  the\nbook.")))

    assert (now.change, now.was) == (Change.NONE, "")


def test_other_words_another_title_or_another_setting_are_a_rewording() -> None:
    kept = saved(clause())

    for there in (
        library(clause("Sign the list.")),
        library(clause(title="The list")),
        library(clause(), day="Tuesday"),
    ):
        assert standing(kept, there).change is Change.REWORDED
    assert standing(kept, library(clause("Sign the list."))).text == "Sign the list. By Monday"


def test_a_clause_is_followed_by_its_id_and_its_old_number_is_told() -> None:
    now = standing(saved(clause()), library(clause(label="2.1")))

    assert (now.change, now.label, now.was) == (Change.NONE, "2.1", "1.2")


def test_a_clause_that_is_gone_keeps_its_last_words() -> None:
    kept = saved(clause())
    now = standing(kept, library(replace(clause(), id="other")))

    assert (now.change, now.text, now.clause) == (Change.TAKEN_OUT, kept.text, None)
    assert now.policy is not None


def test_a_section_of_the_same_id_is_not_the_clause() -> None:
    kept = replace(saved(clause()), ref=ClauseRef("visitors", "gate"))

    assert standing(kept, library(clause())).change is Change.TAKEN_OUT


def test_a_policy_that_is_gone_takes_its_clauses_with_it() -> None:
    now = standing(saved(clause()), Library())

    assert (now.change, now.policy) == (Change.TAKEN_OUT, None)
