"""The keys that the foot of the search page names: others for answers than for none."""

from __future__ import annotations

from handbook.app.search.presenter import SearchView
from handbook.app.widgets.hints import Hint

FOUND = (
    Hint(("Down", "Up"), "move"),
    Hint(("Enter",), "open clause"),
    Hint(("Ctrl", "Shift", "C"), "copy link"),
    Hint(("Alt", "1–7"), "filter"),
    Hint(("Esc",), "clear"),
)
_EMPTY = (Hint(("Esc",), "home"),)
_NOTHING = (
    Hint(("Alt", "1–4"), "choose"),
    Hint(("Esc",), "clear the search"),
    Hint(("Ctrl", "K"), "search again"),
)


def hints_of(view: SearchView) -> tuple[Hint, ...]:
    """The keys that act on these answers."""
    if view.nothing:
        return _NOTHING
    return FOUND if view.hits else _EMPTY
