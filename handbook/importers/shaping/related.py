"""The policies that a file says belong to it: a list under a heading, or a sentence."""

from __future__ import annotations

import re

from handbook.importers.form import Grid, Para, Reading, Role
from handbook.importers.shaping.fact_words import POLICIES

_RELATED = re.compile(rf"{POLICIES}|links? (?:to|with) other policies|see also", re.IGNORECASE)
_SENTENCE = re.compile(
    r"\b(?:read|used|considered|seen) (?:in conjunction|alongside|together)(?: with)?,? "
    r"(?P<names>[^.:;]{8,300})",
    re.IGNORECASE,
)
_AND = re.compile(r",\s*(?:and\s+)?|\s+and\s+(?=(?:the|our|its)\b|[A-Z])")
_ARTICLE = re.compile(
    r"^(?:the|our|its|this|and)\s+(?:school[’']s\s+|trust[’']s\s+)?", re.IGNORECASE
)
_OF_ALL = re.compile(r"^(?:following|other|all|policies|school|any)\b", re.IGNORECASE)


def related_policies(reading: Reading) -> str:
    """The items of the list under `Related policies`."""
    pieces = reading.pieces
    for place, piece in enumerate(pieces):
        if isinstance(piece, Grid) or piece.role is Role.LEFT_OUT or piece.words > 30:
            continue
        words = piece.text.strip().rstrip(":")
        opens = (
            re.search(r"(?:in conjunction|alongside|together) with", words) and ":" in piece.text
        )
        if not (_RELATED.fullmatch(words) or (opens and piece.text.strip().endswith(":"))):
            continue
        after = [p for p in pieces[place + 1 : place + 4] if isinstance(p, Para)]
        skip = next((i for i, p in enumerate(after) if p.is_marked), None)
        if skip is None:
            continue
        items: list[str] = []
        for other in pieces[place + 1 + skip :]:
            if not isinstance(other, Para) or other.role is Role.HEADING or not other.is_marked:
                break
            items.append(" ".join(other.text.split()).rstrip(".,; "))
        if items:
            return "; ".join(items)
    return _in_sentences(reading)


def _in_sentences(reading: Reading) -> str:
    """What a sentence names: read alongside the X Policy, the Y Policy and the Z Code."""
    for para in reading.paras:
        if para.role is Role.LEFT_OUT or len(para.text) > 1_500:
            continue
        found = _SENTENCE.search(" ".join(para.text.split()))
        if found is None:
            continue
        names = [_ARTICLE.sub("", part.strip()) for part in _AND.split(found["names"])]
        if all(_is_name(name) for name in names):
            return "; ".join(names)
    return ""


def _is_name(text: str) -> bool:
    """True for words that are written as a name: `Staff Code of Conduct`."""
    return text[:1].isupper() and len(text.split()) <= 9 and not _OF_ALL.match(text)
