"""The school: its people, the bodies outside it, and the settings it chose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from handbook.domain.errors import NotFound


@dataclass(frozen=True, slots=True)
class Contact:
    """A role in the school, or an outside body, that somebody may be told to go to.

    All fields but the id and the title may be blank: a blank name is shown as "name not
    filled in yet", never invented.
    """

    id: str
    title: str
    name: str = ""
    phone: str = ""
    """Text as the school wrote it: numbers keep their leading noughts and spaces."""
    email: str = ""
    hours: str = ""
    when_away: str = ""
    """The role to go to when this person cannot be reached."""
    when_subject: str = ""
    """The role or body to go to when the concern is about this person."""
    same_as: str = ""
    """The role that the same person also holds."""
    checked: date | None = None
    """When somebody last confirmed the details."""
    site: str = ""
    purpose: str = ""
    is_body: bool = False

    @property
    def is_blank(self) -> bool:
        """True for a person of the school whom nobody has named yet."""
        return not self.is_body and not self.name


@dataclass(frozen=True, slots=True)
class School:
    """What a school fills in once, so that every policy names its own people."""

    name: str = ""
    id: str = ""
    contacts: Mapping[str, Contact] = field(default_factory=dict)
    """People first, then bodies, each in the order of school.yaml, by id."""
    settings: Mapping[str, str] = field(default_factory=dict)

    def contact(self, role: str) -> Contact:
        """The person or body with this id; raises NotFound."""
        try:
            return self.contacts[role]
        except KeyError:
            raise NotFound(f"school.yaml has no role or body {role!r}") from None

    @property
    def people(self) -> Iterator[Contact]:
        """The people of the school, without the bodies outside it."""
        return (contact for contact in self.contacts.values() if not contact.is_body)

    def person_of(self, role: str) -> str:
        """The role that stands for a person: roles of one person give one answer."""
        seen: set[str] = set()
        while role in self.contacts and self.contacts[role].same_as and role not in seen:
            seen.add(role)
            role = self.contacts[role].same_as
        return min(seen) if role in seen else role

    def same_person(self, one: str, other: str) -> bool:
        """True where two roles are held by one person.

        Says so for `same-as` and for an equal name, telephone or email of two people: where
        the file is in doubt, nobody may be sent to the person they are worried about.
        """
        if self.person_of(one) == self.person_of(other):
            return True
        if one not in self.contacts or other not in self.contacts:
            return False
        a, b = self.contacts[one], self.contacts[other]
        if a.is_body or b.is_body:
            return False
        return any(
            _folded(mine) and _folded(mine) == _folded(theirs)
            for mine, theirs in ((a.name, b.name), (a.phone, b.phone), (a.email, b.email))
        )

    def is_one_of(self, role: str, subjects: Iterable[str]) -> bool:
        """True where a role is held by one of the subjects of a concern."""
        return any(self.same_person(role, subject) for subject in subjects)

    def instead_of(self, role: str, subjects: Iterable[str]) -> str | None:
        """Follow `when-subject` from a role to the first person who is no subject.

        The role itself where it is no subject; None where the chain ends or runs in a ring.
        """
        concerned = tuple(subjects)
        seen: set[str] = set()
        while self.is_one_of(role, concerned):
            seen.add(role)
            role = self.contacts[role].when_subject if role in self.contacts else ""
            if not role or role in seen:
                return None
        return role


def _folded(text: str) -> str:
    return "".join(text.split()).casefold()
