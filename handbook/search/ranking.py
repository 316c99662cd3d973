"""Which clauses answer a query best, read from the impact table alone."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from handbook.search.concepts import Concept
from handbook.search.impacts import ImpactTable
from handbook.search.scale import STEPS, rarity
from handbook.search.words import WEAK, stem

COORDINATION = 0.4
"""What a word of the query adds by standing in a clause at all, of what it tells: so
clauses with more of the words come first."""

PHRASE = 1.0
"""How much a heading or asked phrase that says the same adds, of the best score possible."""

HEADING = 0.5
"""The same of a heading, which is shorter and so matches sooner."""

SAME = 4
"""Half the same says little, nearly the same says much: likeness counts to this power."""

NEAR = 25
"""How many of the best are compared phrase by phrase."""

WEAK_SHARE = 0.6
"""How much of its rarity a word keeps that is common in any text."""

COMMON = 1_000
"""A stem of more clauses than this is looked up only where other words have led."""

ENOUGH = 600
"""How many clauses are kept to look up common stems in."""


FAR = 60
"""From so many clauses of a stem for one that is likely, each likely one is looked up."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A clause's place in `sources`, and its score."""

    place: int
    score: float


def rank(concepts: Sequence[Concept], table: ImpactTable, limit: int) -> list[Ranked]:
    """The best clauses, best first; equal ones in reading order."""
    tells = [(_tells(concept, table), concept) for concept in concepts if concept.is_known]
    tells.sort(key=lambda pair: -pair[0])
    whole = sum(weight for weight, _ in tells)
    whole += (len(concepts) - len(tells)) * rarity(0, table.clauses)
    scores = _scores(tells, table)
    asked = _Asked(tells, table)
    compared = [
        Ranked(place, score + whole * asked.likeness(place))
        for place, score in _best(scores, max(NEAR, limit))
    ]
    compared.sort(key=lambda ranked: (-ranked.score, ranked.place))
    return compared[:limit]


def _scores(tells: Sequence[tuple[float, Concept]], table: ImpactTable) -> dict[int, float]:
    """The score of every clause that has any of the words, those that tell most first."""
    scores: dict[int, float] = {}
    for weight, concept in tells:
        part = _part(concept, weight, table, scores)
        if not scores:
            scores = part
            continue
        before = scores.get
        for place, value in part.items():
            scores[place] = before(place, 0.0) + value
    return scores


def worths(concepts: Sequence[Concept], table: ImpactTable) -> dict[str, float]:
    """Every stem searched for with what it tells, for Whoosh to rank by."""
    found: dict[str, float] = {}
    for concept in concepts:
        tells = _tells(concept, table) if concept.is_known else 0.0
        for number, share in concept.shares():
            word = table.stems[number]
            found[word] = found.get(word, 0.0) + tells * share
    return found


def coverage(concepts: Sequence[Concept], table: ImpactTable, place: int) -> float:
    """How much of a query a clause answers, from 0 to 1."""
    whole = held = 0.0
    for concept in concepts:
        tells = _tells(concept, table) if concept.is_known else rarity(0, table.clauses)
        whole += tells
        if any(_step(number, table, place) for number, _ in concept.shares()):
            held += tells
    return held / whole if whole else 0.0


def _best(scores: dict[int, float], count: int) -> list[tuple[int, float]]:
    """The places with the highest scores, in no order worth keeping.

    The first to be scored have the word that tells most: what is best among them leaves
    few others to compare.
    """
    if len(scores) <= count:
        return list(scores.items())
    some = list(islice(scores.values(), 8 * count))
    least = sorted(some, reverse=True)[count - 1]
    left = [item for item in scores.items() if item[1] >= least]
    if len(left) <= 2 * count:
        return left
    least = sorted([score for _, score in left], reverse=True)[count - 1]
    return [item for item in left if item[1] >= least]


def _tells(concept: Concept, table: ImpactTable) -> float:
    """How much a word tells: the rarer, the more; of a word in no clause, its synonyms'."""
    own = [number for number, weight in concept.terms.items() if weight == 1.0]
    numbers = own or list(concept.terms)
    if not numbers:
        numbers = [min(entry, key=table.frequency) for entry, _ in concept.entries]
    frequency = max(table.frequency(number) for number in numbers)
    share = WEAK_SHARE if stem(concept.word) in WEAK else 1.0
    return share * rarity(frequency, table.clauses)


def _part(
    concept: Concept, tells: float, table: ImpactTable, scores: dict[int, float]
) -> dict[int, float]:
    """What a concept adds to the score of each clause, the heaviest variants first."""
    part: dict[int, float] = {}
    for weight, places, steps in _variants(concept, table, scores):
        there, each = COORDINATION * tells * weight**0.5, weight * tells / STEPS
        found = zip(places, steps, strict=True)
        if not part:
            part = {place: there + each * step for place, step in found}
            continue
        for place, step in found:
            if place in part:
                part[place] += each * step
            else:
                part[place] = there + each * step
    return part


def _variants(
    concept: Concept, table: ImpactTable, scores: dict[int, float]
) -> Iterator[tuple[float, Sequence[int], Sequence[int]]]:
    """Each weight with the clauses of what stands for the concept, and their impacts."""
    for number, weight in sorted(concept.terms.items(), key=lambda item: -item[1]):
        yield weight, *_found(number, table, scores)
    for entry, weight in concept.entries:
        yield weight, *_together(entry, table)


def _found(
    number: int, table: ImpactTable, scores: dict[int, float]
) -> tuple[Sequence[int], Sequence[int]]:
    """The clauses of a stem and its impacts; of a common stem only the likely ones."""
    docs, impacts = table.docs(number), table.impacts(number)
    if len(docs) <= COMMON:
        return docs.tolist(), impacts.tolist()
    if len(scores) < ENOUGH // 4:
        return _strongest(docs, impacts)
    likely = {place for place, _ in _best(scores, ENOUGH)}
    if len(docs) > FAR * len(likely):
        steps = {place: _step(number, table, place) for place in likely}
        steps = {place: step for place, step in steps.items() if step}
        return list(steps), list(steps.values())
    held = [at for at, place in enumerate(docs.tolist()) if place in likely]
    return [docs[at] for at in held], [impacts[at] for at in held]


def _step(number: int, table: ImpactTable, place: int) -> int:
    """The impact of a stem in one clause; 0 where the clause does not have it."""
    docs = table.docs(number)
    at = bisect_left(docs, place)
    return table.impacts(number)[at] if at < len(docs) and docs[at] == place else 0


def _strongest(
    docs: memoryview[int], impacts: memoryview[int]
) -> tuple[Sequence[int], Sequence[int]]:
    """The clauses of which a common stem says most."""
    steps = bytes(impacts)
    least, count = STEPS, steps.count(STEPS)
    while count < COMMON and least > 1:
        least -= 1
        count += steps.count(least)
    strong = [at for at, step in enumerate(steps) if step >= least]
    return [docs[at] for at in strong], [steps[at] for at in strong]


def _together(entry: tuple[int, ...], table: ImpactTable) -> tuple[Sequence[int], Sequence[int]]:
    """The clauses that hold every word of an entry, with the least of their impacts."""
    rarest, *others = sorted(entry, key=table.frequency)
    places = table.docs(rarest).tolist()
    steps = table.impacts(rarest).tolist()
    for number in others:
        found = [_step(number, table, place) for place in places]
        held = [at for at, step in enumerate(found) if step]
        steps = [min(steps[at], found[at]) for at in held]
        places = [places[at] for at in held]
    return places, steps


class _Asked:
    """Compares a query with what staff ask, and with headings, word for word."""

    def __init__(self, tells: Sequence[tuple[float, Concept]], table: ImpactTable) -> None:
        self._table = table
        self._whole = sum(weight for weight, _ in tells)
        self._worth: dict[int, tuple[int, float]] = {}
        """Of each stem the concept that it says most of, and how much."""
        for weight, concept in tells:
            for number, share in concept.shares():
                if weight * share > self._worth.get(number, (0, 0.0))[1]:
                    self._worth[number] = (id(concept), weight * share)

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
