"""The panel that tries the search, joined with the desk."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject

from handbook.app.background import LatestOnly
from handbook.app.desk.found_by.panel import FoundByPanel
from handbook.app.desk.found_by.presenter import FoundByPresenter
from handbook.app.desk.preview.presenter import place_at
from handbook.app.desk.window import DeskWindow
from handbook.app.desk.work.presenter import WorkPresenter
from handbook.app.look.look import Look
from handbook.domain.clause_ref import ClauseRef
from handbook.domain.errors import NotFound
from handbook.domain.library import Library


class FoundByHouse(Protocol):
    """What the panel asks of the desk."""

    window: DeskWindow
    work: WorkPresenter

    @property
    def library(self) -> Library:
        """The content as it was last checked."""

    def say(self, words: str) -> None:
        """Say a sentence."""


class FoundByRoom(QObject):
    """Made when it is first wanted."""

    def __init__(self, house: FoundByHouse, look: Look, cache: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._house = house
        self._look = look
        self._cache = cache
        self._searching = LatestOnly(self)

    @cached_property
    def panel(self) -> FoundByPanel:
        """Where the words are typed."""
        return FoundByPanel(self._look, self._house.window)

    @cached_property
    def presenter(self) -> FoundByPresenter:
        """What the panel shows."""
        presenter = FoundByPresenter(self.panel, self._cache, self._searching)
        self.panel.typed.connect(presenter.typed)
        return presenter

    def open(self) -> None:
        """Try the clause that the cursor is in."""
        ref = self._ref()
        if not self._house.library.policies:
            self._house.say("The content is still being read. Try again in a moment.")
            return
        if ref is None:
            self._house.say("Put the cursor into a clause of a policy or a guide first.")
            return
        anchor = self._house.window.head.more
        self.panel.open_under(anchor, anchor)
        self.presenter.open(self._house.library, ref)

    def close(self) -> None:
        """Finish background work before Qt goes."""
        self._searching.close()

    def _ref(self) -> ClauseRef | None:
        shown, library = self._house.work.shown, self._house.library
        policy = next((each for each in library.policies if each.file == shown), None)
        if policy is None:
            return None
        place = place_at(policy, self._house.window.source.line)
        try:
            return ClauseRef(policy.id, policy.clause(place).id) if place else None
        except NotFound:
            return None
