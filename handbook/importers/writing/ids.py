"""Ids of headings, made from their words once."""

from __future__ import annotations

import re
import unicodedata

from handbook.domain.question import QUESTIONS

_MOST_WORDS = 5
_SMALL = frozenset(
    ["a", "an", "and", "the", "of", "to", "in", "on", "for", "by", "with", "or", "is", "are", "at"]
)


class Ids:
    """Gives each heading an id that no other of the draft has."""

    def __init__(self) -> None:
        # The section of a policy that asks questions on it has this id.
        self._taken: set[str] = {QUESTIONS}
        self._next: dict[str, int] = {}

    def of(self, words: str) -> str:
        """A free id of up to five words."""
        wanted = slug(words) or "part"
        name = wanted
        while name in self._taken:
            self._next[wanted] = self._next.get(wanted, 1) + 1
            name = f"{wanted}-{self._next[wanted]}"
        self._taken.add(name)
        return name


def slug(words: str, most: int = _MOST_WORDS) -> str:
    """Words as small letters, figures and hyphens; empty where none remain."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    found = re.findall(r"[a-z0-9]+", plain.casefold().replace("'", "").replace("’", ""))
    telling = [word for word in found if word not in _SMALL] or found
    return "-".join(telling[:most])[:60].strip("-")
