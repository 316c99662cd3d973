"""The content that ships, for a school that has filled in details for each of its people.

The details are made of the role's id and are plainly no real ones.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from handbook import locations
from handbook.domain.library import Library
from handbook.domain.school import Contact, School

_ROLE = re.compile(r"^  ([a-z][a-z-]*):")
_BLANK = re.compile(r'^(    (name|phone|email): )""')


def write_content(folder: Path) -> Path:
    """A copy of the content with name, telephone and email of each person of the school."""
    content = folder / "content"
    shutil.copytree(locations.content(), content)
    file = content / "school.yaml"
    lines = file.read_text(encoding="utf-8").splitlines()
    file.write_text("\n".join(_filled_in(lines)) + "\n", encoding="utf-8")
    return content


def _filled_in(lines: Sequence[str]) -> Iterator[str]:
    part = role = ""
    for line in lines:
        if line and not line.startswith((" ", "#")):
            part = line.partition(":")[0]
        role = found[1] if (found := _ROLE.match(line)) else role
        blank = _BLANK.match(line) if part == "people" else None
        yield f'{blank[1]}"{_detail(blank[2], role)}"{line[blank.end() :]}' if blank else line


def _detail(field: str, role: str) -> str:
    forms = {
        "name": f"Name of {role}",
        "phone": f"phone-{role}",
        "email": f"to-{role}@school.example",
    }
    return forms[field]


def held_by_one(library: Library, *roles: str) -> Library:
    """The school in which one person holds these roles, and says so by `same-as`."""
    first, *others = (library.school.contact(role) for role in roles)
    held = [
        replace(other, name=first.name, phone=first.phone, email=first.email, same_as=first.id)
        for other in others
    ]
    return with_people(library, *held)


def with_people(library: Library, *people: Contact) -> Library:
    """The handbook with other people in its school."""
    contacts = {**library.school.contacts, **{person.id: person for person in people}}
    return replace(library, school=replace(library.school, contacts=contacts))


def details_of(school: School, subjects: Sequence[str]) -> frozenset[str]:
    """Names, telephones and emails of everybody who must not be told."""
    return frozenset(
        detail
        for contact in school.people
        if school.is_one_of(contact.id, subjects)
        for detail in (contact.name, contact.phone, contact.email)
        if detail
    )
