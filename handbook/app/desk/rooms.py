"""The forms and pictures of the desk, made when they are first wanted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import Protocol

from handbook.app.desk.files import CannotOpen
from handbook.app.desk.problems.presenter import ProblemsPresenter
from handbook.app.desk.school.form import SchoolForm
from handbook.app.desk.school.presenter import SchoolFormPresenter
from handbook.app.desk.school.views import FormView, SchoolRow
from handbook.app.desk.window import DeskWindow
from handbook.app.desk.work.presenter import WorkPresenter
from handbook.app.look.look import Look

SCHOOL = "school.yaml"


class DeskHouse(Protocol):
    """What the rooms ask of the desk."""

    window: DeskWindow
    work: WorkPresenter
    problems: ProblemsPresenter

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
        self._as_text: set[str] = set()
        """Files with a form whose text is wanted instead."""

    @cached_property
    def school(self) -> SchoolRoom:
        """The form for school.yaml."""
        return SchoolRoom(self._house, self._look, self._today)

    def file_shown(self, name: str) -> None:
        """Show the form of a file that has one, the source of any other."""
        has_form = name == SCHOOL
        self._house.window.head.form.setVisible(has_form)
        shows_form = has_form and name not in self._as_text
        self._house.window.head.form.setChecked(shows_form)
        self._house.window.show_room(self.school.form if shows_form else None, alone=True)
        if shows_form:
            self.school.show()

    def turn_form(self, on: bool) -> None:  # noqa: FBT001 - the signal's own value
        """Show the form, or the text."""
        self.tell()
        name = self._house.work.shown
        (self._as_text.discard if on else self._as_text.add)(name)
        self.file_shown(name)
        self.take_focus()

    def show_text(self) -> None:
        """Show the source: somebody wants a line of it."""
        if self._house.window.room is not None:
            self._as_text.add(self._house.work.shown)
            self.file_shown(self._house.work.shown)

    def words_changed(self) -> None:
        """Show in a form what the text says now."""
        if self._is_school:
            self.school.show()

    def take_focus(self) -> None:
        """Where the file is worked on."""
        if self._is_school:
            self.school.form.take_focus()
        else:
            self._house.window.source.setFocus()

    def tell(self) -> None:
        """Take over what is typed into a form."""
        if self._is_school:
            self.school.form.tell()

    def next_blank(self) -> bool:
        """Go to the next blank of a form; False where none is shown."""
        if self._is_school:
            self.school.presenter.next_blank()
        return self._is_school

    def checked_today(self) -> None:
        """Somebody made sure of the details that are shown."""
        if self._is_school:
            self.school.form.tell()
            self.school.presenter.checked_today()

    @property
    def _is_school(self) -> bool:
        room = self._house.window.room
        return isinstance(room, SchoolForm)


class SchoolRoom:
    """The form for school.yaml, joined with the text."""

    def __init__(self, house: DeskHouse, look: Look, today: Callable[[], date]) -> None:
        self._house = house
        self.form = SchoolForm(look)
        self.presenter = SchoolFormPresenter(self, today)
        self.presenter.on_text = self._put
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
        checked = self._house.problems.checked
        from handbook.domain.library import Library

        self.presenter.show(text, checked.library if checked is not None else Library())

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

    def _put(self, text: str) -> None:
        self._house.work.put({SCHOOL: text})
