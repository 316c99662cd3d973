"""Words put right."""

from __future__ import annotations

import pytest

from handbook.search import repair
from handbook.search.searcher import IndexedSearcher


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("accpet", "accept"), ("visitr", "visitor"), ("bicicle", "bicycle"), ("hellmmet", "helmet")],
)
def test_a_word_that_no_clause_has_is_repaired(
    searcher: IndexedSearcher, typed: str, meant: str
) -> None:
    results = searcher.search(f"{typed} ")

    assert results.corrections == ((typed, meant),)
    assert results.corrected == meant
    assert results.hits


def test_the_query_as_searched_is_told_whole(searcher: IndexedSearcher) -> None:
    assert searcher.search("May I accpet money ").corrected == "may i accept money"


def test_a_literal_search_repairs_nothing(searcher: IndexedSearcher) -> None:
    results = searcher.search("accpet", literal=True)

    assert results.corrected is None
    assert not results.hits


@pytest.mark.parametrize("typed", ["accept", "kid", "pushbikes", "zqx", "1234", "xxxxxxxxxxxx"])
def test_known_short_and_hopeless_words_are_left_alone(
    searcher: IndexedSearcher, typed: str
) -> None:
    assert searcher.search(f"{typed} ").corrections == ()


def test_a_word_still_being_typed_is_not_repaired(searcher: IndexedSearcher) -> None:
    results = searcher.search("regis")

    assert results.corrections == ()
    assert str(results.hits[0].ref) == "gifts#register"


def test_a_word_that_only_the_schools_list_has_is_completed(searcher: IndexedSearcher) -> None:
    results = searcher.search("shed pushb")

    assert results.corrections == ()
    assert str(results.hits[0].ref) == "bicycles#sheds"


def test_what_was_repaired_is_forgotten_in_time(
    searcher: IndexedSearcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(repair, "_REMEMBERED", 1)

    for _ in range(2):
        assert searcher.search("accpet visitr ").corrections == (
            ("accpet", "accept"),
            ("visitr", "visitor"),
        )
