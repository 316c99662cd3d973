"""The impact table and Whoosh rank the same."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from handbook.markup.library import read_library
from handbook.search import index, ranking
from handbook.search.concepts import read
from handbook.search.documents import documents, sources
from handbook.search.impacts import ImpactTable, table_bytes
from handbook.search.ranking import rank, worths
from handbook.search.repair import Repair
from handbook.search.synonyms import Synonyms
from tests.bench.bench_search import keystrokes, library
from tests.search.exam import CONTENT, questions


def test_the_tables_first_hit_is_within_whooshs_first_three(tmp_path: Path) -> None:
    held = read_library(CONTENT)
    table = ImpactTable(table_bytes("", documents(held)), "")
    synonyms = Synonyms(held.words)
    repair = Repair(table, synonyms)
    opened = index.build(documents(held), tmp_path)
    asked = [
        question.query
        for name in ("questions", "own_questions", "held_out_questions")
        for question in questions(name, held)
    ]
    agreed = 0
    for query in asked:
        concepts = read(query, table, synonyms, repair, literal=False).concepts
        words = worths(concepts, table)
        by_whoosh = [place for place, _ in index.ranked(opened, words.items(), 3)]
        agreed += rank(concepts, table, 1)[0].place in by_whoosh

    assert agreed / len(asked) >= 0.95


def test_a_document_has_the_same_number_in_both(tmp_path: Path) -> None:
    held = replace(read_library(CONTENT), digest="")
    opened = index.build(documents(held), tmp_path)
    found = sources(held)
    (first, *_), (last, *_) = (
        index.ranked(opened, (), 1, phrases=[tuple(document.text[:8])])
        for document in (list(documents(held))[place] for place in (0, len(found) - 1))
    )

    assert (first[0], last[0]) == (0, len(found) - 1)


def test_leaving_out_unlikely_clauses_seldom_changes_the_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    language = library(3_000)
    table = ImpactTable(table_bytes("", documents(language)), "")
    synonyms = Synonyms(())
    asked = list(keystrokes([source.clause.text for source in sources(language)]))[::7]
    read_queries = [
        read(query, table, synonyms, Repair(table, synonyms), literal=True).concepts
        for query in asked
    ]
    quick = [rank(concepts, table, 1)[0].place for concepts in read_queries]
    monkeypatch.setattr(ranking, "COMMON", 10**6)
    whole = [rank(concepts, table, 1)[0].place for concepts in read_queries]
    same = sum(one == other for one, other in zip(quick, whole, strict=True))

    assert same / len(asked) >= 0.95
