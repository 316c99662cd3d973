"""The forms and pictures of the desk, made when they are first wanted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import Protocol

from handbook.app.desk.files import CannotOpen
from handbook.app.desk.front.form import FrontForm
from handbook.app.desk.front.presenter import FrontPresenter
from handbook.app.desk.problems.presenter import ProblemsPresenter
from handbook.app.desk.school.form import SchoolForm
from handbook.app.desk.school.presenter import SchoolFormPresenter
from handbook.app.desk.school.views import FormView, SchoolRow
from handbook.app.desk.window import DeskWindow
from handbook.app.desk.work.presenter import WorkPresenter
from handbook.app.look.look import Look
from handbook.domain.library import Library

SCHOOL = "school.yaml"


class DeskHouse(Protocol):
    """What the rooms ask of the desk."""

    window: DeskWindow
    work: WorkPresenter
    problems: ProblemsPresenter

    @property
    def library(self) -> Library:
        """The content as it was last checked."""

    def open(self, name: str, line: int = 0) -> None:
        """Show a file at a line."""

    def say(self, words: str) -> None:
        """Say a sentence."""


class DeskRooms:
    """Which form stands in the place of the source, and what it writes into the text."""

    def __init__(self, house: DeskHouse, look: Look, today: Callable[[], date]) -> None:
        self._house = house
        self._look = look
        self._today = today
        self._school_as_text = False
        self._front_wanted = False

    @cached_property
    def school(self) -> SchoolRoom:
        """The form for school.yaml."""
        return SchoolRoom(self._house, self._look, self._today)

    @cached_property
    def front(self) -> FrontRoom:
        """The form for what stands above a text."""
        return FrontRoom(self._house, self._look)

    def file_shown(self, name: str) -> None:
        """Show the form of a file where it is wanted, the source otherwise."""
        self.tell()  # into the file before, which its form still has
        window = self._house.window
        is_school = name == SCHOOL
        has_front = name.endswith(".md") and not name.endswith(".scenarios.md")
        shows = (is_school and not self._school_as_text) or (has_front and self._front_wanted)
        window.head.form.setVisible(is_school or has_front)
        window.head.form.setChecked(shows)
        room = (self.school.form if is_school else self.front.form) if shows else None
        window.show_room(room, alone=is_school)
        self.words_changed()

    def turn_form(self, on: bool) -> None:  # noqa: FBT001 - the signal's own value
        """Show the form, or the text."""
        self.tell()
        if self._house.work.shown == SCHOOL:
            self._school_as_text = not on
        else:
            self._front_wanted = on
        self.file_shown(self._house.work.shown)
        self.take_focus()

    def show_text(self) -> None:
        """Show the source: somebody wants a line of it."""
        if self._house.window.room is not None:
            self.turn_form(on=False)

    def words_changed(self) -> None:
        """Show in a form what the text says now."""
        room = self._house.window.room
        if isinstance(room, SchoolForm):
            self.school.show()
        elif isinstance(room, FrontForm):
            self.front.show()

    def take_focus(self) -> None:
        """Where the file is worked on."""
        room = self._house.window.room
        if isinstance(room, SchoolForm | FrontForm):
            room.take_focus()
        else:
            self._house.window.source.setFocus()

    def tell(self) -> None:
        """Take over what is typed into a form."""
        room = self._house.window.room
        if isinstance(room, SchoolForm | FrontForm):
            room.tell()

    def next_blank(self) -> bool:
        """Go to the next blank of a form; False where none is shown."""
        room = self._house.window.room
        if isinstance(room, FrontForm):
            return room.next_blank()
        is_school = isinstance(room, SchoolForm)
        if is_school:
            self.school.presenter.next_blank()
        return is_school

    def checked_today(self) -> bool:
        """Somebody made sure of the details that are shown; False where none are."""
        is_school = isinstance(self._house.window.room, SchoolForm)
        if is_school:
            self.tell()
            self.school.presenter.checked_today()
        return is_school


class FrontRoom:
    """The form for what stands above a text, joined with it."""

    def __init__(self, house: DeskHouse, look: Look) -> None:
        self._house = house
        self.form = FrontForm(look)
        self.presenter = FrontPresenter(self.form)
        self.presenter.on_text = lambda file, text: _done(house.work.put({file: text}))
        self.form.settled.connect(self.presenter.changed)

    def show(self) -> None:
        """Show what the text says now."""
        work = self._house.work
        self.presenter.show(work.shown, work.text, self._house.library)


class SchoolRoom:
    """The form for school.yaml, joined with the text."""

    def __init__(self, house: DeskHouse, look: Look, today: Callable[[], date]) -> None:
        self._house = house
        self.form = SchoolForm(look)
        self.presenter = SchoolFormPresenter(self, today)
        self.presenter.on_text = lambda text: _done(house.work.put({SCHOOL: text}))
        self.form.chosen.connect(self.presenter.choose)
        self.form.settled.connect(self.presenter.changed)
        self.form.checked_pressed.connect(self.presenter.checked_today)
        self.form.blank_pressed.connect(self.presenter.next_blank)
        self.form.role_wanted.connect(self.presenter.add_role)
        self.form.use_chosen.connect(house.open)

    def show(self) -> None:
        """Show what the text says now."""
        try:
            text = self._house.work.text_of(SCHOOL)
        except CannotOpen:
            return
        self.presenter.show(text, self._house.library)

    def show_rows(self, rows: tuple[SchoolRow, ...], chosen: str, blank: int) -> None:
        """List everybody."""
        self.form.show_rows(rows, chosen, blank)

    def show_form(self, form: FormView) -> None:
        """Show the form of what is chosen."""
        self.form.show_form(form)

    def show_broken(self, line: int, problem: str) -> None:
        """Say why there is no form."""
        self.form.show_broken(line, problem)

    def say(self, words: str) -> None:
        """Say a sentence."""
        self._house.say(words)


def _done(_: bool) -> None:  # noqa: FBT001 - what came of it is said in the window
    """The window says what came of it."""
