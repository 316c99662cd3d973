"""How much a paragraph stands out from the body of its file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from handbook.importers.form import Para
from handbook.importers.shaping.fact_words import name_of

MOST_WORDS = 14
"""A heading by look alone is no longer."""
_LARGER = 1.12
_ENDS = re.compile(r"[.;,]$|\b(?:and|or|of|the|a|an|than|must)$", re.IGNORECASE)
_PAIR = re.compile(r"(?P<key>[^:]{1,40}):\s+\S")

Strength = tuple[float, float]


def body_size(paras: Iterable[Para]) -> float:
    """The size that most letters have; 0 where sizes are not known."""
    letters: Counter[float] = Counter()
    for para in paras:
        letters[round(para.size, 1)] += len(para.text)
    letters.pop(0.0, None)
    return letters.most_common(1)[0][0] if letters else 0.0


def is_caps(text: str) -> bool:
    """True for words in capitals; one short word is as likely an abbreviation."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 4 and all(c.isupper() for c in letters)


def strength(para: Para) -> Strength:
    """How strongly a paragraph is set, for comparison within one file."""
    weight = 2.0 * para.is_bold + 1.5 * is_caps(para.text) + 0.5 * para.underlined
    return round(para.size * 2) / 2, weight + 0.3 * para.is_italic


def is_dressed(para: Para, body: float) -> bool:
    """True for what is bold, underlined or larger than the body."""
    larger = body > 0 and para.size >= body * _LARGER
    return larger or para.is_bold or para.underlined


def stands_out(para: Para, body: float) -> bool:
    """True for what is set apart by its dress or by capitals."""
    return is_dressed(para, body) or is_caps(para.text)


def is_titled(text: str, most: int = MOST_WORDS) -> bool:
    """True for words that could be a heading: few, a capital first, no end of a sentence."""
    words = text.split()
    if not words or len(words) > most or not any(c.isalpha() for c in text):
        return False
    first = next((c for c in text if c.isalnum()), "a")
    pair = _PAIR.match(text)
    if first.islower() or (pair and (name_of(pair["key"]) or any(map(str.isdigit, text)))):
        return False
    return not _ENDS.search(text.rstrip())
