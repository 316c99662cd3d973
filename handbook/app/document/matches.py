"""Where words stand in a document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QTextDocument


@dataclass(frozen=True, slots=True)
class Match:
    """A found run of text: its block, and where it begins and ends in the block."""

    block: int
    start: int
    end: int


def matches(document: QTextDocument, terms: Sequence[str]) -> tuple[Match, ...]:
    """Every place of every term, in reading order; capitals do not matter."""
    wanted = [term.lower() for term in terms if term.strip()]
    found: list[Match] = []
    block = document.begin() if wanted else document.end()
    while block.isValid():
        text = block.text().lower()
        for term in wanted:
            found += _in_text(block.blockNumber(), text, term)
        block = block.next()
    return tuple(sorted(found, key=lambda match: (match.block, match.start)))


def _in_text(block: int, text: str, term: str) -> list[Match]:
    found = []
    start = text.find(term)
    while start >= 0:
        found.append(Match(block, start, start + len(term)))
        start = text.find(term, start + len(term))
    return found
