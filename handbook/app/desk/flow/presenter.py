"""The picture of a flow follows its words, off the window's thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from handbook.app.desk.flow.layout import Picture, picture_of
from handbook.app.desk.flow.rows import FlowRow, rows_of
from handbook.app.runner import Runner
from handbook.domain.errors import ContentError
from handbook.domain.flow import Flow, Flows
from handbook.lint.finding import Finding


class FlowPaneView(Protocol):
    """What the presenter asks of the pane."""

    def show_flow(self, picture: Picture, rows: tuple[FlowRow, ...]) -> None:
        """Draw a flow and list it."""

    def show_broken(self, line: int, problem: str) -> None:
        """Say from which line on it cannot be read; what was drawn before stays."""

    def show_problems(self, problems: dict[int, bool]) -> None:
        """Mark what has problems; True for an error."""

    def show_line(self, line: int) -> None:
        """Choose what a line of the text belongs to."""


ReadFlow = Callable[[str, str], Flow]
"""The flow of a text and its file's name; raises ContentError."""


class FlowPresenter:
    """Reads the words, lays the picture out, and marks the problems in it."""

    def __init__(self, view: FlowPaneView, read: ReadFlow, runner: Runner) -> None:
        self._view = view
        self._read = read
        self._runner = runner
        self._file = ""
        self._line = 1
        self._flows = Flows()
        self._drawn: tuple[Flow, Picture] | None = None
        self._problems: dict[int, bool] = {}
        self.is_reading = False

    def set_flows(self, flows: Flows) -> None:
        """Name the places of other flows as they are now."""
        self._flows = flows

    def words_changed(self, file: str, text: str) -> None:
        """Draw these words."""
        self._file = file
        self.is_reading = True
        flows = self._flows

        def job() -> tuple[Flow, Picture]:
            flow = self._read(text, file)
            return flow, picture_of(flow, flows)

        self._runner.request(job, self._done, self._failed)

    def line_reached(self, line: int) -> None:
        """The cursor stands in another line."""
        self._line = line
        self._view.show_line(line)

    def findings(self, findings: Sequence[Finding]) -> None:
        """Mark the boxes with these problems."""
        lines: dict[int, bool] = {}
        for finding in findings:
            line = finding.place.line
            lines[line] = lines.get(line, False) or finding.is_error
        self._problems = lines
        self._view.show_problems(lines)
        self._show()

    def _done(self, drawn: tuple[Flow, Picture]) -> None:
        self.is_reading = False
        if drawn[0].file == self._file:
            self._drawn = drawn
            self._show()
            self._view.show_line(self._line)

    def _failed(self, error: Exception) -> None:
        self.is_reading = False
        if not isinstance(error, ContentError):
            raise error
        if error.place.file == self._file:
            self._view.show_broken(error.place.line, error.problem)

    def _show(self) -> None:
        if self._drawn is not None and self._drawn[0].file == self._file:
            flow, picture = self._drawn
            self._view.show_flow(picture, rows_of(flow, picture, self._problems))
