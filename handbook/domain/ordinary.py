"""The ordinary page that a school chose for *Leave quickly* to show."""

from __future__ import annotations

from handbook.domain.clause_ref import ClauseRef
from handbook.domain.errors import BadReference, NotFound
from handbook.domain.library import Library

LEAVE_TO = "leave-quickly-to"
"""The setting of school.yaml that names a policy or a clause, such as `data-protection`."""


def chosen_page(library: Library) -> ClauseRef | None:
    """The page that school.yaml names.

    None where nothing is named; raises BadReference or NotFound where nothing is there.
    """
    named = library.school.settings.get(LEAVE_TO, "")
    if not named:
        return None
    ref = ClauseRef.parse(named)
    policy = library.policy(ref.policy)
    if ref.clause:
        policy.clause(ref.clause)
    return ref


def page_or_none(library: Library) -> ClauseRef | None:
    """The page that school.yaml names, None also where nothing is there."""
    try:
        return chosen_page(library)
    except (BadReference, NotFound):
        return None
