"""The picture of a flow and the way to try it, joined with the desk."""

from __future__ import annotations

from functools import cached_property
from typing import Protocol

from PySide6.QtCore import QObject

from handbook.app.background import LatestOnly
from handbook.app.desk.flow.pane import FlowPane
from handbook.app.desk.flow.presenter import FlowPresenter
from handbook.app.desk.problems.presenter import Checked
from handbook.app.desk.services import DeskServices
from handbook.app.desk.try_it.presenter import DraftFiles
from handbook.app.desk.try_it.window import TryOut
from handbook.app.desk.window import DeskWindow
from handbook.app.desk.work.presenter import WorkPresenter
from handbook.app.look.look import Look
from handbook.app.services import Services
from handbook.domain.library import Library
from handbook.lint.check import check_desk
from handbook.lint.finding import Finding
from handbook.markup.flows import read_flow
from handbook.markup.library import read_library


class FlowHouse(Protocol):
    """What the picture asks of the desk."""

    window: DeskWindow
    work: WorkPresenter

    def open(self, name: str, line: int = 0) -> None:
        """Show a file at a line."""

    def go_to_line(self, line: int) -> None:
        """Put the cursor into a line of the text."""


def is_flow(name: str) -> bool:
    """True for a flow; its stories are none."""
    return name.startswith("flows/") and not name.endswith(".scenarios.md")


class FlowRoom(QObject):
    """Made with the first flow that is opened."""

    def __init__(
        self, house: FlowHouse, look: Look, services: DeskServices, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._house = house
        self._look = look
        self._services = services
        self._reading = LatestOnly(self)
        self._trial: TryOut | None = None

    @cached_property
    def pane(self) -> FlowPane:
        """The right side of the desk for a flow."""
        pane = FlowPane(self._look)
        pane.line_wanted.connect(self._house.go_to_line)
        pane.try_wanted.connect(self.try_it)
        pane.stories_wanted.connect(lambda: self._house.open(self._stories))
        return pane

    @cached_property
    def presenter(self) -> FlowPresenter:
        """What the pane shows."""
        return FlowPresenter(self.pane, read_flow, self._reading)

    @property
    def is_shown(self) -> bool:
        """True while a flow is shown."""
        return is_flow(self._house.work.shown)

    @property
    def is_reading(self) -> bool:
        """True while newer words are still to be drawn."""
        return self.is_shown and self.presenter.is_reading

    @property
    def trial(self) -> TryOut | None:
        """The window in which the flow is tried; None before."""
        return self._trial

    def file_shown(self, name: str) -> None:
        """Show the picture for a flow, the preview for anything else."""
        side = self.pane if is_flow(name) else self._house.window.preview
        self._house.window.show_side(side)

    def words_changed(self) -> None:
        """Draw the words as they are now."""
        if self.is_shown:
            self.presenter.words_changed(self._house.work.shown, self._house.work.text)

    def line_reached(self, line: int) -> None:
        """The cursor stands in another line."""
        if self.is_shown:
            self.presenter.line_reached(line)

    def checked(self, checked: Checked) -> None:
        """Mark what is wrong."""
        if self.is_shown:
            shown = self._house.work.shown
            self.presenter.set_flows(checked.library.flows)
            self.presenter.findings([f for f in checked.findings if f.place.file == shown])
            told = [each for each in checked.library.scenarios if each.file == self._stories]
            wrong = sum(f.place.file == self._stories for f in checked.findings)
            self.pane.show_stories(len(told), wrong)
            self.words_changed()

    @property
    def _stories(self) -> str:
        return self._house.work.shown.replace(".md", ".scenarios.md")

    def try_it(self) -> None:
        """Walk through the words as they are now, as staff would meet them."""
        if not self.is_shown:
            return
        self._end_trial()
        services = self._services
        inner = Services(services.folder, services.cache, services.preferences, services.today)
        from handbook.app.start import fit_screen

        self._trial = TryOut(self._look, inner, self._files())
        fit_screen(self._trial.window)
        self._trial.start()

    def close(self) -> None:
        """Finish background work before Qt goes."""
        self._reading.close()
        self._end_trial()

    def _files(self) -> DraftFiles:
        folder, work = self._services.folder, self._house.work
        name = work.shown
        stem = name.rpartition("/")[2].removesuffix(".md")
        texts = dict(work.texts)
        own = (name, name.replace(".md", ".scenarios.md"))

        def read() -> Library:
            texts.update(work.texts)  # pressed again, it reads what was typed since
            return read_library(folder, unsaved=texts)

        def check(library: Library) -> list[Finding]:
            found = check_desk(folder, library, texts)
            return [finding for finding in found if finding.place.file in own]

        return DraftFiles(stem, read, check)

    def _end_trial(self) -> None:
        if self._trial is not None:
            self._trial.rooms.forget()
            self._trial.window.close()
            self._trial.close()
            self._trial = None
