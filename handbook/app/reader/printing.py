"""Policies and clauses onto paper and into a PDF, when a reader asks for it. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from handbook.app.paper.outlet import Outlet
from handbook.app.paper.paper import Paper
from handbook.app.paper.saving import FileKind, Went
from handbook.app.paper.steps import finish
from handbook.domain.errors import NotFound
from handbook.domain.library import Library
from handbook.domain.policy import ClauseRef


class Printing:
    """Makes the pages of what is asked for, and hands them to the way out of the window.

    `say` says what came of it; `library` gives what is read now; `content` is the folder
    whose pictures may be shown.
    """

    def __init__(
        self,
        say: Callable[[str], None],
        outlet: Outlet,
        library: Callable[[], Library],
        today: Callable[[], date],
        content: Path,
    ) -> None:
        self._say = say
        self._outlet = outlet
        self._library = library
        self._today = today
        self._content = content

    def set_content(self, folder: Path) -> None:
        """Show the pictures of a content folder from now on."""
        self._content = folder

    def print_out(self, ref: ClauseRef) -> None:
        """Print a clause; without one, the whole policy."""
        paper = self._paper(ref)
        if paper is not None:
            self._tell(self._outlet.print_out(paper))

    def save_pdf(self, ref: ClauseRef) -> None:
        """Save a clause as a PDF; without one, the whole policy."""
        from handbook.app.paper.pdf import pdf_of

        paper = self._paper(ref)
        if paper is not None:
            self._tell(self._outlet.save(pdf_of(paper), self._name(ref), FileKind.PDF))

    def _paper(self, ref: ClauseRef) -> Paper | None:
        # What writes paper is loaded when somebody wants some.
        from handbook.app.paper.policy import policy_steps

        library = self._library()
        try:
            policy = library.policy(ref.policy)
            return finish(
                policy_steps(
                    policy,
                    library.school,
                    self._today(),
                    clause=ref.clause,
                    content=self._content,
                )
            )
        except NotFound:
            return None

    def _name(self, ref: ClauseRef) -> str:
        """The policy, and the clause's number where it is about one."""
        from handbook.app.paper.policy import name_of

        return name_of(self._library().policy(ref.policy), ref.clause)

    def _tell(self, went: Went) -> None:
        if went.sentence:
            self._say(went.sentence)
