"""Text that stands in two policies: when one is changed, the other says something else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from handbook.domain.library import Library
from handbook.domain.policy import Clause, Policy
from handbook.lint.finding import Finding, warning
from handbook.lint.language.kept import once_each

_RUN = 8
"""So many words in a row are a copy, and no chance."""
_LEAST = 12
"""So many such runs, about twenty words, before it is worth a word."""
_SHARE = 0.5
"""Of the shorter clause."""
_LONG = 40
"""Runs that are a copy whatever else the clauses say: about two long sentences."""

_Place = tuple[int, int]
"""A clause by the number of its policy, and its own in it."""


def check_copies(library: Library) -> Iterator[Finding]:
    """Clauses of two policies that say much the same in the same words."""
    policies = [p for p in library.policies if not p.file.startswith("guides/")]
    clauses: dict[_Place, tuple[Policy, Clause]] = {
        (number, place): (policy, clause)
        for number, policy in enumerate(policies)
        for place, clause in enumerate(policy.clauses)
    }
    runs = {place: _runs(clause) for place, (_, clause) in clauses.items()}
    for (one, other), shared in sorted(_shared(runs).items()):
        least = min(len(runs[one]), len(runs[other]))
        if shared >= _LONG or (shared >= _LEAST and shared >= _SHARE * least):
            (first, clause), (policy, copy) = clauses[one], clauses[other]
            yield warning(
                policy.file,
                copy.line,
                "clause-copied",
                f"“{copy.title}” says much of what “{clause.title}” in {first.title} says, in the "
                "same words. Keep it in one of them, and link to it from the other: "
                f"[{clause.title}]({_address(policy, first)}#{clause.id})",
            )


@once_each
def _runs(clause: Clause) -> frozenset[int]:
    words = re.findall(r"[\w']+", clause.text.casefold())
    return frozenset(hash(tuple(words[i : i + _RUN])) for i in range(len(words) - _RUN + 1))


def _shared(runs: dict[_Place, frozenset[int]]) -> Counter[tuple[_Place, _Place]]:
    holders: dict[int, list[_Place]] = {}
    for place, found in runs.items():
        for run in found:
            holders.setdefault(run, []).append(place)
    return Counter(
        pair
        for places in holders.values()
        if len(places) > 1
        for pair in combinations(sorted(places), 2)
        if pair[0][0] != pair[1][0]
    )


def _address(here: Policy, there: Policy) -> str:
    folder, _, name = there.file.rpartition("/")
    return name if here.file.startswith(f"{folder}/") else f"../{there.file}"
