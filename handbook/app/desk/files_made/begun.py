"""A new policy, guide or flow from a skeleton that lints clean."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from enum import StrEnum

from handbook.domain.library import Library
from handbook.markup.front_edit import with_front
from handbook.markup.skeletons import flow_skeleton, guide_skeleton, policy_skeleton

_REST = re.compile(r"[^a-z0-9]+")
_LONGEST = 60


class NewKind(StrEnum):
    """What can be begun."""

    POLICY = "Policy"
    GUIDE = "Guide"
    FLOW = "Flow of questions"


_FOLDERS = {NewKind.POLICY: "policies", NewKind.GUIDE: "guides", NewKind.FLOW: "flows"}


def name_of(title: str) -> str:
    """The name that a title gives a file: `Social media!` gives `social-media`."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode("ascii")
    return _REST.sub("-", plain.casefold()).strip("-")[:_LONGEST].strip("-")


def file_of(kind: NewKind, title: str) -> str:
    """The file that a new one would have; empty where the title gives no name."""
    name = name_of(title)
    return f"{_FOLDERS[kind]}/{name}.md" if name else ""


def text_of(kind: NewKind, title: str, library: Library, today: date) -> str:
    """The first words of a new file."""
    name = name_of(title)
    people = list(library.school.people)
    owner = people[0].id if people else "headteacher"
    makers: dict[NewKind, Callable[[], str]] = {
        NewKind.POLICY: lambda: policy_skeleton(name, owner, today),
        NewKind.GUIDE: lambda: guide_skeleton(name, owner, today),
        NewKind.FLOW: lambda: _flow(name, library, today),
    }
    return with_front(makers[kind](), "title", " ".join(title.split()), file_of(kind, title))


def _flow(name: str, library: Library, today: date) -> str:
    contacts = library.school.contacts.values()
    person = next(((c.id, c.title) for c in contacts if not c.is_body), ("headteacher", "Head"))
    body = next(((c.id, c.title) for c in contacts if c.is_body), ("police", "Police"))
    # A guide leads to a rule and is none: an outcome rests on a policy.
    policies = (p for p in library.policies if p.file.startswith("policies/"))
    clauses = ((p.id, c.id, c.title) for p in policies for c in p.clauses)
    return flow_skeleton(name, person, body, next(clauses, None), today)
