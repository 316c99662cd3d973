"""What staff will see: read from the words as they are now, off the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Protocol

from handbook.app.runner import Runner
from handbook.domain.errors import ContentError
from handbook.domain.library import Library
from handbook.domain.policy import Policy
from handbook.domain.school import School

_READ_AS_POLICY = ("policies/", "guides/")


class PreviewView(Protocol):
    """What the presenter asks of the pane."""

    def show_policy(self, policy: Policy, school: School, today: date) -> None:
        """Show a policy, where it was in view still there."""

    def show_place(self, place: str) -> None:
        """Bring a clause or section into view; without one the start."""

    def show_broken(self, line: int, problem: str) -> None:
        """Say from which line on it cannot be read; what was shown before stays."""

    def show_nothing(self) -> None:
        """Nothing of this file is seen by staff as a page."""


ReadPolicy = Callable[[str, str], Policy]
"""The policy of a text and its file's name; raises ContentError."""


class PreviewPresenter:
    """Follows the words and the cursor."""

    def __init__(
        self, view: PreviewView, read: ReadPolicy, runner: Runner, today: Callable[[], date]
    ) -> None:
        self._view = view
        self._read = read
        self._runner = runner
        self._today = today
        self._school = School()
        self._policy: Policy | None = None
        self._file = ""
        self._line = 1
        self._place = ""
        self.is_reading = False

    @property
    def policy(self) -> Policy | None:
        """The policy that is shown."""
        return self._policy

    def set_library(self, library: Library) -> None:
        """Name the school's people as they are now."""
        if library.school != self._school:
            self._school = library.school
            if self._policy is not None:
                self._view.show_policy(self._policy, self._school, self._today())

    def words_changed(self, file: str, text: str) -> None:
        """Show these words."""
        if file != self._file:
            self._file, self._policy, self._place = file, None, ""
            if not file.startswith(_READ_AS_POLICY):
                self._view.show_nothing()
        if file.startswith(_READ_AS_POLICY):
            self.is_reading = True
            self._runner.request(lambda: self._read(text, file), self._done, self._failed)

    def line_reached(self, line: int) -> None:
        """Show the clause that the cursor is in."""
        self._line = line
        if self._policy is not None:
            place = place_at(self._policy, line)
            if place != self._place:
                self._place = place
                self._view.show_place(place)

    def _done(self, policy: Policy) -> None:
        self.is_reading = False
        if policy.file != self._file:
            return
        is_first = self._policy is None
        self._policy = policy
        self._view.show_policy(policy, self._school, self._today())
        place = place_at(policy, self._line)
        if is_first or place != self._place:
            self._place = place
            self._view.show_place(place)

    def _failed(self, error: Exception) -> None:
        self.is_reading = False
        if not isinstance(error, ContentError):
            raise error
        if error.place.file == self._file:
            self._view.show_broken(error.place.line, error.problem)


def place_at(policy: Policy, line: int) -> str:
    """The clause or section that a line belongs to; empty above the first."""
    found = ""
    for section in policy.sections:
        if section.line <= line:
            found = section.id
        for clause in section.clauses:
            if clause.line <= line:
                found = clause.id
    return found
