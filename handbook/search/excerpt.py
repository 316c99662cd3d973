"""The about two lines of a clause around the words that were searched for."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Mapping, Sequence

from handbook.search.documents import Passage
from handbook.search.words import spans, told

LENGTH = 170
"""How many letters fit in about two lines."""

RULE = 1.5
"""How much more a rule tells than the words around it."""

UNENDED = 0.6
"""How little a sentence tells that ends in a colon, without the list under it."""


class ReadPassage:
    """A passage with the stems of its words, read once and used for many queries."""

    __slots__ = ("_ends", "_starts", "all_stems", "stems", "text", "weight")

    def __init__(self, passage: Passage, known: Mapping[str, str]) -> None:
        self.text = " ".join(passage.whole.split())
        self.weight = RULE if passage.is_rule else 1.0
        if self.text.endswith(":"):  # what follows is what it says
            self.weight *= UNENDED
        self.stems = told(self.text, known)
        self.all_stems = frozenset(self.stems)
        self._starts: array[int] | None = None
        self._ends = array("I")

    @property
    def starts(self) -> array[int]:
        """Where each word begins."""
        if self._starts is None:
            found = spans(self.text)
            self._starts = array("I", [start for start, _ in found])
            self._ends = array("I", [end for _, end in found])
        return self._starts

    @property
    def ends(self) -> array[int]:
        """Where each word ends."""
        return self._ends if self.starts else array("I")


def excerpt(passages: Sequence[ReadPassage], terms: Mapping[str, float] | Collection[str]) -> str:
    """The passage that says most about the terms, rules before the rest, cut to two lines.

    Of passages that say equally much the first one; where none says anything, the first.
    """
    if not passages:
        return ""
    weights = terms if isinstance(terms, Mapping) else dict.fromkeys(terms, 1.0)
    wanted = weights.keys()

    def telling(passage: ReadPassage) -> float:
        return passage.weight * sum(weights[word] for word in passage.all_stems & wanted)

    best = max(passages, key=telling) if len(passages) > 1 else passages[0]
    return _cut(best, weights)


def _cut(passage: ReadPassage, weights: Mapping[str, float]) -> str:
    text = passage.text
    if len(text) <= LENGTH:
        return text
    start = _window(passage, weights)
    end = min(len(text), start + LENGTH)
    if end < len(text):
        end = text.rfind(" ", start, end) if " " in text[start:end] else end
    before = "… " if start else ""
    after = "…" if end < len(text) else ""
    return f"{before}{text[start:end].rstrip(' ,;:')}{after}"


def _window(passage: ReadPassage, weights: Mapping[str, float]) -> int:
    """Where the stretch begins that holds most of the terms; the earliest of the best."""
    places = [
        (start, end, weights[word])
        for start, end, word in zip(passage.starts, passage.ends, passage.stems, strict=False)
        if word in weights
    ]
    if not places or places[-1][1] <= LENGTH:
        return 0

    def held(first: int) -> float:
        limit = places[first][0] + LENGTH - 30
        return sum(weight for _, end, weight in places[first:] if end <= limit)

    best = max(range(len(places)), key=held)
    if best == 0 and places[0][0] < LENGTH // 3:
        return 0
    return _sentence_before(passage, places[best][0])


def _sentence_before(passage: ReadPassage, place: int) -> int:
    """The start of the sentence, or of a word a little before the place."""
    sentence = passage.text.rfind(". ", 0, place)
    if sentence >= 0 and place - sentence < 60:
        return sentence + 2
    return next((start for start in passage.starts if start >= place - 30), place)
