"""The exam: real questions over the real content."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.domain.library import Library
from handbook.markup.library import read_library
from handbook.search.searcher import IndexedSearcher, open_searcher
from tests.search.exam import CONTENT, Marks, marked, questions


@pytest.fixture(scope="module")
def library() -> Library:
    return read_library(CONTENT)


@pytest.fixture(scope="module")
def real(library: Library, tmp_path_factory: pytest.TempPathFactory) -> IndexedSearcher:
    cache: Path = tmp_path_factory.mktemp("cache")
    return open_searcher(library, cache)


def marks(name: str, library: Library, real: IndexedSearcher) -> Marks:
    found = marked(questions(name, library), real)
    print(found)  # noqa: T201 - shown where the exam is failed
    return found


def test_of_the_questions_nearly_all_are_answered_in_the_first_three(
    library: Library, real: IndexedSearcher
) -> None:
    found = marks("questions", library, real)

    assert found.asked >= 50
    assert found.first_three >= 0.93
    assert found.first >= 0.75
    assert found.reciprocal_rank >= 0.9


@pytest.mark.parametrize("name", ["own_questions", "held_out_questions"])
def test_of_questions_in_other_words_most_are_answered_too(
    name: str, library: Library, real: IndexedSearcher
) -> None:
    found = marks(name, library, real)

    assert found.first_three >= 0.8
    assert found.reciprocal_rank >= 0.75


@pytest.mark.parametrize(
    ("query", "right"),
    [
        ("a pupil added me on insta", {"social-media#contacted", "social-media#pupils"}),
        ("72 hours", {"data-protection#seventy-two-hours", "social-media#data-exposed"}),
        ("i feel suicidal", {"code-of-conduct#colleague-trouble"}),
        ("feel like ending it all", {"code-of-conduct#colleague-trouble"}),
        ("suicidal pupil", {"safeguarding#danger"}),
        ("i want to end it all", {"safeguarding#danger", "social-media#danger-online"}),
        ("end it all", {"safeguarding#self-harm", "code-of-conduct#colleague-trouble"}),
        ("she took tablets", {"safeguarding#danger"}),
    ],
)
def test_the_promise_is_kept(query: str, right: set[str], real: IndexedSearcher) -> None:
    assert str(real.search(query).hits[0].ref) in right


def test_who_is_the_dsl_shows_the_person(real: IndexedSearcher) -> None:
    assert real.search("who is the DSL").people[0].role == "dsl"


def test_my_manager_shouts_at_me_offers_the_wizard(real: IndexedSearcher) -> None:
    assert real.search("my manager shouts at me").flows
