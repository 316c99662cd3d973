"""What a new version of the school's own file says otherwise: people, bodies, settings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

from handbook.domain.school import Contact, School


@dataclass(frozen=True, slots=True)
class SchoolChange:
    """One thing that differs. `was` and `now` are empty where there is nothing."""

    about: str
    """The id of a person, a body or a setting; empty for the school itself."""
    field: str
    was: str
    now: str


def compare_schools(old: School, new: School) -> tuple[SchoolChange, ...]:
    """Every field that differs, the school first, then people and bodies, then settings."""
    return tuple(change for change in _changes(old, new) if change.was != change.now)


def _changes(old: School, new: School) -> Iterator[SchoolChange]:
    yield SchoolChange("", "name", old.name, new.name)
    yield SchoolChange("", "id", old.id, new.id)
    for role in dict.fromkeys((*new.contacts, *old.contacts)):
        yield from _contact_changes(role, old.contacts.get(role), new.contacts.get(role))
    for name in dict.fromkeys((*new.settings, *old.settings)):
        was, now = old.settings.get(name, ""), new.settings.get(name, "")
        yield SchoolChange(name, "setting", was, now)


def _contact_changes(
    role: str, was: Contact | None, now: Contact | None
) -> Iterator[SchoolChange]:
    for field in fields(Contact):
        if field.name in ("id", "is_body"):
            continue
        before, after = (_words(getattr(each, field.name, None)) for each in (was, now))
        yield SchoolChange(role, field.name.replace("_", "-"), before, after)


def _words(value: object) -> str:
    return "" if value is None else str(value)
