"""Searching, whole."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from handbook.domain.rule import RuleKind
from handbook.search.searcher import IndexedSearcher, open_searcher
from tests.search.small import LIBRARY, clause, policy, words


def refs(searcher: IndexedSearcher, query: str) -> list[str]:
    return [str(hit.ref) for hit in searcher.search(query).hits]


def test_a_hit_says_all_that_a_list_shows(searcher: IndexedSearcher) -> None:
    hit = searcher.search("accept money").hits[0]

    assert (str(hit.ref), hit.label, hit.title) == ("gifts#accept", "1.1", "Accepting a gift")
    assert (hit.policy_title, hit.collection) == ("Gifts", "School life")
    assert hit.path == ("School life", "Gifts", "The rules")
    assert hit.rule is RuleKind.MUST_NOT
    assert hit.kinds == (RuleKind.MUST_NOT, RuleKind.MAY)
    assert hit.text.startswith("You must not accept money from a parent.")
    assert "money" in hit.excerpt
    assert hit.score > 0


def test_any_word_counts_and_more_words_come_first(searcher: IndexedSearcher) -> None:
    found = refs(searcher, "parent money kite")

    assert found[0] == "gifts#accept"
    assert "visitors#parents" in found


@pytest.mark.parametrize(
    ("query", "ref"),
    [
        ("helmets", "bicycles#helmets"),
        ("pushbike shed", "bicycles#sheds"),
        ("a little something from a mum", "gifts#accept"),
        ("do i need a lid", "bicycles#helmets"),
        ("jose", "visitors#badge"),
        ("JOSÉ", "visitors#badge"),
        ("kids on coach", "trips#coach"),
        ("thirty crowns", "parking#permits"),
    ],
)
def test_the_right_clause_is_first(searcher: IndexedSearcher, query: str, ref: str) -> None:
    assert refs(searcher, query)[0] == ref


def test_each_key_brings_hits(searcher: IndexedSearcher) -> None:
    for end in range(2, len("helmets") + 1):
        assert "bicycles#helmets" in refs(searcher, "helmets"[:end])


def test_only_so_many_hits_are_brought(searcher: IndexedSearcher) -> None:
    assert len(searcher.search("the policy of phones, visitors and gifts", 2).hits) == 2


@pytest.mark.parametrize("query", ["", "   ", "!?", "-", '"', "xyzzy", "🙂", "a" * 5000, "'" * 99])
def test_a_query_of_nothing_is_no_error(searcher: IndexedSearcher, query: str) -> None:
    results = searcher.search(query)

    assert results.query == query
    assert results.hits == ()
    assert not results.is_sure


def test_stop_words_count_where_nothing_else_is_typed(searcher: IndexedSearcher) -> None:
    assert searcher.search("the").hits == ()


def test_a_clear_lead_is_called_the_best_match(searcher: IndexedSearcher) -> None:
    assert searcher.search("lost key").is_sure
    assert not searcher.search("helmet or menu").is_sure


def test_the_time_is_told(searcher: IndexedSearcher) -> None:
    assert searcher.search("helmet").took_ms > 0


def test_without_a_list_of_words_search_works(tmp_path: Path) -> None:
    searcher = open_searcher(replace(LIBRARY, words=(), digest="wordless"), tmp_path)

    assert refs(searcher, "helmet") == ["bicycles#helmets"]


def test_what_was_read_is_let_go_in_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handbook.search.searcher.KEPT", 1)
    searcher = open_searcher(LIBRARY, tmp_path)

    assert refs(searcher, "gift") == refs(searcher, "gift")


def test_many_clauses_with_one_word_are_ranked_all_the_same(tmp_path: Path) -> None:
    many = tuple(clause(f"c{n}", "Rule", f"1.{n}", words("A pencil.")) for n in range(4_000))
    best = clause("best", "Pencils", "1.9", words("A pencil for each pencil case."))
    library = replace(LIBRARY, policies=(policy("many", "Many", *many, best),), digest="many")
    searcher = open_searcher(library, tmp_path)

    assert refs(searcher, "pencil")[0] == "many#best"
    assert refs(searcher, "pencil case")[0] == "many#best"
    assert refs(searcher, "case pencil rule")[0] == "many#best"


def test_a_word_of_nearly_every_clause_is_looked_up_where_rarer_ones_lead(tmp_path: Path) -> None:
    many = [clause(f"c{n}", "Rule", f"1.{n}", words("A pencil.")) for n in range(30_000)]
    for number in range(0, 30_000, 100):
        many[number] = clause(f"c{number}", "Case", "2", words("A pencil case. " + "Ink. " * 9))
    many[15_000] = clause("best", "Cases", "3", words("A pencil case, a pencil case."))
    library = replace(LIBRARY, policies=(policy("many", "Many", *many),), digest="")
    searcher = open_searcher(library, tmp_path)

    assert refs(searcher, "pencil case")[0] == "many#best"
