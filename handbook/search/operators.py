"""Queries with operators: "a phrase", -word, policy:social-media."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PART = re.compile(
    r'(?P<minus>(?<!\S)-)?"(?P<phrase>[^"]*)"?'
    r"|(?<!\S)policy:(?P<policy>[\w-]+)"
    r"|(?<!\S)-(?P<without>\w\S*)"
)
_QUOTES = str.maketrans("\u201c\u201d\u201e", '"""')


@dataclass(frozen=True, slots=True)
class Operators:
    """A query taken apart."""

    rest: str
    """The words that stand free."""
    phrases: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    policies: tuple[str, ...] = ()


def operators(query: str) -> Operators | None:
    """The operators of a query; None where it has none."""
    text = query.translate(_QUOTES)
    phrases: list[str] = []
    without: list[str] = []
    policies: list[str] = []
    for part in _PART.finditer(text):
        if part["policy"]:
            policies.append(part["policy"].lower())
        elif part["without"] or part["minus"]:
            without.append(part["without"] or part["phrase"])
        elif part["phrase"]:
            phrases.append(part["phrase"])
    if not (phrases or without or policies):
        return None
    return Operators(
        " ".join(_PART.sub(" ", text).split()), tuple(phrases), tuple(without), tuple(policies)
    )
