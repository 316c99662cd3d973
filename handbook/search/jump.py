"""Numbers that lead straight to a clause: `7.2`, `social media 4.3`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from handbook.domain.policy import Policy
from handbook.search.documents import Source
from handbook.search.english import STOP_WORDS
from handbook.search.words import folded_words, stem

_QUERY = re.compile(
    r"(?P<policy>.*?)(?:^|[\s,])(?:(?:clause|section|paragraph|para|no|number)\.?\s+)?"
    r"(?P<number>\d{1,3}(?:\.\d{1,3})*)\.?\s*",
    re.IGNORECASE,
)


def jump(query: str, sources: Sequence[Source]) -> list[int]:
    """The places in `sources` of the clauses that a number names; empty where it names none."""
    found = _QUERY.fullmatch(query.strip())
    if found is None:
        return []
    number, named = found["number"], folded_words(found["policy"])
    wanted = {stem(word) for word in named if word not in STOP_WORDS}
    wanted -= {"polici", "claus"}
    policies = {id(source.policy): source.policy for source in sources}
    meant = {key for key, policy in policies.items() if _is_meant(wanted, policy)}
    mine = [place for place, source in enumerate(sources) if id(source.policy) in meant]
    exact = [place for place in mine if sources[place].clause.label == number]
    return exact or [place for place in mine if sources[place].section.label == number]


def _is_meant(wanted: Iterable[str], policy: Policy) -> bool:
    """True where every word, or its beginning, is in the policy's title or name."""
    title = [stem(word) for word in folded_words(f"{policy.title} {policy.id}")]
    return all(any(word.startswith(start) for word in title) for start in wanted)
