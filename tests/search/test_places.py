"""Flows and people found by words."""

from __future__ import annotations

import pytest

from handbook.search.searcher import IndexedSearcher


@pytest.mark.parametrize(
    ("query", "roles"),
    [
        ("who is the DSL", ["dsl"]),
        ("designated safeguarding lead", ["dsl"]),
        ("safeguarding lead", ["dsl"]),
        ("headteacher", ["headteacher"]),
        ("business manager", ["business-manager"]),
        ("bursar", ["business-manager"]),
        ("ICO", ["ico"]),
        ("lead", ["dsl"]),
        ("who is the business manager of this school", ["business-manager"]),
        ("commissioner", ["ico"]),
        ("badge", []),
        ("who is the", []),
    ],
)
def test_people_and_bodies_are_found(
    searcher: IndexedSearcher, query: str, roles: list[str]
) -> None:
    assert [person.role for person in searcher.search(query).people] == roles


def test_a_step_is_offered_for_what_its_choices_say(searcher: IndexedSearcher) -> None:
    (hit,) = searcher.search("my manager shouts at me").flows

    assert str(hit.ref) == "concern#treated"
    assert hit.title == "Is it about how you are treated at work?"
    assert hit.flow_title == "I have a concern"


def test_an_outcome_is_offered_too(searcher: IndexedSearcher) -> None:
    hits = searcher.search("raise how i am treated").flows

    assert str(hits[0].ref) == "concern#unkind"


def test_the_wizard_is_not_offered_for_other_matters(searcher: IndexedSearcher) -> None:
    assert searcher.search("bicycle helmet").flows == ()


def test_a_step_is_offered_for_what_staff_ask(searcher: IndexedSearcher) -> None:
    (hit,) = searcher.search("left out by the team").flows

    assert str(hit.ref) == "concern#treated"
