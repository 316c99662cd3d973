"""What changed since the published version, on the page that staff see it on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from handbook.app.background import LatestOnly
from handbook.app.desk.publish.packs import Published, read_published
from handbook.app.desk.window import DeskWindow
from handbook.app.desk.work.presenter import WorkPresenter
from handbook.app.look.look import Look
from handbook.domain.clause_ref import ClauseRef
from handbook.domain.errors import HandbookError, NotFound
from handbook.domain.library import Library

if TYPE_CHECKING:  # loaded when somebody compares
    from handbook.app.changes.page import ChangesPage
    from handbook.app.changes.presenter import ChangesPresenter


class ComparingHouse(Protocol):
    """What comparing asks of the desk."""

    window: DeskWindow
    work: WorkPresenter

    @property
    def library(self) -> Library:
        """The content as it was last checked."""

    def open(self, name: str, line: int = 0) -> None:
        """Show a file at a line."""

    def say(self, words: str) -> None:
        """Say a sentence."""

    def back_to_file(self) -> None:
        """Show the file again."""


class Comparing(QObject):
    """Compares what is written with what was published, off the window's thread."""

    def __init__(
        self, house: ComparingHouse, look: Look, today: Callable[[], date], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._house = house
        self._look = look
        self._today = today
        self._reading = LatestOnly(self)

    @cached_property
    def page(self) -> ChangesPage:
        """What changed, as staff will see it."""
        from handbook.app.changes.page import ChangesPage

        page = ChangesPage(self._look)
        page.clause_chosen.connect(self._open_clause)
        page.policies_wanted.connect(self._house.back_to_file)
        page.all_wanted.connect(lambda: self._presenter.open(None))
        page.print_wanted.connect(self._print)
        return page

    @cached_property
    def _presenter(self) -> ChangesPresenter:
        from handbook.app.changes.presenter import ChangesPresenter

        presenter = ChangesPresenter(self.page)
        self.page.fold_opened.connect(presenter.fold_opened)
        return presenter

    def compare(self, folder: str) -> None:
        """Show what changed since the newest pack of a folder, first in the policy at hand."""
        self._house.say("Reading the published version…")
        school = self._house.library.school.id
        self._reading.request(
            lambda: read_published(Path(folder), school), self._show_changes, self._not_read
        )

    def close(self) -> None:
        """Finish background work before Qt goes."""
        self._reading.close()

    def _show_changes(self, published: Published | None) -> None:
        if published is None:
            self._house.say("There is no pack of your school in the folder yet.")
            return
        from handbook.app.changes.compared import Compared, Sides
        from handbook.domain.handbook_changes import compare_handbooks

        now = self._house.library
        before = f"version {published.number}"
        sides = Sides(published.library, now, before, "your text")
        self._presenter.set_compared(Compared(sides, compare_handbooks(published.library, now)))
        shown = next((p.id for p in now.policies if p.file == self._house.work.shown), "")
        self._presenter.open(ClauseRef(shown) if shown else None)
        self._house.window.asking.close_strip()
        self._house.window.show_room(self.page, alone=True)
        self.page.take_focus()

    def _not_read(self, error: Exception) -> None:
        if not isinstance(error, HandbookError | OSError):
            raise error
        self._house.say(f"The published version cannot be read: {error}")

    def _open_clause(self, ref: ClauseRef) -> None:
        try:
            policy = self._house.library.policy(ref.policy)
            self._house.open(policy.file, policy.clause(ref.clause).line if ref.clause else 1)
        except NotFound:
            self._house.say("That clause is no longer there.")

    def _print(self) -> None:
        from handbook.app.changes.paper import changes_steps
        from handbook.app.paper.dialogs import DialogOutlet
        from handbook.app.paper.steps import finish

        sheets = finish(changes_steps(self.page.view, self._today()))
        DialogOutlet(self._house.window).print_out(sheets)
