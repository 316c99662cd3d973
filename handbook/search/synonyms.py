"""Words that mean the same to staff, as the school lists them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from handbook.search.english import STOP_WORDS
from handbook.search.words import folded_words, stem

_LONGEST = 5
"""How many words an entry may have."""


@dataclass(frozen=True, slots=True)
class Match:
    """An entry found in a query: its words from `start` to `end`, and what means the same."""

    start: int
    end: int
    others: tuple[tuple[str, ...], ...]
    """Each other entry of the group as stems."""


class Synonyms:
    """Groups of entries, of one word or several, looked up by the stems of a query."""

    def __init__(self, groups: Iterable[Iterable[str]]) -> None:
        self._others: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
        self.words: set[str] = set()
        """Every word of the entries but for stop words."""
        for group in groups:
            self._add([entry for entry in map(folded_words, group) if entry])
        self._stems = set(map(stem, self.words))

    def _add(self, entries: list[list[str]]) -> None:
        keys = [tuple(map(stem, entry)) for entry in entries]
        for entry, key in zip(entries, keys, strict=True):
            self.words.update(word for word in entry if word not in STOP_WORDS)
            others = self._others.setdefault(key, [])
            others += [other for other in keys if other not in (key, *others)]

    def __contains__(self, word: str) -> bool:
        """True where a folded word stands in an entry, alone or among others, in any form."""
        return stem(word) in self._stems

    def completed(self, start: str) -> str | None:
        """The shortest word of the entries that begins so; None where none does."""
        words = (word for word in self.words if word.startswith(start))
        return min(words, key=lambda word: (len(word), word), default=None)

    def matches(self, words: Iterable[str]) -> Iterator[Match]:
        """Every entry in the folded words of a query."""
        keys = tuple(map(stem, words))
        for start in range(len(keys)):
            for end in range(start + 1, min(start + _LONGEST, len(keys)) + 1):
                others = self._others.get(keys[start:end])
                if others:
                    yield Match(start, end, tuple(map(_telling, others)))


def _telling(entry: tuple[str, ...]) -> tuple[str, ...]:
    """An entry without its stop words, unless it has no others."""
    return tuple(word for word in entry if word not in STOP_WORDS) or entry
