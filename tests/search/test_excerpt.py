"""The two lines around what was searched."""

from __future__ import annotations

from handbook.search.documents import Passage
from handbook.search.excerpt import LENGTH, ReadPassage, excerpt
from handbook.search.searcher import IndexedSearcher
from handbook.search.words import stem


def cut(*texts: str, terms: str = "") -> str:
    passages = [ReadPassage(Passage(text), {}) for text in texts]
    return excerpt(passages, [stem(word) for word in terms.split()])


def test_the_passage_that_says_most_is_shown() -> None:
    assert cut("First words.", "Then a badge.", terms="badge") == "Then a badge."


def test_without_a_match_the_first_passage_is_shown() -> None:
    assert cut("First words.", "Then a badge.", terms="kite") == "First words."


def test_nothing_to_show_is_no_error() -> None:
    assert cut(terms="badge") == ""


def test_a_long_passage_is_cut_between_words() -> None:
    shown = cut("word " * 200, terms="word")

    assert len(shown) <= LENGTH + 1
    assert shown.endswith("word…")


def test_a_match_far_down_is_in_sight() -> None:
    shown = cut(
        "Filler here. " * 60 + "At last the badge is named." + " More." * 60, terms="badge"
    )

    assert "badge" in shown
    assert shown.startswith("… ")
    assert len(shown) <= LENGTH + 4


def test_one_endless_word_is_cut_all_the_same() -> None:
    assert len(cut("x" * 5000, terms="badge")) <= LENGTH + 1


def test_a_list_item_carries_the_sentence_above_its_list(searcher: IndexedSearcher) -> None:
    hit = searcher.search("film class").hits[0]

    assert hit.excerpt == "In a lesson staff must not: film the class"


def test_a_rule_tells_more_than_the_words_around_it() -> None:
    rule = ReadPassage(Passage("You must not add a pupil.", is_rule=True), {})
    around = ReadPassage(Passage("A pupil may add you."), {})

    assert excerpt([around, rule], {"pupil", "add"}).startswith("You must not")
