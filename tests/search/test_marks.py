"""What is highlighted."""

from __future__ import annotations

from handbook.search.marks import marks
from handbook.search.searcher import IndexedSearcher


def marked(text: str, *terms: str) -> list[str]:
    return [text[start:end] for start, end in marks(text, terms)]


def test_every_form_of_a_word_is_marked() -> None:
    assert marked("Accepting it? We accept, she accepted.", "accept") == [
        "Accepting", "accept", "accepted",
    ]  # fmt: skip


def test_a_part_of_a_word_is_not_marked() -> None:
    assert marked("acceptance of a cat in a category", "cat") == ["cat"]


def test_nothing_is_marked_for_no_terms() -> None:
    assert marks("anything", ()) == ()


def test_accents_do_not_move_the_marks() -> None:
    assert marked("Ask Jose\u0301 or José today", "jose") == ["Jose\u0301", "José"]


def test_the_terms_of_results_mark_synonyms_and_longer_words(searcher: IndexedSearcher) -> None:
    results = searcher.search("bike hel")

    assert {"Bicycle", "Helmets"} <= {
        hit.title[start:end]
        for hit in results.hits
        for start, end in marks(hit.title, results.terms)
    }
