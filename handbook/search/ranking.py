"""Which clauses answer a query best, read from the impact table alone."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import nlargest

from handbook.search.concepts import Concept
from handbook.search.impacts import ImpactTable
from handbook.search.scale import STEPS, rarity
from handbook.search.words import WEAK, stem

COORDINATION = 0.7
"""How much of the score depends on how much of the query a clause answers."""

PHRASE = 1.0
"""How much a heading or asked phrase that says the same adds, of the best score possible."""

HEADING = 0.5
"""The same of a heading, which is shorter and so matches sooner."""

SAME = 4
"""Half the same says little, nearly the same says much: likeness counts to this power."""

NEAR = 60
"""How many of the best are compared phrase by phrase."""

WEAK_SHARE = 0.6
"""How much of its rarity a word keeps that is common in any text."""

COMMON = 3_000
"""A stem of more clauses than this is looked up only where other words have led."""

ENOUGH = 600
"""How many clauses are kept to look up common stems in."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A clause's place in `sources`, its score, and how much of the query it answers."""

    place: int
    score: float
    coverage: float


def rank(concepts: Sequence[Concept], table: ImpactTable, limit: int) -> list[Ranked]:
    """The best clauses, best first; equal ones in reading order."""
    known = [concept for concept in concepts if concept.terms or concept.entries]
    if not known:
        return []
    rarities = {id(concept): _rarity(concept, table) for concept in known}
    whole = sum(rarities.values())
    whole += (len(concepts) - len(known)) * rarity(0, table.clauses)
    scores: dict[int, float] = {}
    covered: dict[int, float] = {}
    for concept in sorted(known, key=lambda concept: -rarities[id(concept)]):
        _gather(concept, rarities[id(concept)], table, scores, covered)
    for place, share in covered.items():
        scores[place] *= 1 - COORDINATION + COORDINATION * share / whole
    near = nlargest(max(NEAR, limit), scores.items(), key=lambda item: (item[1], -item[0]))
    asked = _Asked(known, rarities, table)
    compared = [
        Ranked(place, score + whole * asked.likeness(place), covered[place] / whole)
        for place, score in near
    ]
    compared.sort(key=lambda ranked: (-ranked.score, ranked.place))
    return compared[:limit]


def _rarity(concept: Concept, table: ImpactTable) -> float:
    """How much a word tells: the rarer, the more; of a word in no clause, its synonyms'."""
    own = [number for number, weight in concept.terms.items() if weight == 1.0]
    numbers = own or list(concept.terms)
    if not numbers:
        numbers = [min(entry, key=table.frequency) for entry, _ in concept.entries]
    frequency = max(table.frequency(number) for number in numbers)
    share = WEAK_SHARE if stem(concept.word) in WEAK else 1.0
    return share * rarity(frequency, table.clauses)


@lru_cache(maxsize=512)
def _scaled(weight: float) -> tuple[float, ...]:
    return tuple(weight * step / STEPS for step in range(STEPS + 1))


def _gather(
    concept: Concept,
    tells: float,
    table: ImpactTable,
    scores: dict[int, float],
    covered: dict[int, float],
) -> None:
    """Add a concept's impacts to the scores, and what it tells to what is covered."""
    part: dict[int, float] = {}
    share: dict[int, float] = {}
    for weight, found in _variants(concept, table, scores):
        impacts = _scaled(weight * tells)
        for place, step in found:
            part[place] = part.get(place, 0.0) + impacts[step]
            if weight > share.get(place, 0.0):
                share[place] = weight
    for place, value in part.items():
        scores[place] = scores.get(place, 0.0) + value
        covered[place] = covered.get(place, 0.0) + tells * share[place] ** 0.5


def _variants(
    concept: Concept, table: ImpactTable, scores: dict[int, float]
) -> Iterator[tuple[float, list[tuple[int, int]]]]:
    """Each weight with the clauses of what stands for the concept, and their impacts."""
    for number, weight in concept.terms.items():
        yield weight, _found(number, table, scores)
    for entry, weight in concept.entries:
        yield weight, _together(entry, table)


def _found(number: int, table: ImpactTable, scores: dict[int, float]) -> list[tuple[int, int]]:
    """The clauses of a stem with its impact; of a common stem only the likely ones."""
    docs, impacts = table.docs(number), table.impacts(number)
    if len(docs) <= COMMON:
        return list(zip(docs.tolist(), impacts.tolist(), strict=True))
    if len(scores) < ENOUGH // 4:
        return _strongest(docs, impacts)
    likely = nlargest(ENOUGH, scores, key=scores.__getitem__)
    found = []
    for place in likely:
        at = bisect_left(docs, place)
        if at < len(docs) and docs[at] == place:
            found.append((place, impacts[at]))
    return found


def _strongest(docs: memoryview[int], impacts: memoryview[int]) -> list[tuple[int, int]]:
    """The clauses of which a common stem says most."""
    steps = bytes(impacts)
    least, count = STEPS, steps.count(STEPS)
    while count < COMMON and least > 1:
        least -= 1
        count += steps.count(least)
    strong = [at for at, step in enumerate(steps) if step >= least]
    return [(docs[at], steps[at]) for at in strong]


def _together(entry: tuple[int, ...], table: ImpactTable) -> list[tuple[int, int]]:
    """The clauses that hold every word of an entry, with the least of their impacts."""
    numbers = sorted(entry, key=table.frequency)
    held = dict(zip(table.docs(numbers[0]).tolist(), table.impacts(numbers[0]), strict=True))
    for number in numbers[1:]:
        docs, impacts = table.docs(number), table.impacts(number)
        left = {}
        for place, step in held.items():
            at = bisect_left(docs, place)
            if at < len(docs) and docs[at] == place:
                left[place] = min(step, impacts[at])
        held = left
    return list(held.items())


class _Asked:
    """Compares a query with what staff ask, and with headings, word for word."""

    def __init__(
        self, concepts: Sequence[Concept], rarities: dict[int, float], table: ImpactTable
    ) -> None:
        self._table = table
        self._whole = sum(rarities.values())
        self._worth: dict[int, tuple[int, float]] = {}
        """Of each stem the concept that it says most of, and how much."""
        for concept in concepts:
            tells = rarities[id(concept)]
            for number, weight in concept.shares():
                if tells * weight > self._worth.get(number, (0, 0.0))[1]:
                    self._worth[number] = (id(concept), tells * weight)

    def likeness(self, place: int) -> float:
        """How near the nearest phrase comes, from 0 to PHRASE."""
        best, weight = 0.0, HEADING
        for phrase in self._table.phrases(place):
            if not self._worth.keys().isdisjoint(phrase):
                best = max(best, weight * self._compare(phrase) ** SAME)
            weight = PHRASE
        return best

    def _compare(self, phrase: list[int]) -> float:
        """What both say over what the query says, less where the phrase says more."""
        said: dict[int, float] = {}
        extra = 0.0
        for number in phrase:
            concept, worth = self._worth.get(number, (0, 0.0))
            if not worth:
                extra += self._table.rarity(number)
            elif worth > said.get(concept, 0.0):
                said[concept] = worth
        return sum(said.values()) / (self._whole + 0.5 * extra)
