"""Words as staff type them: folded, stemmed lightly, and without those that say nothing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from handbook.search.english import ENDINGS, IRREGULAR, KEPT, STOP_WORDS, WEAK_WORDS

_WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*|['\u2019][^\W_]+)*")

_VOWEL = re.compile(r"[aeiouy]")
_SHORT = re.compile(r"[^aeiou]*[aeiouy][^aeiouwxy]")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text, folded, and where it stands."""

    text: str
    start: int
    end: int


@lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    """A word without case, accents, apostrophes and a possessive s."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    plain = plain.replace("\u2019", "'")
    if plain.endswith("'s"):
        plain = plain[:-2]
    return "".join(letter for letter in plain if letter.isalnum())


def tokens(text: str) -> list[Token]:
    """The words of a text in order, with their places in it."""
    return [Token(fold(m.group()), m.start(), m.end()) for m in _WORD.finditer(text)]


def spans(text: str) -> list[tuple[int, int]]:
    """Where each word of a text stands, in order."""
    return [found.span() for found in _WORD.finditer(text)]


def told(text: str, known: Mapping[str, str]) -> tuple[str, ...]:
    """The stem of each word of a text in order, empty for a stop word.

    `known` holds the stems of words that were met before, which saves finding them again.
    """
    words = _WORD.findall(text.lower())
    return tuple([known[word] if word in known else _told(word) for word in words])


@lru_cache(maxsize=50_000)
def _told(word: str) -> str:
    folded = fold(word)
    return "" if folded in STOP_WORDS else stem(folded)


def folded_words(text: str) -> list[str]:
    """The words of a text in order."""
    return [fold(word) for word in _WORD.findall(text)]


def stems(text: str) -> list[str]:
    """The stems of a text in order, stop words left out."""
    return [stem(word) for word in folded_words(text) if word not in STOP_WORDS]


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """What a folded word has in common with its other forms. A key, not a word to show."""
    word = IRREGULAR.get(word, word)
    if len(word) <= 3 or word in KEPT or not word.isalpha():
        return word
    word = _without_tense(_without_plural(word))
    if word.endswith("ly") and len(word) > 5:
        word = word[:-2]
    for ending, left in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= left:
            word = _whole(word[: -len(ending)])
            break
    return _rounded(word)


def _without_plural(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y" if len(word) > 4 else word[:-1]
    if word.endswith(("sses", "xes", "ches", "shes", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _without_tense(word: str) -> str:
    for ending in ("ing", "ed"):
        rest = word[: -len(ending)]
        if not word.endswith(ending) or len(rest) < 3 or not _VOWEL.search(rest):
            continue
        if word.endswith("eed"):
            return word
        if word.endswith("ied"):
            return word[:-3] + "y"
        return _whole(rest)
    return word


def _whole(word: str) -> str:
    """`tak` as `take`: a short word that lost its e when an ending was added."""
    return word + "e" if len(word) <= 3 and _SHORT.fullmatch(word) else word


def _rounded(word: str) -> str:
    if len(word) > 4 and word.endswith("e"):
        word = word[:-1]
    if len(word) > 3 and word.endswith("y"):
        word = word[:-1] + "i"
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiou":
        word = word[:-1]
    return word


WEAK = frozenset(map(stem, WEAK_WORDS))
"""The stems of the words that tell less."""
