"""The numbers of BM25 that the index and the impact table share."""

from __future__ import annotations

from math import log

K1 = 1.2
"""How soon more of a word stops to count more."""

B = 0.4
"""How much a long clause is held back."""

STEPS = 255
"""Impacts are whole numbers from 1 to this."""


def impact(weight: float, length: float, average: float) -> float:
    """How much a word says of a document, from 0 to 1, before the word's rarity."""
    return weight / (weight + K1 * ((1 - B) + B * length / average))


def rarity(frequency: int, clauses: int) -> float:
    """How much a word tells that so many of the clauses have: the rarer, the more."""
    return log(1 + clauses / (frequency + 0.5))
