"""Which letters of a text to highlight."""

from __future__ import annotations

from collections.abc import Collection

from handbook.search.english import STOP_WORDS
from handbook.search.words import stem, tokens


def marks(text: str, terms: Collection[str]) -> tuple[tuple[int, int], ...]:
    """The ranges of the words whose stems were searched for; neighbours stay apart.

    `terms` are stems, as `Results.terms` holds them.
    """
    if not terms:
        return ()
    return tuple(
        (token.start, token.end)
        for token in tokens(text)
        if stem(token.text) in terms and (token.text not in STOP_WORDS or len(terms) == 1)
    )
