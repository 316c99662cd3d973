"""How a record leaves the page: its bytes are made here, when a reader asks for them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from handbook.app.paper.outlet import Outlet
from handbook.app.paper.saving import Cancelled, FileKind, NotSaved, Saved, Went
from handbook.domain.record import Record


class SheetOutlet:
    """Makes a sheet or a file of a record and hands it to the way out that the window has."""

    def __init__(self, outlet: Outlet, today: Callable[[], date]) -> None:
        self._outlet = outlet
        self._today = today

    def save(self, record: Record, name: str, kind: FileKind) -> Saved | NotSaved | Cancelled:
        """Save a file of a kind; the name is offered without its ending."""
        return self._outlet.save(self._bytes(record, kind), name, kind)

    def print_out(self, record: Record) -> Went:
        """Print."""
        from handbook.app.record.sheet import record_paper

        return self._outlet.print_out(record_paper(record))

    def withdraw(self) -> None:
        """Take a question away that is still open: nothing is saved or printed."""
        self._outlet.withdraw()

    def _bytes(self, record: Record, kind: FileKind) -> bytes:
        # Neither is loaded before somebody wants such a file.
        if kind is FileKind.WORD:
            from handbook.exporters.word import word_file

            return word_file(record, self._today())
        from handbook.app.paper.pdf import pdf_of
        from handbook.app.record.sheet import record_paper

        return pdf_of(record_paper(record))
