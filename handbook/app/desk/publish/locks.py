"""What stands in the way of publishing, as far as the content goes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from handbook.domain.library import Library
from handbook.lint.finding import Finding
from handbook.packs.manifest import MODEL_SCHOOL, is_school_id

NEEDED = ("dsl", "deputy-dsl", "chair")
"""Whom a worried member of staff must be able to reach, and one person above the head."""

_NO_ID = (
    "Give the school a short name of its own, such as hill-school, under “The school”: computers "
    "know its packs by it, and it must never change afterwards."
)


@dataclass(frozen=True, slots=True)
class Lock:
    """Why nothing can be published yet, and the file that leads there."""

    words: str
    file: str = ""
    line: int = 1
    """0 for the file as it opens."""
    row: str = ""
    """Who is chosen in the form of people; empty for nobody."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How the content stands."""

    library: Library
    findings: Sequence[Finding]
    unsaved: frozenset[str]
    titles: Mapping[str, str]
    is_checked: bool = True
    """False while the newest words are still being checked."""


def content_locks(standing: Standing, *, is_first: bool) -> list[Lock]:
    """Every lock of the content; a first pack also needs a name of the school's own."""
    locks = [*_errors(standing), *_unsaved(standing), *_blank(standing.library)]
    school = standing.library.school.id
    if not is_school_id(school) or (school == MODEL_SCHOOL and is_first):
        locks.append(Lock(_NO_ID, "school.yaml", 0))
    return locks


def _errors(standing: Standing) -> list[Lock]:
    first: dict[str, int] = {}
    count: dict[str, int] = {}
    for finding in standing.findings:
        if finding.is_error:
            file = finding.place.file
            first.setdefault(file, finding.place.line)
            count[file] = count.get(file, 0) + 1
    return [
        Lock(
            f"Mend {'1 error' if number == 1 else f'{number} errors'} in "
            f"“{standing.titles.get(file) or file}”.",
            file,
            first[file],
        )
        for file, number in count.items()
    ]


def _unsaved(standing: Standing) -> list[Lock]:
    return [
        Lock(f"Save “{standing.titles.get(file) or file}”.", file)
        for file in sorted(standing.unsaved)
    ]


def _blank(library: Library) -> list[Lock]:
    contacts = library.school.contacts
    found = [contacts[role] for role in NEEDED if role in contacts and contacts[role].is_blank]
    return [
        Lock(
            f"Fill in the name for “{contact.title}”: staff must know whom to tell.",
            "school.yaml",
            line=0,  # the form, not a line of the text
            row=contact.id,
        )
        for contact in found
    ]
