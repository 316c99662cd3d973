"""The keys of the page where a policy is confirmed."""

from __future__ import annotations

from handbook.app.widgets.hints import Hint

OWN_KEYS = (
    Hint(("1–5",), "choose an answer of the question that has the focus"),
    Hint(("Down", "Up"), "to the next, and the one before"),
    Hint(("Enter",), "choose, tick or confirm"),
)
