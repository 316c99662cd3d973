"""A folder without a handbook, or without its people: the desk offers to begin."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from handbook import locations
from handbook.app.desk.window import DeskWindow
from handbook.app.desk.work.presenter import WorkPresenter
from handbook.importers.editors_part import is_installed
from handbook.markup.first_files import begin_handbook

PEOPLE = "school.yaml"
NO_HANDBOOK = (
    "There is no handbook in this folder yet. Begin with the model’s policies and questions, to "
    "make them your own, or with a page for your people and no policies?"
)
NO_PEOPLE = (
    "This folder has no page for the people of the school, so staff could tell nobody. "
    "Shall one be added, to be filled in?"
)
BEGUN = "Fill in who is who first."
DRAFTS_TOO = " “More” makes drafts of the Word files and PDFs that you have."


class FirstHouse(Protocol):
    """What beginning asks of the desk."""

    window: DeskWindow
    work: WorkPresenter
    folder: Path

    def open(self, name: str, line: int = 0) -> None:
        """Show a file at a line."""

    def say(self, words: str) -> None:
        """Say a sentence."""


def offer_beginning(house: FirstHouse, model: Path | None = None) -> None:
    """Ask how to begin, where the people of the school have no page yet."""
    if (house.folder / PEOPLE).exists():
        return
    source = model or locations.bundled_content()
    if any(group for _, group in house.work.names()):
        house.window.asking.ask(
            NO_PEOPLE,
            (("Add it", _begin(house, source, whole=False)), ("Not now", _nothing)),
        )
        return
    house.window.asking.ask(
        NO_HANDBOOK,
        (
            ("With the model", _begin(house, source, whole=True)),
            ("With people alone", _begin(house, source, whole=False)),
            ("Not now", _nothing),
        ),
    )


def _begin(house: FirstHouse, model: Path, *, whole: bool) -> Callable[[], None]:
    def begin() -> None:
        try:
            begin_handbook(house.folder, model, whole=whole)
        except OSError as problem:
            house.say(f"The files cannot be written here: {problem.strerror}.")
            return
        house.open(PEOPLE)
        house.say(BEGUN + (DRAFTS_TOO if is_installed() else ""))

    return begin


def _nothing() -> None:
    """It is asked again at the next start."""
