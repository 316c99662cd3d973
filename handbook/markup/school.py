"""school.yaml and words.yaml to domain values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from handbook.domain.errors import ContentError
from handbook.domain.place import Place
from handbook.domain.school import Contact, School
from handbook.markup.front_matter import load_yaml, read_day


@dataclass(frozen=True, slots=True)
class Words:
    """Groups of words that mean the same, and what the home page suggests."""

    groups: tuple[tuple[str, ...], ...] = ()
    asked_often: tuple[str, ...] = ()


def read_school(text: str, file: str) -> School:
    """Read school.yaml; raises ContentError where it cannot be read."""
    data = _table(load_yaml(text, file), "school.yaml", file, text)
    about = _table(data.get("school"), "school", file, text)
    people = _table(data.get("people"), "people", file, text)
    bodies = _table(data.get("bodies"), "bodies", file, text)
    contacts = {
        name: _contact(name, _table(values, name, file, text), file, text, is_body=is_body)
        for group, is_body in ((people, False), (bodies, True))
        for name, values in group.items()
    }

    def place(key: str) -> Place:
        return Place(file, _line(text, key, _line(text, "school")))

    settings = _table(data.get("settings"), "settings", file, text)
    return School(
        name=_text(about, "name", place),
        id=_text(about, "id", place),
        contacts=contacts,
        settings=_settings(settings, file, text),
    )


def read_words(text: str, file: str) -> Words:
    """Read words.yaml; raises ContentError where it cannot be read."""
    data = load_yaml(text, file)
    groups = data.get("words") if isinstance(data, dict) else data
    often = data.get("asked-often") if isinstance(data, dict) else None
    if groups and not (isinstance(groups, list) and all(map(_is_texts, groups))):
        problem = "words must be a list of lists such as [facebook, fb]"
        raise ContentError(Place(file, _line(text, "words")), problem)
    if often and not _is_texts(often):
        raise ContentError(Place(file, _line(text, "asked-often")), "asked-often must be a list")
    return Words(
        tuple(tuple(word.casefold().strip() for word in group) for group in groups or []),
        tuple(question.strip() for question in often or []),
    )


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _settings(values: dict[str, Any], file: str, text: str) -> dict[str, str]:
    for name, value in values.items():
        if not isinstance(value, str):
            problem = f"the setting {name} must be words, not a list"
            raise ContentError(Place(file, _line(text, name)), problem)
    return {name: value.strip() for name, value in values.items()}


def _contact(name: str, values: dict[str, Any], file: str, text: str, *, is_body: bool) -> Contact:
    def place(key: str) -> Place:
        return Place(file, _line(text, key, _line(text, name)))

    def words(key: str) -> str:
        return _text(values, key, place)

    day = words("checked")
    return Contact(
        id=name,
        title=words("title") or name.replace("-", " ").capitalize(),
        name=words("name"),
        phone=words("phone"),
        email=words("email"),
        hours=words("hours"),
        when_away=words("when-away"),
        when_subject=words("when-subject"),
        same_as=words("same-as"),
        checked=read_day(day, place("checked"), "checked") if day else None,
        site=words("site"),
        purpose=words("for"),
        is_body=is_body,
    )


def _table(value: Any, name: str, file: str, text: str) -> dict[str, Any]:
    if value is None or value == "":
        return {}
    if not isinstance(value, dict):
        raise ContentError(Place(file, _line(text, name)), f"{name} must be lines of name: value")
    return value


def _text(values: dict[str, Any], key: str, place: Callable[[str], Place]) -> str:
    value = values.get(key, "")
    if not isinstance(value, str):
        raise ContentError(place(key), f"{key} must be words, not a list")
    return value.strip()


def _line(text: str, name: str, after: int = 1) -> int:
    """The first line from `after` on that begins with a name; `after` where none does."""
    for number, line in enumerate(text.split("\n"), start=1):
        if number >= after and line.strip().startswith(f"{name}:"):
            return number
    return after
