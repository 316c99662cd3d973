"""The ways out of the window, as presenters ask for them."""

from __future__ import annotations

from typing import Protocol

from handbook.app.paper.paper import Paper
from handbook.app.paper.saving import Cancelled, FileKind, NotSaved, Saved, Went
from handbook.app.paper.sheets import Sheets
from handbook.app.paper.steps import Steps


class Outlet(Protocol):
    """What presenters ask for when something is to leave the window."""

    def save(self, data: bytes, name: str, kind: FileKind) -> Saved | NotSaved | Cancelled:
        """Ask where to, beginning with a name without its ending, and write it there."""

    def print_out(self, paper: Paper) -> Went:
        """Ask for a printer, and print."""

    def withdraw(self) -> None:
        """Take a question away that is still open: nothing is saved or printed."""


class LongOutlet(Protocol):
    """What presenters ask for when many sheets are to leave the window, in steps."""

    def save(self, data: bytes, name: str, kind: FileKind) -> Saved | NotSaved | Cancelled:
        """Ask where to, beginning with a name without its ending, and write it there."""

    def print_steps(self, sheets: Sheets) -> Steps[Went]:
        """Ask for a printer in the first step, then print, a step a page."""
