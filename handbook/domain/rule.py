"""The kinds of rule that a callout can state."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


class RuleKind(StrEnum):
    """What a callout asks of the reader.

    The order is the order of weight: where a clause has several and one is shown, the
    first one is.
    """

    MUST_NOT = "must-not"
    MUST = "must"
    TELL = "tell"
    MAY = "may"
    NOTE = "note"

    @property
    def lead(self) -> str:
        """The bold words that open a callout of this kind."""
        return _LEADS[self]


_LEADS = {
    RuleKind.MUST_NOT: "You must not",
    RuleKind.MUST: "You must",
    RuleKind.TELL: "Tell",
    RuleKind.MAY: "You may",
    RuleKind.NOTE: "Note",
}

KIND_OF_LEAD = {lead: kind for kind, lead in _LEADS.items()}


def heaviest(kinds: Iterable[RuleKind]) -> RuleKind | None:
    """The kind to show where only one can be shown; None where there is no rule."""
    found = set(kinds)
    return next((kind for kind in RuleKind if kind in found), None)
