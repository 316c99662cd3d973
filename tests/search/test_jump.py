"""Numbers that lead to a clause."""

from __future__ import annotations

import pytest

from handbook.search.documents import sources
from handbook.search.jump import jump
from handbook.search.searcher import IndexedSearcher
from tests.search.small import LIBRARY

SOURCES = sources(LIBRARY)


@pytest.mark.parametrize(
    ("query", "refs"),
    [
        ("gifts 1.2", ["gifts#register"]),
        ("mobile phones 1.2", ["phones#breaks"]),
        ("Phones clause 1.2", ["phones#breaks"]),
        ("the gifts policy section 1.1", ["gifts#accept"]),
        ("gif 1.1", ["gifts#accept"]),
        ("gifts 9.9", []),
        ("nothing 1.2", []),
        ("1998 act", []),
        ("gifts", []),
        ("", []),
    ],
)
def test_a_policy_and_a_number_name_a_clause(query: str, refs: list[str]) -> None:
    assert [str(SOURCES[place].ref) for place in jump(query, SOURCES)] == refs


def test_a_number_alone_names_a_clause_of_every_policy() -> None:
    assert [str(SOURCES[place].ref) for place in jump("1.2", SOURCES)] == [
        "bicycles#helmets", "gifts#register", "phones#breaks", "visitors#parents",
    ]  # fmt: skip


def test_the_number_of_a_section_names_its_clauses() -> None:
    assert [str(SOURCES[place].ref) for place in jump("gifts 1", SOURCES)] == [
        "gifts#accept", "gifts#register",
    ]  # fmt: skip


def test_the_named_clause_is_the_first_hit_and_the_best(searcher: IndexedSearcher) -> None:
    results = searcher.search("gifts 1.2")

    assert str(results.hits[0].ref) == "gifts#register"
    assert results.is_sure
