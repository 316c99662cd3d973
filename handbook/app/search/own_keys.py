"""The keys that act on the search page, as the list of keys names them."""

from __future__ import annotations

from handbook.app.widgets.hints import Hint

OWN_KEYS = (
    Hint(("Down", "Up"), "next or previous answer; the field keeps the focus"),
    Hint(("PageDown", "PageUp"), "a page of answers on or back"),
    Hint(("Enter",), "open the clause"),
    Hint(("Alt", "1–7"), "filter; where nothing was found, one of the ways on"),
    Hint(("Esc",), "clear the question, then go home"),
)
