"""The keys of the page of changes."""

from __future__ import annotations

from handbook.app.widgets.hints import Hint

OWN_KEYS = (
    Hint(("N",), "next change"),
    Hint(("Shift", "N"), "previous change"),
    Hint(("Esc",), "from the list back to the text"),
    Hint(("Tab",), "next link in the text"),
)
