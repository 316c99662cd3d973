"""The numbers of BM25 that the index and the impact table share."""

from __future__ import annotations

from math import log

K1 = 1.2
"""How soon more of a word stops to count more."""

B = 0.4
"""How much a long clause is held back."""

STEPS = 255
"""Impacts are whole numbers from 1 to this."""


def held(length: float, average: float) -> float:
    """What a word's weight is measured against: more in a clause longer than the average."""
    return K1 * ((1 - B) + B * length / average)


def rarity(frequency: int, clauses: int) -> float:
    """How much a word tells that so many of the clauses have: the rarer, the more."""
    return log(1 + clauses / (frequency + 0.5))
