"""The keys that act while a policy is read, as the list of keys names them."""

from __future__ import annotations

from handbook.app.widgets.hints import Hint

OWN_KEYS = (
    Hint(("J",), "next clause"),
    Hint(("K",), "previous clause"),
    Hint(("C",), "copy the link to the clause"),
    Hint(("B",), "save the clause, or take it off Saved"),
    Hint(("P",), "print the clause"),
    Hint(("O",), "go to the list of clauses; Escape leads back"),
    Hint(("Tab",), "next link in the text"),
    Hint(("F3",), "find, then the next place"),
    Hint(("Shift", "F3"), "the place before"),
    Hint(("Esc",), "close what is open above the text"),
)
