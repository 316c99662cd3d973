"""How collections look, and how many policies are in words."""

from __future__ import annotations

_ICONS = {
    "Safeguarding": "shield",
    "Online and data": "laptop",
    "Working here": "case",
    "Site and safety": "building",
    "Governance": "scales",
    "Guides": "list",
}


def collection_icon(name: str) -> str:
    """The icon of a collection; a school's own collections share one."""
    return _ICONS.get(name, "book")


def policies_words(count: int) -> str:
    """`1 policy`, `24 policies`."""
    return "1 policy" if count == 1 else f"{count:,} policies"


def clauses_words(count: int) -> str:
    """`1 clause`, `1,206 clauses`."""
    return "1 clause" if count == 1 else f"{count:,} clauses"
