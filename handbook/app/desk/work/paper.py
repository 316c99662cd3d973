"""A file on the desk, and how its words stand to what is on the disk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Protocol

from handbook.state.unsaved import Unsaved


class State(Enum):
    """How the words of a file stand to what is on the disk."""

    SAVED = auto()
    CHANGED = auto()
    """Typed and not saved yet."""
    CLASHES = auto()
    """Somebody else wrote the file too."""


@dataclass(slots=True)
class DeskPaper:
    """A file that was opened."""

    text: str
    saved: str
    """Its words when they were last read or written."""
    stamp: str
    clashes: bool = False
    kept: str = ""
    """The words that were last put where a crash does not reach them."""

    @property
    def is_changed(self) -> bool:
        """True where there is something to save."""
        return self.text != self.saved

    @property
    def state(self) -> State:
        """How its words stand."""
        if self.clashes:
            return State.CLASHES
        return State.CHANGED if self.is_changed else State.SAVED


class WorkView(Protocol):
    """What the presenter asks of the window."""

    def show_text(self, name: str, text: str) -> None:
        """Show a file in the editor: with its own undo where it was open before."""

    def replace_text(self, name: str, text: str) -> None:
        """Put other words in the place of a file's, as one step that Undo takes back."""

    def show_state(self, name: str, state: State) -> None:
        """Say how the words of the shown file stand."""

    def say(self, words: str) -> None:
        """Say a sentence."""

    def ask_whose(self, name: str) -> None:
        """Ask which words to keep: the editor's, or those that somebody else wrote."""

    def ask_recovered(self, found: Sequence[Unsaved]) -> None:
        """Offer what was not saved when the program ended."""

    def ask_closing(self, names: Sequence[str]) -> None:
        """Ask what to do with unsaved words before the window closes."""
