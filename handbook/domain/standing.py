"""How a saved clause stands in the handbook of today."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum, auto

from handbook.domain.bookmark import Bookmark
from handbook.domain.clause_ref import ClauseRef
from handbook.domain.errors import NotFound
from handbook.domain.filling import filled
from handbook.domain.library import Library
from handbook.domain.policy import Clause, Policy
from handbook.domain.school import School


class Change(Enum):
    """What has become of the words of a saved clause."""

    NONE = auto()
    REWORDED = auto()
    TAKEN_OUT = auto()


@dataclass(frozen=True, slots=True)
class Standing:
    """A saved clause in a library: what it says now, or said last."""

    bookmark: Bookmark
    change: Change
    label: str
    title: str
    text: str
    was: str = ""
    """The number when it was saved, where it has another now."""
    policy: Policy | None = None
    """None where the whole policy is gone."""
    clause: Clause | None = None


def bookmark_of(policy: Policy, clause: Clause, school: School, saved: datetime) -> Bookmark:
    """A bookmark of a clause as it is now; `saved` is aware."""
    return Bookmark(
        ref=ClauseRef(policy.id, clause.id),
        policy=policy.title,
        version=policy.version,
        label=clause.label,
        title=clause.title,
        text=_words(clause, school),
        saved=saved,
    )


def standing(bookmark: Bookmark, library: Library) -> Standing:
    """Find a saved clause in a library. Spaces and line ends are no change of words."""
    policy, clause = _find(bookmark.ref, library)
    if policy is None or clause is None:
        return Standing(
            bookmark, Change.TAKEN_OUT, bookmark.label, bookmark.title, bookmark.text,
            policy=policy,
        )  # fmt: skip
    text = _words(clause, library.school)
    same = _even(text) == _even(bookmark.text) and clause.title == bookmark.title
    return Standing(
        bookmark,
        Change.NONE if same else Change.REWORDED,
        clause.label,
        clause.title,
        text,
        was=bookmark.label if bookmark.label != clause.label else "",
        policy=policy,
        clause=clause,
    )


def _find(ref: ClauseRef, library: Library) -> tuple[Policy | None, Clause | None]:
    try:
        policy = library.policy(ref.policy)
    except NotFound:
        return None, None
    return policy, next((each for each in policy.clauses if each.id == ref.clause), None)


def _words(clause: Clause, school: School) -> str:
    return replace(clause, blocks=filled(clause.blocks, school)).text


def _even(text: str) -> str:
    return " ".join(text.split())
