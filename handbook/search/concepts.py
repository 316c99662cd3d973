"""A query as concepts: each word with all that may stand for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from heapq import nlargest

from handbook.search.english import STOP_WORDS
from handbook.search.impacts import ImpactTable
from handbook.search.repair import Repair
from handbook.search.synonyms import Synonyms
from handbook.search.words import folded_words, stem

EXPANSIONS = 24
"""How many words the beginning of a word may stand for."""

ENOUGH = 1_500
"""Words that begin so are added until they have this many clauses together."""

LONGEST = 2_000, 40
"""How many letters and words of a query are read; the rest of a pasted page is not."""

SYNONYM = 0.6
SAYING = 1.0
"""For what means the same as a saying with small words in it, such as *end it all*."""
OF_SAYING = 0.3
"""For the other words of a saying, which alone say something else."""
PREFIX = 0.8
PREFIX_OF_WORD = 0.15
"""For the longer words that begin with a word that is itself in the content."""


@dataclass(slots=True)
class Concept:
    """A word of the query: stems by number with a weight each, and entries of many words."""

    word: str
    terms: dict[int, float] = field(default_factory=dict)
    entries: list[tuple[tuple[int, ...], float]] = field(default_factory=list)

    @property
    def is_known(self) -> bool:
        """True where anything in the content stands for the word."""
        return bool(self.terms or self.entries)

    def add(self, number: int, weight: float) -> None:
        """Let a stem stand for the word; the heaviest weight holds."""
        self.terms[number] = max(weight, self.terms.get(number, 0.0))

    def lower(self, weight: float) -> None:
        """Let what stands for the word so far count for no more than this."""
        for number, before in self.terms.items():
            self.terms[number] = min(before, weight)

    def shares(self) -> Iterator[tuple[int, float]]:
        """Every stem with its weight, those of longer entries with their part of it."""
        yield from self.terms.items()
        for entry, weight in self.entries:
            for number in entry:
                yield number, weight / len(entry)


@dataclass(frozen=True, slots=True)
class Reading:
    """How a query was understood."""

    concepts: tuple[Concept, ...]
    corrections: tuple[tuple[str, str], ...]
    words: tuple[str, ...]
    """The folded words as searched, repaired, stop words included."""


def read(
    query: str, table: ImpactTable, synonyms: Synonyms, repair: Repair, *, literal: bool
) -> Reading:
    """Understand a query; `literal` leaves its words as they are."""
    typed = folded_words(query[: LONGEST[0]])[: LONGEST[1]]
    is_typing = bool(query) and not query[-1].isspace()
    words, corrections = _repaired(
        typed, table, synonyms, repair, literal=literal, is_typing=is_typing
    )
    kept = [place for place, word in enumerate(words) if word not in STOP_WORDS]
    kept = kept or list(range(len(words)))
    concepts = {place: Concept(words[place]) for place in kept}
    for place, concept in concepts.items():
        number = table.number(stem(concept.word))
        if number is not None:
            concept.add(number, 1.0)
        if is_typing and place == len(words) - 1:
            _add_longer_words(concept, table)
    _add_synonyms(concepts, words, table, synonyms)
    return Reading(tuple(concepts.values()), corrections, tuple(words))


def _repaired(
    typed: list[str],
    table: ImpactTable,
    synonyms: Synonyms,
    repair: Repair,
    *,
    literal: bool,
    is_typing: bool,
) -> tuple[list[str], tuple[tuple[str, str], ...]]:
    """The words to search, and each that was repaired with what it was taken for."""
    words: list[str] = []
    corrections: list[tuple[str, str]] = []
    for place, word in enumerate(typed):
        known = literal or word in STOP_WORDS or repair.knows(word)
        meant = None
        if not known and is_typing and place == len(typed) - 1:
            known = len(table.beginning_with(word)) > 0
            meant = None if known else synonyms.completed(word)
        if not known and meant is None:
            meant = repair.repaired(word)
            corrections += [(word, meant)] if meant else []
        words.append(meant or word)
    return words, tuple(corrections)


def _add_longer_words(concept: Concept, table: ImpactTable) -> None:
    """Let the beginning of a word stand for the commonest words that begin so."""
    if len(concept.word) < 2:
        return
    weight = PREFIX_OF_WORD if concept.terms else PREFIX
    places: Iterable[int] = table.beginning_with(concept.word)
    counts = table.word_counts
    left = ENOUGH
    for place in nlargest(EXPANSIONS, places, key=counts.__getitem__):
        number = table.word_stems[place]
        if number not in concept.terms and left > 0:
            concept.add(number, weight)
            left -= table.frequency(number)


def _add_synonyms(
    concepts: dict[int, Concept], words: list[str], table: ImpactTable, synonyms: Synonyms
) -> None:
    for match in synonyms.matches(words):
        places = [place for place in range(match.start, match.end) if place in concepts]
        is_saying = len(places) < match.end - match.start
        for place in places:
            weight = (SAYING if is_saying else SYNONYM) / len(places)
            if is_saying:
                concepts[place].lower(OF_SAYING)
            for entry in match.others:
                _add_entry(concepts[place], entry, weight, table)


def _add_entry(
    concept: Concept, entry: tuple[str, ...], weight: float, table: ImpactTable
) -> None:
    numbers = tuple(number for word in entry if (number := table.number(word)) is not None)
    if len(numbers) < len(entry):
        return
    if len(numbers) == 1:
        concept.add(numbers[0], weight)
    else:
        concept.entries.append((numbers, weight))
