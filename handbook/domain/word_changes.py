"""Two texts as one: which words stayed, which went, which came."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_WORD = re.compile(r"\s+|[\w’'-]+|[^\w\s]")
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_MOST = 4_000_000
"""Words of one text times words of the other that are compared word by word, about a second;
beyond it line by line."""
_GAP = re.compile(r" ?")
"""What may stand alone between two words that changed without being shown as unchanged."""


class RunKind(StrEnum):
    """What became of some words."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Run:
    """Words that one thing happened to. SAME and GONE give the old text, SAME and NEW the new."""

    kind: RunKind
    text: str


def word_changes(was: str, now: str) -> tuple[Run, ...]:
    """The changes between two texts, as few and as long as can be read.

    A single space between two changed words does not end a run.
    """
    before, after = _WORD.findall(was), _WORD.findall(now)
    if len(before) * len(after) > _MOST:
        before, after = _LINE.findall(was), _LINE.findall(now)
    gone, new, runs = "", "", []
    for kind, old, fresh in _steps(before, after):
        if kind is RunKind.SAME and not ((gone or new) and _GAP.fullmatch(old)):
            runs += [*_changed(gone, new), Run(kind, old)]
            gone = new = ""
        else:
            gone, new = gone + old, new + fresh
    return tuple(run for run in (*runs, *_changed(gone, new)) if run.text)


def _steps(before: list[str], after: list[str]) -> Iterator[tuple[RunKind, str, str]]:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        kind = RunKind.SAME if tag == "equal" else RunKind.GONE
        yield kind, "".join(before[a:b]), "".join(after[c:d])


def _changed(gone: str, new: str) -> Iterator[Run]:
    yield Run(RunKind.GONE, gone)
    yield Run(RunKind.NEW, new)
