"""The index of the pages: what staff ask leads to the clause that answers it."""

from __future__ import annotations

import json

from handbook.domain.library import Library
from handbook.search.english import STOP_WORDS
from handbook.search.words import folded_words


def index_of(files: dict[str, bytes]) -> dict[str, object]:
    head, _, rest = files["assets/search-index.js"].decode("ascii").partition("handbookIndex = ")
    assert head == '"use strict";\nconst '
    return dict(json.loads(rest.rstrip().removesuffix(";")))


def best(index: dict[str, object], query: str) -> list[str]:
    """The addresses found for whole words, best first, as the script adds them up."""
    words, postings, documents = (index[name] for name in ("words", "postings", "documents"))
    assert isinstance(words, dict)
    assert isinstance(postings, list)
    assert isinstance(documents, list)
    scores: dict[int, tuple[int, int]] = {}
    typed = [word for word in folded_words(query) if word not in STOP_WORDS]
    for word in typed:
        row = postings[words[word]] if word in words else []
        for place, weight in zip(row[::2], row[1::2], strict=True):
            total, count = scores.get(place, (0, 0))
            scores[place] = (total + weight, count + 1)
    ranked = sorted(scores, key=lambda place: (-scores[place][0] * scores[place][1], place))
    return [documents[place][0] for place in ranked]


def test_what_staff_ask_finds_its_clause(model: Library, files: dict[str, bytes]) -> None:
    index = index_of(files)
    asked = [
        (phrase, f"{policy.id}.html#{clause.id}")
        for policy in model.policies
        for clause in policy.clauses
        for phrase in clause.asked
    ]

    found = sum(address in best(index, phrase)[:3] for phrase, address in asked)

    assert len(asked) > 500
    assert found / len(asked) > 0.85


def test_people_and_routes_are_found(files: dict[str, bytes]) -> None:
    index = index_of(files)

    assert best(index, "designated safeguarding lead")[0] == "people.html#dsl"
    assert any(place.startswith("whom-to-tell.html#") for place in best(index, "grievance")[:5])


def test_the_lists_of_the_index_fit_each_other(files: dict[str, bytes]) -> None:
    index = index_of(files)
    words, postings, documents, same = (
        index[name] for name in ("words", "postings", "documents", "same")
    )
    assert isinstance(words, dict)
    assert isinstance(postings, list)
    assert isinstance(documents, list)
    assert isinstance(same, list)

    assert set(words.values()) == set(range(len(postings)))
    assert all(0 <= place < len(documents) for row in postings for place in row[::2])
    assert all(0 <= stem < len(postings) for group in same for stem in group)
    assert not set(words) & set(STOP_WORDS)
