"""The icon that stands for each collection."""

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
