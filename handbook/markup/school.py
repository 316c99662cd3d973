"""school.yaml and words.yaml to domain values."""

from __future__ import annotations

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
    settings = _table(data.get("settings"), "settings", file, text)
    return School(
        name=_text(about, "name"),
        id=_text(about, "id"),
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
    return Contact(
        id=name,
        title=_text(values, "title") or name.replace("-", " ").capitalize(),
        name=_text(values, "name"),
        phone=_text(values, "phone"),
        email=_text(values, "email"),
        hours=_text(values, "hours"),
        when_away=_text(values, "when-away"),
        when_subject=_text(values, "when-subject"),
        same_as=_text(values, "same-as"),
        checked=read_day(_text(values, "checked"), Place(file, _line(text, name)), "checked"),
        site=_text(values, "site"),
        purpose=_text(values, "for"),
        is_body=is_body,
    )


def _table(value: Any, name: str, file: str, text: str) -> dict[str, Any]:
    if value is None or value == "":
        return {}
    if not isinstance(value, dict):
        raise ContentError(Place(file, _line(text, name)), f"{name} must be lines of name: value")
    return value


def _text(values: dict[str, Any], key: str) -> str:
    value = values.get(key, "")
    return value.strip() if isinstance(value, str) else ""


def _line(text: str, name: str) -> int:
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip().startswith(f"{name}:"):
            return number
    return 1
