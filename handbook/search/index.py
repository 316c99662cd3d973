"""The Whoosh index, which answers queries with operators.

Whoosh unpickles parts of its index, so an index is only ever read where it was built: in
the user's own cache or in memory, never from a pack or a shared folder.
"""

# ruff: noqa: E402 - the stand-in must be in place before Whoosh is imported

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any


def _keep_network_out() -> ModuleType | None:
    """Put an empty stand-in where Whoosh looks for a name of urllib.request.

    `whoosh.compat` imports it for a name that nothing uses, and with it sockets and SSL.
    """
    if "urllib.request" in sys.modules:
        return None
    stand_in = ModuleType("urllib.request")
    stand_in.urlretrieve = None  # type: ignore[attr-defined]
    sys.modules["urllib.request"] = stand_in
    return stand_in


_stand_in = _keep_network_out()

from whoosh import analysis, fields, formats, index, query, scoring
from whoosh.filedb.filestore import FileStorage, RamStorage

if _stand_in is not None and sys.modules.get("urllib.request") is _stand_in:
    del sys.modules["urllib.request"]

from handbook.search.documents import Document
from handbook.search.scale import K1, B

NAME = "clauses"


class Weighted(formats.Frequency):  # type: ignore[misc]
    """One posting a stem: its weight. Leaves out the counting that stems need no more."""

    def word_values(
        self, value: Iterable[tuple[str, float]], _analyzer: Any, **_options: Any
    ) -> Iterator[tuple[str, int, float, bytes]]:
        """Word, frequency, weight and value of each posting."""
        once = b"\x00\x00\x00\x01"
        for word, weight in value:
            yield word, 1, weight, once


class Impacts(scoring.BM25F):  # type: ignore[misc]
    """Whoosh's BM25 without its own rarity of words: each word comes with what it tells."""

    def idf(self, _searcher: Any, _field: str, _word: str) -> float:
        """Nothing: see the class."""
        return 1.0


def schema() -> Any:
    """One weighted field to rank by, one with positions for phrases, and the policy."""
    ranked = fields.TEXT(analyzer=analysis.IDAnalyzer(), phrase=False)
    ranked.format = Weighted()
    return fields.Schema(
        words=ranked,
        text=fields.TEXT(analyzer=analysis.IDAnalyzer(), phrase=True),
        policy=fields.ID(),
    )


def build(documents: Iterable[Document], folder: Path | None) -> Any:
    """Index the documents in a folder, or in memory where there is none.

    The number of a document in the index is its place in `documents`.
    """
    storage = FileStorage(str(folder)) if folder else RamStorage()
    opened = storage.create_index(schema(), indexname=NAME)
    writer = opened.writer(limitmb=128)
    for document in documents:
        writer.add_document(
            words=list(document.weights.items()),
            text=list(document.text),
            policy=document.policy,
        )
    writer.commit(merge=False)
    return opened


def open_folder(folder: Path) -> Any:
    """The index in a folder; raises what Whoosh raises where it cannot be read."""
    return index.open_dir(str(folder), indexname=NAME)


def ranked(
    opened: Any,
    words: Iterable[tuple[str, float]],
    limit: int,
    *,
    phrases: Iterable[tuple[str, ...]] = (),
    without: Iterable[tuple[str, ...]] = (),
    policies: Iterable[str] = (),
) -> list[tuple[int, float]]:
    """Documents with any of the words and all of the phrases, best first, with scores.

    Each word comes with what it tells; `ranking.worths` says it as the impact table does.

    `without` leaves out what holds a word or phrase, `policies` all other policies.
    """
    any_of = [query.Term("words", word, boost=weight) for word, weight in words]
    wanted = [_phrase(phrase) for phrase in phrases] + ([query.Or(any_of)] if any_of else [])
    asked = query.And(wanted or [query.Every()])
    for unwanted in without:
        asked = query.AndNot(asked, _phrase(unwanted))
    allowed = [query.Term("policy", policy) for policy in policies]
    with opened.searcher(weighting=Impacts(B=B, K1=K1)) as searcher:
        found = searcher.search(asked, limit=limit, filter=query.Or(allowed) if allowed else None)
        return [(hit.docnum, hit.score) for hit in found]


def _phrase(words: tuple[str, ...]) -> Any:
    if len(words) == 1:
        return query.Term("text", words[0])
    return query.Phrase("text", list(words))
