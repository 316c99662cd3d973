"""Trying a draft: what was answered stays while the draft is mended. Nothing is written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from handbook.app.runner import Runner
from handbook.domain.draft import taken_up, walkable
from handbook.domain.errors import HandbookError
from handbook.domain.flow import Step
from handbook.domain.journey import Journey
from handbook.domain.library import Library
from handbook.lint.finding import Finding
from handbook.markup.stories import story_text


@dataclass(frozen=True, slots=True)
class FindingView:
    """Something to mend in the draft."""

    place: str
    """`flows/concern.md:12`."""
    is_error: bool
    words: str


class TryPageView(Protocol):
    """What the presenter asks of the page."""

    def show_title(self, title: str) -> None:
        """Say which flow this is a draft of."""

    def show_checking(self) -> None:
        """Say that the draft is being read and checked."""

    def show_findings(self, findings: Sequence[FindingView]) -> None:
        """Say how many problems there are, with the list one click away."""

    def show_broken(self, place: str, problem: str) -> None:
        """Show in place of the questions why they cannot be read; the place may be empty."""

    def show_walk(self) -> None:
        """Show the questions and outcomes again."""

    def show_end(self, numbers: Sequence[int]) -> None:
        """Offer the path to an outcome, by the numbers of its choices; none for no outcome."""

    def show_copied(self) -> None:
        """Say that the story was copied."""


class Walk(Protocol):
    """The real pages of a journey."""

    @property
    def journey(self) -> Journey | None:
        """The journey under way."""

    def set_library(self, library: Library) -> None:
        """Walk through the flows of this library from now on."""

    def resume(self, journey: Journey) -> None:
        """Show a journey where it stands."""

    def forget(self) -> None:
        """Drop the journey."""


@dataclass(frozen=True, slots=True)
class DraftFiles:
    """The draft with the content around it, read and checked off the window's thread."""

    flow_id: str
    read: Callable[[], Library]
    """The library with the draft in it; what cannot be read is in `unreadable`."""
    check: Callable[[Library], Sequence[Finding]]
    """What lint finds in the draft and in its stories."""


class TryPresenter:
    """Opens a draft, opens it again, and carries the answers over as far as they apply."""

    def __init__(
        self, page: TryPageView, walk: Walk, files: DraftFiles, reader: Runner, checker: Runner
    ) -> None:
        self._page = page
        self._walk = walk
        self._files = files
        self._reader = reader
        self._checker = checker
        self._library = Library()
        self._kept: Journey | None = None
        self._resumed: Journey | None = None
        self.on_copy: Callable[[str], None] = _ignore

    def read_again(self) -> None:
        """Read the file, and all that belongs to it, as it is now."""
        self._page.show_checking()
        self._reader.request(self._files.read, self._opened, self._not_opened)

    def moved(self, *, to_outcome: bool) -> None:
        """The real pages show another page; at an outcome its path can be taken away."""
        journey = self._walk.journey
        over = to_outcome and journey is not None and journey.is_over
        self._page.show_end(_numbers(journey) if over and journey is not None else ())

    def copy_story(self) -> None:
        """Hand over the path to this outcome as a story, in the words of `*.scenarios.md`."""
        journey = self._walk.journey
        if journey is not None and journey.is_over:
            self.on_copy(story_text(journey, self._library.school))
            self._page.show_copied()

    def _opened(self, library: Library) -> None:
        self._keep_answers()
        self._checker.request(lambda: self._files.check(library), self._checked, self._not_opened)
        file = f"flows/{self._files.flow_id}.md"
        broken = next((item for item in library.unreadable if item.place.file == file), None)
        if broken is not None:
            self._break(str(broken.place), broken.problem)
            return
        self._library = walkable(library)
        flow = self._library.flows.flow(self._files.flow_id)
        self._page.show_title(flow.title)
        journey = Journey(self._library.flows, flow.start)
        if self._kept is not None:
            journey = taken_up(self._kept.answers, self._kept.flows, journey)
        self._resumed = journey
        self._walk.set_library(self._library)
        self._page.show_walk()
        self._walk.resume(journey)

    def _keep_answers(self) -> None:
        """Keep what was answered; what only a reading before this one left over stays longer."""
        journey = self._walk.journey
        if journey is not None and journey != self._resumed:
            self._kept = journey

    def _break(self, place: str, problem: str) -> None:
        self._resumed = None
        self._walk.forget()
        self._page.show_end(())
        self._page.show_broken(place, problem)

    def _checked(self, findings: Sequence[Finding]) -> None:
        self._page.show_findings(
            [FindingView(str(f.place), f.is_error, f.message) for f in findings]
        )

    def _not_opened(self, error: Exception) -> None:
        if not isinstance(error, HandbookError):
            raise error
        self._keep_answers()
        self._page.show_findings(())
        self._break("", str(error))


def _numbers(journey: Journey) -> tuple[int, ...]:
    """The numbers that `flow walk` takes to come to the same place."""
    return tuple(_number(journey, index) for index in range(len(journey.answers)))


def _number(journey: Journey, index: int) -> int:
    answer = journey.answers[index]
    asked = journey.flows.node(answer.at)
    if isinstance(asked, Step):
        return asked.choices.index(answer.choice) + 1
    return asked.go_on.index(answer.choice.to) + 1


def _ignore(_: str) -> None:
    """Before anybody has said where a copy goes."""
