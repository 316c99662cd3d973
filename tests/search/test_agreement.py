"""The impact table and Whoosh rank the same."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from handbook.markup.library import read_library
from handbook.search import index
from handbook.search.concepts import read
from handbook.search.documents import documents, sources
from handbook.search.impacts import ImpactTable, table_bytes
from handbook.search.ranking import rank, worths
from handbook.search.repair import Repair
from handbook.search.synonyms import Synonyms
from tests.search.exam import CONTENT, questions


def test_the_tables_first_hit_is_within_whooshs_first_three(tmp_path: Path) -> None:
    library = read_library(CONTENT)
    table = ImpactTable(table_bytes("", documents(library)), "")
    synonyms = Synonyms(library.words)
    repair = Repair(table, synonyms)
    opened = index.build(documents(library), tmp_path)
    asked = [
        question.query
        for name in ("questions", "own_questions", "held_out_questions")
        for question in questions(name, library)
    ]
    agreed = 0
    for query in asked:
        concepts = read(query, table, synonyms, repair, literal=False).concepts
        words = worths(concepts, table)
        by_whoosh = [place for place, _ in index.ranked(opened, words.items(), 3)]
        agreed += rank(concepts, table, 1)[0].place in by_whoosh

    assert agreed / len(asked) >= 0.95


def test_a_document_has_the_same_number_in_both(tmp_path: Path) -> None:
    library = replace(read_library(CONTENT), digest="")
    opened = index.build(documents(library), tmp_path)
    found = sources(library)
    (first, *_), (last, *_) = (
        index.ranked(opened, (), 1, phrases=[tuple(document.text[:8])])
        for document in (list(documents(library))[place] for place in (0, len(found) - 1))
    )

    assert (first[0], last[0]) == (0, len(found) - 1)
