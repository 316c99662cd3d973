"""How the pages of a preview are made: by the engine that also prints them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from handbook.app.paper.book import book_steps
from handbook.app.paper.pdf import pdf_steps
from handbook.app.paper.policy import policy_steps
from handbook.app.paper.sheets import Sheets
from handbook.app.paper.steps import Steps
from handbook.domain.library import Library
from handbook.domain.policy import ClauseRef


class PaperMaker:
    """Lays out and draws on A4. `content` is the folder whose pictures may be shown."""

    def __init__(self, today: Callable[[], date], content: Path) -> None:
        self._today = today
        self._content = content

    def set_content(self, folder: Path) -> None:
        """Show the pictures of a content folder from now on."""
        self._content = folder

    def clause(self, library: Library, ref: ClauseRef) -> Steps[Sheets]:
        """A clause; without one, a policy."""
        policy = library.policy(ref.policy)
        paper = yield from policy_steps(
            policy, library.school, self._today(), clause=ref.clause, content=self._content
        )
        return paper

    def whole(self, library: Library) -> Steps[Sheets]:
        """The whole handbook."""
        book = yield from book_steps(library, self._today(), self._content)
        return book

    def pdf(self, sheets: Sheets) -> Steps[bytes]:
        """The bytes of a PDF."""
        return pdf_steps(sheets)
