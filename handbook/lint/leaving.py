"""The page that *Leave quickly* shows: it is there, and says nothing of a worry."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from handbook.domain.clause_ref import ClauseRef
from handbook.domain.errors import BadReference, NotFound
from handbook.domain.library import Library
from handbook.domain.ordinary import LEAVE_TO, chosen_page
from handbook.domain.policy import Clause
from handbook.domain.rule import RuleKind
from handbook.lint.finding import Finding, error, warning

_SCHOOL = "school.yaml"
_IN_VIEW = 2
"""So many clauses are seen at once on a small laptop."""


def check_leaving(library: Library, school_file: str) -> Iterator[Finding]:
    """What is wrong with the page that school.yaml, given as text, names."""
    lines = school_file.split("\n")
    at = (number for number, text in enumerate(lines, 1) if text.strip().startswith(LEAVE_TO))
    line = next(at, 1)
    try:
        ref = chosen_page(library)
    except (BadReference, NotFound) as problem:
        named = library.school.settings.get(LEAVE_TO, "")
        if library.cannot_read(named.partition("#")[0]):
            return  # its own finding says so, once
        yield error(
            _SCHOOL,
            line,
            "leave-page",
            f"{LEAVE_TO} names no page ({problem}). Without it the program has to choose one.",
        )
        return
    if ref is not None:
        yield from _seen(library, ref, line)


def _seen(library: Library, ref: ClauseRef, line: int) -> Iterator[Finding]:
    rested = {
        rest.ref
        for flow in library.flows
        for outcome in flow.outcomes
        for rest in outcome.rests_on
    }
    for clause in _in_view(library, ref):
        if ClauseRef(ref.policy, clause.id) in rested or RuleKind.TELL in clause.kinds:
            yield warning(
                _SCHOOL,
                line,
                "leave-shown",
                f"{LEAVE_TO} shows “{clause.title}”, which a worry can lead to. Whoever looks "
                "over somebody's shoulder could guess what they were doing. Choose an everyday "
                "page.",
            )


def _in_view(library: Library, ref: ClauseRef) -> Iterator[Clause]:
    clauses = list(library.policy(ref.policy).clauses)
    first = next((at for at, clause in enumerate(clauses) if clause.id == ref.clause), 0)
    return islice(clauses, first, first + _IN_VIEW)
