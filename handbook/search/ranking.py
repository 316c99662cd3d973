"""Which clauses answer a query best, read from the impact table alone."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import nlargest
from math import log

from handbook.search.concepts import Concept
from handbook.search.impacts import ImpactTable
from handbook.search.scale import STEPS
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
    whole += sum(log(1 + table.clauses) for concept in concepts if id(concept) not in rarities)
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
    return share * log(1 + table.clauses / (frequency + 0.5))


@lru_cache(maxsize=512)
def _scaled(weight: float) -> tuple[float, ...]:
    return tuple(weight * step / STEPS for step in range(STEPS + 1))


def _gather(
    concept: Concept,
    rarity: float,
    table: ImpactTable,
    scores: dict[int, float],
    covered: dict[int, float],
) -> None:
    """Add a concept's impacts to the scores, and its rarity to what is covered."""
    part: dict[int, float] = {}
    share: dict[int, float] = {}
    for number, weight in concept.terms.items():
        impacts = _scaled(weight * rarity)
        for place, step in _found(number, table, scores):
            part[place] = part.get(place, 0.0) + impacts[step]
            if weight > share.get(place, 0.0):
                share[place] = weight
    for entry, weight in concept.entries:
        impacts = _scaled(weight * rarity)
        for place, step in _together(entry, table):
            part[place] = part.get(place, 0.0) + impacts[step]
            if weight > share.get(place, 0.0):
                share[place] = weight
    for place, value in part.items():
        scores[place] = scores.get(place, 0.0) + value
        covered[place] = covered.get(place, 0.0) + rarity * share[place] ** 0.5


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
        self._concepts = [(rarities[id(concept)], _weights(concept)) for concept in concepts]
        self._whole = sum(rarities.values())

    def likeness(self, place: int) -> float:
        """How near the nearest phrase comes, from 0 to PHRASE."""
        heading, *asked = self._table.phrases(place)
        best = HEADING * self._compare(heading) ** SAME
        for phrase in asked:
            best = max(best, PHRASE * self._compare(phrase) ** SAME)
        return best

    def _compare(self, phrase: list[int]) -> float:
        """Twice what both say over what each says; the rarer a word, the more it says."""
        common = 0.0
        used = set()
        for rarity, weights in self._concepts:
            weight, number = max(((weights.get(n, 0.0), n) for n in phrase), default=(0.0, 0))
            if weight:
                common += rarity * weight
                used.add(number)
        if not common:
            return 0.0
        extra = sum(self._rarity(number) for number in phrase if number not in used)
        return common / (self._whole + 0.5 * extra)

    def _rarity(self, number: int) -> float:
        return log(1 + self._table.clauses / (self._table.frequency(number) + 0.5))


def _weights(concept: Concept) -> dict[int, float]:
    weights = dict(concept.terms)
    for entry, weight in concept.entries:
        for number in entry:
            weights[number] = max(weights.get(number, 0.0), weight / len(entry))
    return weights
