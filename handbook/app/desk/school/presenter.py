"""Filling in school.yaml without YAML: each change is one step in the file's text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Protocol

from handbook.app.dates import long_date, short_date
from handbook.app.desk.form.views import FieldView
from handbook.app.desk.school.people import contact_form, known
from handbook.app.desk.school.views import FormView, Known, SchoolRow
from handbook.domain.errors import ContentError
from handbook.domain.library import Library
from handbook.domain.school import Contact
from handbook.markup.yaml_edit import comment_at, with_value

SCHOOL, SETTINGS = ":school", ":settings"
"""The rows of the list that are nobody: no role has such an id."""
_ABOUT = (
    ("name", "Name of the school"),
    ("id", "Its short name, for IT: small letters, figures and hyphens"),
    ("logo", "Logo: a file in the folder images"),
    ("accent", "Colour, such as #17594a"),
)
NOT_CHECKED = (
    "Ctrl+Enter here says that the details were checked today: fill in the name and a number "
    "first. To publish, choose “Publish” under “More”."
)
_LETTERS = re.compile(r"[^a-z0-9]+")


class SchoolFormView(Protocol):
    """What the presenter asks of the form."""

    def show_rows(self, rows: tuple[SchoolRow, ...], chosen: str, blank: int) -> None:
        """List everybody; `blank` is how many are not filled in yet."""

    def show_form(self, form: FormView) -> None:
        """Show the form of what is chosen; the field that is typed in keeps its cursor."""

    def show_broken(self, line: int, problem: str) -> None:
        """Say why there is no form: the text has to be mended first."""

    def say(self, words: str) -> None:
        """Say a sentence."""


class SchoolFormPresenter:
    """Reads the text and the library, and writes single values into the text."""

    def __init__(self, view: SchoolFormView, today: Callable[[], date]) -> None:
        self._view = view
        self._today = today
        self._text = ""
        self._library = Library()
        self._chosen = SCHOOL
        self.on_text: Callable[[str], None] = _ignore

    @property
    def chosen(self) -> str:
        """What is chosen: a role, a body, or one of the two others."""
        return self._chosen

    def show(self, text: str, library: Library) -> None:
        """Show a text; the library is of a moment before, and has its people anew."""
        from dataclasses import replace

        from handbook.markup.school import read_school

        self._text = text
        try:
            school = read_school(text, "school.yaml")
        except ContentError as problem:
            self._view.show_broken(problem.place.line, problem.problem)
            return
        self._library = replace(library, school=school)
        contacts = school.contacts
        if self._chosen not in contacts and self._chosen not in (SCHOOL, SETTINGS):
            self._chosen = SCHOOL
        rows = tuple(self._rows())
        blank = sum(row.known is Known.BLANK for row in rows)
        self._view.show_rows(rows, self._chosen, blank)
        self._view.show_form(self._form())

    def choose(self, row_id: str) -> None:
        """Show the form of another one."""
        if row_id and row_id != self._chosen:
            self._chosen = row_id
            self.show(self._text, self._library)

    def changed(self, path: tuple[str, ...], value: str) -> None:
        """A field was filled in: other details are no longer those that somebody checked."""
        value = value.strip()
        try:
            text = with_value(self._text, path, value, "school.yaml")
            contact = self._library.school.contacts.get(path[1]) if len(path) == 3 else None
            if contact is not None and contact.checked and path[2] in ("phone", "email"):
                text = with_value(text, (*path[:2], "checked"), "", "school.yaml")
        except ContentError as problem:
            self._view.say(str(problem))
            return
        self._put(text)

    def checked_today(self) -> None:
        """Somebody made sure today that the details are right."""
        contact = self._library.school.contacts.get(self._chosen)
        if contact is None or known(contact, self._today()) in (Known.BLANK, Known.ANYBODY):
            self._view.say(NOT_CHECKED)
            return
        group = "bodies" if contact.is_body else "people"
        day = self._today().isoformat()
        self._put(with_value(self._text, (group, contact.id, "checked"), day, "school.yaml"))

    def next_blank(self) -> None:
        """Go to the next one that is not filled in yet, round the end."""
        blanks = [row.id for row in self._rows() if row.known is Known.BLANK]
        ids = [row.id for row in self._rows() if row.id]
        here = ids.index(self._chosen) if self._chosen in ids else -1
        later = [name for name in blanks if ids.index(name) > here]
        if later or blanks:
            self.choose((later or blanks)[0])

    def add_role(self, title: str) -> None:
        """Add a role of the school's own; its id is made once, from its title."""
        title = " ".join(title.split())
        role = _LETTERS.sub("-", title.casefold()).strip("-")
        if not role or not role[0].isalpha():
            self._view.say("Write the title of the role, such as Head of sixth form.")
            return
        if role in self._library.school.contacts:
            self._view.say(f"There is a role {role} already.")
            self.choose(role)
            return
        text = with_value(self._text, ("people", role, "title"), title, "school.yaml")
        for key in ("name", "phone", "email", "hours", "when-away", "when-subject", "checked"):
            text = with_value(text, ("people", role, key), "", "school.yaml")
        self._chosen = role
        self._put(text)

    def _put(self, text: str) -> None:
        if text != self._text:
            self._text = text
            self.on_text(text)
            self.show(text, self._library)

    def _rows(self) -> Iterator[SchoolRow]:
        contacts = self._library.school.contacts.values()
        yield SchoolRow("The school", SCHOOL)
        yield SchoolRow("Choices of the school", SETTINGS)
        yield SchoolRow("People")
        yield from (self._row(contact) for contact in contacts if not contact.is_body)
        yield SchoolRow("Bodies outside the school")
        yield from (self._row(contact) for contact in contacts if contact.is_body)

    def _row(self, contact: Contact) -> SchoolRow:
        today = self._today()
        day = ""
        if contact.checked is not None:
            this_year = contact.checked.year == today.year
            day = short_date(contact.checked) if this_year else long_date(contact.checked)
        state = known(contact, today)
        return SchoolRow(contact.title, contact.id, contact.name, state, day)

    def _form(self) -> FormView:
        if self._chosen == SCHOOL:
            return FormView(SCHOOL, "The school", "What staff see at the top.", self._about())
        if self._chosen == SETTINGS:
            lead = "The policies show these words where they belong."
            return FormView(SETTINGS, "Choices of the school", lead, tuple(self._settings()))
        contact = self._library.school.contacts[self._chosen]
        return contact_form(contact, self._library, self._text, self._today())

    def _about(self) -> tuple[FieldView, ...]:
        from handbook.markup.front_matter import load_yaml

        data = load_yaml(self._text, "school.yaml") or {}
        about = data.get("school") or {}
        return tuple(
            FieldView(
                ("school", key),
                label,
                str(about.get(key, "")),
                help=_sentence(comment_at(self._text, ("school", key))),
                is_missing=key == "name" and not about.get(key),
            )
            for key, label in _ABOUT
        )

    def _settings(self) -> Iterator[FieldView]:
        for name, value in self._library.school.settings.items():
            path = ("settings", name)
            said = _sentence(comment_at(self._text, path))
            label = said or name.replace("-", " ").capitalize()
            yield FieldView(path, label, value, help=f"setting:{name}", half=True)


def _sentence(comment: str) -> str:
    return comment[:1].upper() + comment[1:]


def _ignore(_: str) -> None:
    """Before anybody listens."""
