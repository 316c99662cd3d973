"""Words that no clause has, put right: one edit, then two."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from string import ascii_lowercase

from handbook.search.impacts import ImpactTable
from handbook.search.synonyms import Synonyms
from handbook.search.words import stem

_SHORTEST = 4
"""Shorter words are left as they are: too many others are one edit away."""

_LONGEST = 30
"""Longer ones are no words."""

_TWO_EDITS = 8
"""From this length on a word may be two edits away."""

_REMEMBERED = 5_000
"""How many words stay repaired: a word is asked for again with each letter after it."""


class Repair:
    """Finds the word of the content that a mistyped word most likely was."""

    def __init__(self, table: ImpactTable, synonyms: Synonyms) -> None:
        self._table = table
        self._synonyms = synonyms
        self._others = sorted(word for word in synonyms.words if not table.has_word(word))
        self._known: dict[str, str | None] = {}
        self._letters: array[int] | None = None

    def knows(self, word: str) -> bool:
        """True for a word of the content or of the school's list of words, in any form."""
        return self._table.number(stem(word)) is not None or word in self._synonyms

    def _is_written(self, word: str) -> bool:
        """True for a word that stands somewhere just so."""
        return self._table.has_word(word) or word in self._synonyms.words

    def repaired(self, word: str) -> str | None:
        """The word that was meant; None where nothing is near."""
        if word not in self._known:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            self._known[word] = self._find(word)
        return self._known[word]

    def _find(self, word: str) -> str | None:
        if not _SHORTEST <= len(word) <= _LONGEST or not word.isalpha():
            return None
        near = {other for other in _one_edit(word) if len(other) > 2 and self._is_written(other)}
        # Hands slip within a word; another first letter is most likely another word.
        near = {other for other in near if other[0] == word[0] or other[:2] == word[1::-1]}
        if not near and len(word) >= _TWO_EDITS:
            near = set(self._two_edits(word))
        return min(near, key=lambda other: self._rank(word, other), default=None)

    def _rank(self, word: str, other: str) -> tuple[float, str]:
        """The less the likelier: same first letter, same letters, often written."""
        distance = 0.0 if sorted(word) == sorted(other) else 1.0
        distance += 0.0 if word[0] == other[0] else 1.5
        distance += 0.0 if word[-1] == other[-1] else 0.3
        return (distance - min(self._count(other), 50) / 50, other)

    def _count(self, word: str) -> int:
        places = self._table.beginning_with(word)
        return self._table.word_counts[places[0]] if self._table.has_word(word) else 0

    def _two_edits(self, word: str) -> Iterator[str]:
        letters = _letters(word)
        words = self._table.words
        for place, other_letters in enumerate(self._all_letters()):
            if (letters ^ other_letters).bit_count() <= 4 and _near(word, words[place]):
                yield words[place]
        yield from (other for other in self._others if _near(word, other))

    def _all_letters(self) -> array[int]:
        if self._letters is None:
            self._letters = array("L", map(_letters, self._table.words))
        return self._letters


def _letters(word: str) -> int:
    """Which letters a word has, as bits."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) % 32)
    return bits


def _one_edit(word: str) -> Iterator[str]:
    for place in range(len(word) + 1):
        before, after = word[:place], word[place:]
        if after:
            yield before + after[1:]
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]
        for letter in ascii_lowercase:
            yield before + letter + after
            if after:
                yield before + letter + after[1:]


def _near(word: str, other: str) -> bool:
    return abs(len(word) - len(other)) <= 2 and len(other) > 3 and _distance(word, other) <= 2


def _distance(one: str, other: str) -> int:
    """Edits from one word to the other; two letters that changed places are one edit."""
    before: Sequence[int] = ()
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            edits = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if older and j > 1 and a == other[j - 2] and one[i - 2] == b:
                edits = min(edits, older[j - 2] + 1)
            row.append(edits)
        if min(row) > 2:
            return 3
    return row[-1]
