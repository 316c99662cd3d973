"""What the reader is told after using a tool of a clause."""

from __future__ import annotations

from handbook.app.reader.saving import Saved

LINK_COPIED = "The link is copied. Paste it into an email or a message."
NO_CLAUSE_YET = "One clause is saved at a time. Press J to go to the first."
SAVED_WORDS = {
    Saved.SAVED: "Saved",
    Saved.BACK_WITH_NOTE: "Saved again, with your note",
    Saved.TAKEN_OFF: "Not saved any more",
    Saved.TAKEN_OFF_WITH_NOTE: "This clause is not saved any more, and its note went with it. "
    "Press B now to bring both back.",
    Saved.NO_CLAUSE: "This clause is no longer in the handbook, so it was not saved.",
    Saved.NOT_KEPT: "This could not be saved: the disk may be full, or the file is in use. "
    "Try again, and tell IT if it happens again.",
}
"""What the reader is told after saving a clause, or taking it off."""
SAID_ABOVE = (Saved.TAKEN_OFF_WITH_NOTE, Saved.NO_CLAUSE, Saved.NOT_KEPT)
"""What is too long, or weighs too much, for a tip that goes by itself."""
