"""The keys of the page of saved clauses: for the list of keys, and for its footer."""

from __future__ import annotations

from handbook.app.widgets.hints import Hint

OWN_KEYS = (
    Hint(("Up", "Down"), "move in the list"),
    Hint(("Enter",), "open the clause"),
    Hint(("N",), "write or change your note"),
    Hint(("C",), "copy the link to the clause"),
    Hint(("P",), "print the clause"),
    Hint(("Del",), "remove the clause"),
    Hint(("Ctrl", "Z"), "bring back what was removed"),
    Hint(("Ctrl", "Enter"), "keep the note"),
    Hint(("Esc",), "close the note"),
)
FOOTER = (
    Hint(("Up", "Down"), "move"),
    Hint(("Enter",), "open clause"),
    Hint(("N",), "note"),
    Hint(("Del",), "remove, with undo"),
    Hint(("Ctrl", "Enter"), "keep note"),
)


def footer_hints(*, letters: bool) -> tuple[Hint, ...]:
    """What the footer names; without single letters where they do not act."""
    return tuple(hint for hint in FOOTER if letters or hint.keys != ("N",))
