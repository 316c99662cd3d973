"""What the preview shows, and what becomes of it: a PDF, or paper. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from typing import Any, Protocol

from handbook.app.dates import long_date
from handbook.app.paper.outlet import LongOutlet
from handbook.app.paper.saving import FileKind, Went
from handbook.app.paper.sheets import Sheets
from handbook.app.paper.steps import Progress, Steps
from handbook.domain.errors import NotFound
from handbook.domain.library import Library
from handbook.domain.policy import ClauseRef


class Work(Enum):
    """What takes a moment."""

    LAYING_OUT = auto()
    DRAWING = auto()
    PRINTING = auto()


@dataclass(frozen=True, slots=True)
class Shown:
    """What the pages are of: a clause, a policy, or without a title everything."""

    title: str = ""
    """The title of the policy; empty for the whole handbook."""
    label: str = ""
    """The number of the clause that was asked for; empty for none."""
    only_clause: bool = False
    """Whether that clause alone is shown."""


class PreviewView(Protocol):
    """What the presenter asks of the page."""

    def show_work(self, work: Work, shown: Shown, progress: Progress) -> None:
        """Say how far something has come, with a way to give it up."""

    def show_sheets(self, sheets: Sheets, shown: Shown) -> None:
        """Show the pages."""

    def show_again(self) -> None:
        """Back to the pages from what was said of some work."""

    def say(self, went: Went | None) -> None:
        """Say what came of saving or printing; None for nothing."""

    def clear(self) -> None:
        """Let the pages go."""


class Maker(Protocol):
    """Lays out and draws, in steps."""

    def clause(self, library: Library, ref: ClauseRef) -> Steps[Sheets]:
        """A clause; without one, a policy. Raises NotFound."""

    def whole(self, library: Library) -> Steps[Sheets]:
        """The whole handbook."""

    def pdf(self, sheets: Sheets) -> Steps[bytes]:
        """The bytes of a PDF."""


class Runner(Protocol):
    """Goes through steps while the window stays awake."""

    def run(
        self,
        steps: Steps[Any],
        on_progress: Callable[[Progress], None],
        on_done: Callable[[Any], None],
    ) -> None:
        """Do this instead of what is under way."""

    def cancel(self) -> None:
        """Give up what is under way."""


class PreviewPresenter:
    """Lays out what is asked for, shows it, and hands it on.

    `on_left` is called where somebody gives up before there is a page to see.
    """

    def __init__(
        self,
        page: PreviewView,
        maker: Maker,
        outlet: LongOutlet,
        runner: Runner,
        today: Callable[[], date],
    ) -> None:
        self._page = page
        self._maker = maker
        self._outlet = outlet
        self._runner = runner
        self._today = today
        self._library = Library()
        self._ref: ClauseRef | None = None
        self._shown = Shown()
        self._made: Callable[[], Steps[Sheets]] | None = None
        self._sheets: Sheets | None = None
        self.on_left: Callable[[], None] = _nowhere

    def open(self, library: Library, ref: ClauseRef | None) -> bool:
        """Show a clause, a policy, or without a reference everything; False where it is gone."""
        try:
            shown = _shown(library, ref)
        except NotFound:
            return False
        self._library, self._ref, self._made = library, ref, None
        self._lay_out(shown)
        return True

    def open_made(self, title: str, made: Callable[[], Steps[Sheets]]) -> None:
        """Show pages that somebody else lays out."""
        self._made = made
        self._lay_out(Shown(title))

    def clause_only(self, only: bool) -> None:  # noqa: FBT001 - a signal carries it
        """Show the clause alone, or the whole of its policy."""
        shown = self._shown
        if shown.label and only != shown.only_clause:
            self._lay_out(Shown(shown.title, shown.label, only))

    def save(self) -> None:
        """Draw a PDF, then ask where to."""
        if self._sheets is not None:
            self._page.say(None)
            self._do(Work.DRAWING, self._maker.pdf(self._sheets), self._drawn)

    def print_out(self) -> None:
        """Ask for a printer, and print."""
        if self._sheets is not None:
            self._page.say(None)
            self._do(Work.PRINTING, self._outlet.print_steps(self._sheets), self._went)

    def cancel(self) -> None:
        """Give up what takes its time; with no page to see, leave."""
        self._runner.cancel()
        if self._sheets is None:
            self.on_left()
        else:
            self._page.show_again()

    def leave(self) -> None:
        """Let the pages go: nobody looks at them any more."""
        self._runner.cancel()
        self._sheets = None
        self._page.clear()

    def _lay_out(self, shown: Shown) -> None:
        self._shown, self._sheets = shown, None
        self._page.clear()
        self._page.say(None)
        steps = self._steps(shown)
        self._page.show_work(Work.LAYING_OUT, shown, Progress(0, 1))
        self._do(Work.LAYING_OUT, steps, self._laid_out)

    def _steps(self, shown: Shown) -> Steps[Sheets]:
        if self._made is not None:
            return self._made()
        if self._ref is None:
            return self._maker.whole(self._library)
        clause = self._ref.clause if shown.only_clause else ""
        return self._maker.clause(self._library, ClauseRef(self._ref.policy, clause))

    def _do(self, work: Work, steps: Steps[Any], on_done: Callable[[Any], None]) -> None:
        def moved(progress: Progress) -> None:
            self._page.show_work(work, self._shown, progress)

        self._runner.run(steps, moved, on_done)

    def _laid_out(self, sheets: Sheets) -> None:
        self._sheets = sheets
        self._page.show_sheets(sheets, self._shown)

    def _drawn(self, data: bytes) -> None:
        self._page.show_again()
        self._went(self._outlet.save(data, self._name(), FileKind.PDF))

    def _went(self, went: Went) -> None:
        if self._sheets is not None:  # nobody left while the question was open
            self._page.show_again()
            self._page.say(went)

    def _name(self) -> str:
        """What the file is called unless somebody calls it otherwise."""
        shown = self._shown
        if not shown.title:
            return f"Staff handbook {long_date(self._today())}"
        return f"{shown.title} {shown.label if shown.only_clause else ''}".strip()


def _shown(library: Library, ref: ClauseRef | None) -> Shown:
    """Raises NotFound."""
    if ref is None:
        return Shown()
    policy = library.policy(ref.policy)
    label = policy.clause(ref.clause).label if ref.clause else ""
    return Shown(policy.title, label, only_clause=bool(ref.clause))


def _nowhere() -> None:
    """Stand in until the desktop says where to go."""
