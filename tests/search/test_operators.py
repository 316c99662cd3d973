"""Queries with operators."""

from __future__ import annotations

import pytest

from handbook.search.operators import Operators, operators
from handbook.search.searcher import IndexedSearcher


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ('photo "private account"', Operators("photo", phrases=("private account",))),
        ("photo -parent", Operators("photo", without=("parent",))),
        ('-"private account" photo', Operators("photo", without=("private account",))),
        ("policy:social-media photo", Operators("photo", policies=("social-media",))),
        ("“small present”", Operators("", phrases=("small present",))),
        ('"never closed', Operators("", phrases=("never closed",))),
    ],
)
def test_a_query_is_taken_apart(query: str, meant: Operators) -> None:
    assert operators(query) == meant


@pytest.mark.parametrize("query", ["", "photo", "low-level concern", "a - b", "-", '""', "policy"])
def test_most_queries_have_no_operators(query: str) -> None:
    assert operators(query) is None


def refs(searcher: IndexedSearcher, query: str) -> list[str]:
    return [str(hit.ref) for hit in searcher.search(query).hits]


def test_a_phrase_must_stand_word_by_word(searcher: IndexedSearcher) -> None:
    assert refs(searcher, '"a small present"') == ["gifts#accept"]
    assert refs(searcher, '"present small"') == []


def test_a_word_is_left_out(searcher: IndexedSearcher) -> None:
    assert "visitors#parents" in refs(searcher, "parent")
    assert "visitors#parents" not in refs(searcher, "parent -waiting")


def test_one_policy_is_searched(searcher: IndexedSearcher) -> None:
    assert refs(searcher, "policy:gifts parent") == ["gifts#accept"]
    assert {ref.split("#")[0] for ref in refs(searcher, "policy:phones")} == {"phones"}


def test_the_beginning_of_a_policy_is_enough(searcher: IndexedSearcher) -> None:
    assert refs(searcher, "policy:vis badge") == ["visitors#badge"]


def test_a_policy_that_is_not_there_brings_nothing(searcher: IndexedSearcher) -> None:
    assert refs(searcher, "policy:nowhere badge") == []
