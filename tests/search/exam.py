"""Questions of staff, and how well search answers them.

    python -m tests.search.exam

`questions.jsonl` says by patterns what a right clause holds; the other two name the right
clauses. The weights of search were tuned on the first two and never on the third.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from handbook.domain.library import Library
from handbook.search.searcher import IndexedSearcher

FOLDER = Path(__file__).parent
CONTENT = FOLDER.parents[1] / "content"


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody types, and the clauses that answer it."""

    query: str
    right: frozenset[str]


@dataclass(frozen=True, slots=True)
class Marks:
    """How well the questions were answered; shares from 0 to 1."""

    asked: int
    reciprocal_rank: float
    first: float
    first_three: float
    missed: tuple[str, ...]
    """The questions without a right clause among the first three."""


def questions(name: str, library: Library) -> list[Question]:
    """The questions of a file that some clause of the library answers."""
    lines = (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    found = [_question(json.loads(line), library) for line in lines]
    return [question for question in found if question.right]


def _question(said: dict[str, Any], library: Library) -> Question:
    if "right" in said:
        return Question(said["query"], frozenset(said["right"]))
    must = [re.compile(pattern, re.IGNORECASE) for pattern in said["must"]]
    right = (ref for ref, text in _clauses(library) if all(one.search(text) for one in must))
    return Question(said["query"], frozenset(right))


def _clauses(library: Library) -> Iterator[tuple[str, str]]:
    for policy in library.policies:
        for clause in policy.clauses:
            yield f"{policy.id}#{clause.id}", f"{clause.title}\n{clause.text}"


def marked(asked: list[Question], searcher: IndexedSearcher) -> Marks:
    """Ask every question."""
    ranks = {question.query: _rank(question, searcher) for question in asked}
    share: Callable[[int], float] = lambda best: (  # noqa: E731
        sum(1 for rank in ranks.values() if 0 < rank <= best) / len(ranks)
    )
    return Marks(
        asked=len(ranks),
        reciprocal_rank=sum(1 / rank for rank in ranks.values() if rank) / len(ranks),
        first=share(1),
        first_three=share(3),
        missed=tuple(query for query, rank in ranks.items() if not 0 < rank <= 3),
    )


def _rank(question: Question, searcher: IndexedSearcher) -> int:
    """The place of the first right clause, from 1; 0 where there is none."""
    refs = [str(hit.ref) for hit in searcher.search(question.query).hits]
    return next((place for place, ref in enumerate(refs, 1) if ref in question.right), 0)


def _main() -> None:
    import tempfile

    from handbook.markup.library import read_library
    from handbook.search.searcher import open_searcher

    library = read_library(CONTENT)
    with tempfile.TemporaryDirectory() as cache:
        searcher = open_searcher(library, Path(cache))
        for name in ("questions", "own_questions", "held_out_questions"):
            print(name, marked(questions(name, library), searcher))  # noqa: T201 - run for it


if __name__ == "__main__":
    _main()
