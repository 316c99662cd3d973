"""Filling in what stands above a policy, a guide or a flow, without YAML."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Protocol

from handbook.app.desk.form.views import MANY_SIGN, FieldKind, FieldView
from handbook.domain.audience import EDITORS, EVERYONE, Audience
from handbook.domain.errors import ContentError
from handbook.domain.library import Library
from handbook.domain.policy_card import Confirm
from handbook.lint.front import REQUIRED
from handbook.markup.front_edit import with_front
from handbook.markup.front_matter import read_front_matter

_LISTS = ("applies-to", "keywords")
_CONFIRM = (
    (Confirm.NEVER.value, "Never"),
    (Confirm.ONCE.value, "Once, when it is new or has changed"),
    (Confirm.YEARLY.value, "Once a year, and when it has changed"),
)
_AUDIENCES = (
    (EVERYONE, "Everyone"),
    (Audience.TEACHERS.value, "Teachers"),
    (Audience.SUPPORT_STAFF.value, "Support staff"),
    (Audience.GOVERNORS.value, "Governors"),
    (Audience.VOLUNTEERS.value, "Volunteers"),
)
_OF_A_GUIDE = ("title", "review", "version")
_NO_OWNER = "Choose who answers for it."
_NOBODY = "The school’s people have nobody of this name: choose who it is."
_EDITORS = (EDITORS, "Editors only: staff are not shown it")


@dataclass(frozen=True, slots=True)
class FrontView:
    """The form of one file."""

    title: str
    lead: str
    fields: tuple[FieldView, ...]


class FrontFormView(Protocol):
    """What the presenter asks of the form."""

    def show_front(self, front: FrontView) -> None:
        """Show it; the field that is typed in keeps its cursor."""

    def show_broken(self, line: int, problem: str) -> None:
        """Say why there is no form: the text has to be mended first."""


class FrontPresenter:
    """Reads the lines above the text, and writes single values into them."""

    def __init__(self, view: FrontFormView) -> None:
        self._view = view
        self._file = ""
        self._text = ""
        self._library = Library()
        self.on_text: Callable[[str, str], None] = _ignore

    def show(self, file: str, text: str, library: Library) -> None:
        """Show the form of a file."""
        self._file, self._text, self._library = file, text, library
        try:
            front, _ = read_front_matter(text, file)
        except ContentError as problem:
            self._view.show_broken(problem.place.line, problem.problem)
            return
        self._view.show_front(_front_view(file, front.values, library))

    def changed(self, path: tuple[str, ...], value: str) -> None:
        """A field was filled in."""
        (key,) = path
        words: str | list[str] = value.strip()
        if key in _LISTS:
            words = [item for item in map(str.strip, value.split(",")) if item]
        try:
            text = with_front(self._text, key, words, self._file)
        except ContentError as problem:
            self._view.show_broken(problem.place.line, problem.problem)
            return
        if text != self._text:
            self.on_text(self._file, text)
            self.show(self._file, text, self._library)


def _front_view(file: str, values: Mapping[str, Any], library: Library) -> FrontView:
    title = str(values.get("title", "")) or file
    if file.startswith("flows/"):
        lead = "What stands above the questions."
        return FrontView(title, lead, tuple(_filled(_flow_fields(), values, REQUIRED["flow"])))
    is_guide = file.startswith("guides/")
    fields = (*_about(library), *_dates(), *_readers(is_guide=is_guide))
    needed = _OF_A_GUIDE if is_guide else REQUIRED["policy"]
    filled = tuple(_filled(fields, values, needed))
    return FrontView(title, "What stands above the text.", filled)


def _flow_fields() -> tuple[FieldView, ...]:
    line, day = FieldKind.LINE, FieldKind.DAY
    return (
        FieldView(("title",), "Title", "", line),
        FieldView(("summary",), "What it is for, in one sentence", "", line),
        FieldView(("law-as-of",), "The law as it was on", "", day, half=True),
    )


def _about(library: Library) -> tuple[FieldView, ...]:
    people = tuple(
        (person.id, _named(person.title, person.name)) for person in library.school.people
    )
    collections = tuple(sorted({policy.collection for policy in library.policies} - {""}))
    return (
        FieldView(("title",), "Title", ""),
        FieldView(("summary",), "What it is about, in one sentence", ""),
        FieldView(("collection",), "Collection", "", offers=collections, half=True),
        FieldView(
            ("owner",), "Who answers for it", "", FieldKind.CHOICE,
            choices=(("", "Nobody yet"), *people), half=True,
        ),
    )  # fmt: skip


def _dates() -> tuple[FieldView, ...]:
    day = FieldKind.DAY
    return (
        FieldView(("version",), "Version, such as 3.2", "", half=True),
        FieldView(("approved-by",), "Approved by", "", half=True),
        FieldView(("approved",), "Approved on", "", day, half=True),
        FieldView(("review",), "To be looked at again by", "", day, half=True),
        FieldView(("law-as-of",), "The law as it was on", "", day, half=True),
        FieldView(
            ("why-changed",), "Why this version differs from the one before, in one sentence", "",
            help="Staff read it under What changed. Write it anew for each version; name nobody.",
        ),
    )  # fmt: skip


def _readers(*, is_guide: bool) -> tuple[FieldView, ...]:
    audiences = (*_AUDIENCES, _EDITORS) if is_guide else _AUDIENCES
    return (
        FieldView(
            ("confirm",), "Staff confirm that they have read it", "", FieldKind.CHOICE,
            choices=_CONFIRM, half=True,
        ),
        FieldView(
            ("applies-to",), "Who is asked to read it", "", FieldKind.MANY, choices=audiences
        ),
        FieldView(
            ("keywords",), "Further words that find it", "",
            help="With commas between them, such as: facebook, whatsapp.",
        ),
    )  # fmt: skip


def _filled(
    fields: Iterable[FieldView], values: Mapping[str, Any], needed: Collection[str]
) -> Iterable[FieldView]:
    for field in fields:
        found = values.get(field.path[0], "")
        value = MANY_SIGN.join(found) if isinstance(found, list) else str(found).strip()
        choices, warning = field.choices, ""
        if field.path == ("owner",) and field.path[0] in needed and value not in dict(choices[1:]):
            warning = _NOBODY if value else _NO_OWNER
        if field.kind is FieldKind.CHOICE and value not in dict(choices):
            choices = (*choices, (value, value or "Not chosen yet"))
        missing = bool(warning) or (not value and field.path[0] in needed)
        yield replace(field, value=value, choices=choices, is_missing=missing, warning=warning)


def _named(title: str, name: str) -> str:
    return f"{name}, {title}" if name else title


def _ignore(_file: str, _text: str) -> None:
    """Before anybody listens."""
