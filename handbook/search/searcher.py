"""Finding clauses, places in flows, and people by the words that staff type."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from time import perf_counter
from typing import Any, Protocol

from handbook.domain.filling import filled
from handbook.domain.library import Library
from handbook.domain.policy import ClauseRef
from handbook.domain.rule import RuleKind
from handbook.search.concepts import Reading, read
from handbook.search.documents import Source, passages, sources
from handbook.search.excerpt import ReadPassage, excerpt
from handbook.search.jump import jump
from handbook.search.operators import Operators, operators
from handbook.search.places import FlowHit, PersonHit, Places
from handbook.search.ranking import Ranked, coverage, rank, worths
from handbook.search.repair import Repair
from handbook.search.store import Store
from handbook.search.synonyms import Synonyms
from handbook.search.words import folded_words, stem, stems

SURE = 1.25
"""How far the first must lead the second to be called the best match."""

ANSWERED = 0.5
"""How much of a query the best match answers at least."""

KEPT = 1_000
"""How many clauses stay read for their excerpts."""


_Read = tuple[str, tuple[str, ...], tuple[RuleKind, ...], tuple[ReadPassage, ...]]
"""A clause's words, its path, its kinds of rule, and its passages."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A clause that answers a query."""

    ref: ClauseRef
    label: str
    title: str
    policy_title: str
    collection: str
    path: tuple[str, ...]
    """Where the clause stands: collection, policy, section."""
    text: str
    excerpt: str
    rule: RuleKind | None
    kinds: tuple[RuleKind, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Results:
    """What a query brought."""

    query: str
    corrected: str | None = None
    """The query as it was searched, where words were repaired."""
    corrections: tuple[tuple[str, str], ...] = ()
    """Each word as typed, and as searched instead."""
    hits: tuple[Hit, ...] = ()
    flows: tuple[FlowHit, ...] = ()
    people: tuple[PersonHit, ...] = ()
    terms: frozenset[str] = frozenset()
    """The stems that were searched for: `marks` highlights them."""
    took_ms: float = 0.0
    is_sure: bool = False
    """True where the first hit leads clearly enough to be called the best match."""


class Searcher(Protocol):
    """Something that answers queries."""

    def search(self, text: str, limit: int = ..., *, literal: bool = ...) -> Results:
        """Answer a query; `literal` searches the words as they are typed."""


class IndexedSearcher:
    """Searches the clauses of one library.

    For one thread at a time, and always the same one: it keeps what it has read, and
    Whoosh asks for a reader a thread. It is opened at every start, and many a day nobody
    searches: what would read the library waits for the first query.
    """

    def __init__(self, library: Library, store: Store) -> None:
        self._library = library
        self._store = store
        self._known = store.table.stem_of_each_word()
        self._synonyms = Synonyms(library.words)
        self._repair = Repair(store.table, self._synonyms)
        self._read: OrderedDict[int, _Read] = OrderedDict()

    @cached_property
    def _sources(self) -> list[Source]:
        return sources(self._library)

    @cached_property
    def _places(self) -> Places:
        return Places(self._library.flows, self._library.school, self._synonyms)

    def search(self, text: str, limit: int = 20, *, literal: bool = False) -> Results:
        """Answer a query: any word counts, clauses with more of them come first."""
        started = perf_counter()
        asked = operators(text)
        if asked is not None:
            found = self._with_operators(text, asked, limit)
        else:
            found = self._plain(text, limit, literal=literal)
        return _timed(found, started)

    def _plain(self, text: str, limit: int, *, literal: bool) -> Results:
        table = self._store.table
        reading = read(text, table, self._synonyms, self._repair, literal=literal)
        if not reading.concepts:
            return Results(text)
        ranked = rank(reading.concepts, table, limit)
        jumped = jump(text, self._sources)
        if jumped:
            ranked = _first(jumped, ranked)[:limit]
        weights = self._weights(reading)
        return Results(
            query=text,
            corrected=_corrected(text, reading.corrections),
            corrections=reading.corrections,
            hits=tuple(self._hit(found, weights) for found in ranked),
            flows=self._places.flows(reading.words),
            people=self._places.people(reading.words),
            terms=frozenset(weights),
            is_sure=len(jumped) == 1 or (not jumped and self._is_sure(reading, ranked)),
        )

    def _with_operators(self, text: str, asked: Operators, limit: int) -> Results:
        """Let Whoosh answer what the impact table cannot: phrases and what to leave out."""
        reading = read(asked.rest, self._store.table, self._synonyms, self._repair, literal=True)
        weights = self._weights(reading)
        found = self._asked_whoosh(worths(reading.concepts, self._store.table), asked, limit)
        for phrase in asked.phrases:
            weights.update(dict.fromkeys(stems(phrase), 1.0))
        ranked = [Ranked(place, score) for place, score in found]
        hits = tuple(self._hit(one, weights) for one in ranked)
        return Results(query=text, hits=hits, terms=frozenset(weights), is_sure=_leads(ranked))

    def _asked_whoosh(
        self, words: Mapping[str, float], asked: Operators, limit: int
    ) -> list[tuple[int, float]]:
        from handbook.search import index

        def ask(opened: Any) -> list[tuple[int, float]]:
            return index.ranked(
                opened,
                words.items(),
                limit,
                phrases=_phrases(asked.phrases),
                without=_phrases(asked.without),
                policies=self._policies(asked.policies),
            )

        try:
            return ask(self._store.index())
        except Exception:  # noqa: BLE001 - Whoosh says in no one way that a file is damaged
            return ask(self._store.rebuilt_index())

    def _policies(self, named: Iterable[str]) -> list[str]:
        """The policies whose id begins with a name; the name itself where none does."""
        ids = [policy.id for policy in self._library.policies]
        found: list[str] = []
        for name in named:
            exact = [name] if name in ids else [i for i in ids if i.startswith(name)]
            found += exact or [name]
        return found

    def _is_sure(self, reading: Reading, ranked: list[Ranked]) -> bool:
        if not _leads(ranked):
            return False
        return coverage(reading.concepts, self._store.table, ranked[0].place) >= ANSWERED

    def _weights(self, reading: Reading) -> dict[str, float]:
        """Every stem that was searched for, with its weight."""
        names = self._store.table.stems
        weights: dict[str, float] = {}
        for concept in reading.concepts:
            for number, weight in concept.shares():
                weights[names[number]] = max(weight, weights.get(names[number], 0.0))
        return weights

    def _hit(self, ranked: Ranked, weights: Mapping[str, float]) -> Hit:
        source = self._sources[ranked.place]
        clause, policy = source.clause, source.policy
        text, path, kinds, read_passages = self._text(ranked.place)
        return Hit(
            ref=source.ref,
            label=clause.label,
            title=clause.title,
            policy_title=policy.title,
            collection=policy.collection,
            path=path,
            text=text,
            excerpt=excerpt(read_passages, weights),
            rule=kinds[0] if kinds else None,
            kinds=kinds,
            score=round(ranked.score, 4),
        )

    def _text(self, place: int) -> _Read:
        """A clause's words, whole and by passage; kept for the next query."""
        if place in self._read:
            self._read.move_to_end(place)
            return self._read[place]
        source = self._sources[place]
        clause = source.clause
        found = tuple(passages(filled(clause.blocks, self._library.school)))
        text = "\n".join(passage.text for passage in found)
        by_passage = tuple(ReadPassage(passage, self._known) for passage in found)
        self._read[place] = text, _path(source), clause.kinds, by_passage
        if len(self._read) > KEPT:
            self._read.popitem(last=False)
        return self._read[place]


def open_searcher(library: Library, cache: Path) -> IndexedSearcher:
    """A searcher for a library; its index is made where `cache` has none of this content.

    A cache that cannot be written or read is no obstacle: the index is then made anew, or
    kept in memory.
    """
    return IndexedSearcher(library, Store(library, cache))


def _phrases(texts: Iterable[str]) -> list[tuple[str, ...]]:
    found = [tuple(stem(word) for word in folded_words(text)) for text in texts]
    return [words for words in found if words]


def _path(source: Source) -> tuple[str, ...]:
    section = "" if source.section.is_clause else source.section.title
    return tuple(p for p in (source.policy.collection, source.policy.title, section) if p)


def _first(jumped: list[int], ranked: list[Ranked]) -> list[Ranked]:
    """The clauses that a number names, then the others."""
    best = ranked[0].score if ranked else 1.0
    others = [one for one in ranked if one.place not in jumped]
    return [Ranked(place, best + 1.0) for place in jumped] + others


def _leads(ranked: list[Ranked]) -> bool:
    """True where the first is far enough before the second."""
    return len(ranked) == 1 or (len(ranked) > 1 and ranked[0].score >= SURE * ranked[1].score)


def _corrected(text: str, corrections: Iterable[tuple[str, str]]) -> str | None:
    meant = dict(corrections)
    if not meant:
        return None
    words = (meant.get(word, word) for word in folded_words(text))
    return " ".join(words)


def _timed(results: Results, started: float) -> Results:
    return replace(results, took_ms=round((perf_counter() - started) * 1000, 2))
