"""Contacts as cards: who, how to reach them, and how sure the number is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from handbook.app.dates import long_date
from handbook.domain.blocks import Spans
from handbook.domain.school import Contact

_HOLDS_DAYS = 120
"""For so long a number counts as checked lately."""
OWN_MANAGER = "line-manager"
"""A different person for everybody: the school leaves the name empty."""
_EMERGENCY = "emergency-services"
"""Its number is the program's own, and nobody needs to make sure of it."""
_NO_ARTICLE = ("hr",)
NO_NAME = "Name not filled in yet: ask how to reach them, not saying why"
_NO_NUMBER = "Number not filled in yet: look on their website"


@dataclass(frozen=True, slots=True)
class ContactView:
    """Somebody to tell, or a body that helps."""

    lead: str
    """Why this card is here: "Tell first", "If the first cannot be reached"."""
    who: str
    missing: str = ""
    """Says that the school has not filled in a name or a number."""
    note: Spans = ()
    phone: str = ""
    email: str = ""
    site: str = ""
    hours: str = ""
    checked: str = ""
    is_checked_lately: bool = True


@dataclass(frozen=True, slots=True)
class PersonView:
    """A person or body that a link named."""

    title: str
    lines: tuple[str, ...]
    """Name, telephone, email, hours: what is known, or that it is not filled in yet."""
    purpose: str = ""
    checked: str = ""


def contact_view(contact: Contact, today: date, lead: str = "", note: Spans = ()) -> ContactView:
    """A contact as a card."""
    checked, lately = _checked(contact, today)
    return ContactView(
        lead=lead,
        who=_who(contact),
        missing=_missing(contact),
        note=note,
        phone=contact.phone,
        email=contact.email,
        site=contact.site,
        hours=contact.hours,
        checked=checked,
        is_checked_lately=lately,
    )


def person_view(contact: Contact, today: date) -> PersonView:
    """A contact as the small card shows it."""
    card = contact_view(contact, today)
    known = (contact.name, card.missing, card.phone, card.email, card.site, card.hours)
    return PersonView(
        contact.title, tuple(line for line in known if line), contact.purpose, card.checked
    )


def checked_in_short(contact: Contact) -> str:
    """`checked 3 May 2026`, for a line with other things on it; empty with nothing to check."""
    if not _needs_check(contact):
        return ""
    return f"checked {long_date(contact.checked)}" if contact.checked else "not checked yet"


def the(contact: Contact) -> str:
    """A contact within a sentence: "the headteacher", "your line manager", a name."""
    if contact.name:
        return contact.name
    title = contact.title
    first, _, rest = title.partition(" ")
    if first in ("Your", "The"):
        return title[0].lower() + title[1:]
    if contact.is_body:
        return title
    if rest == rest.lower():
        title = title[0].lower() + title[1:]
    return title if contact.id in _NO_ARTICLE else f"the {title}"


def _who(contact: Contact) -> str:
    return f"{contact.name}, {contact.title}" if contact.name else contact.title


def _missing(contact: Contact) -> str:
    if contact.id == OWN_MANAGER:
        return ""
    if contact.is_blank:
        return NO_NAME
    reached = contact.phone or contact.email or contact.site
    return "" if reached else _NO_NUMBER


def _needs_check(contact: Contact) -> bool:
    return contact.id != _EMERGENCY and bool(contact.phone or contact.email)


def _checked(contact: Contact, today: date) -> tuple[str, bool]:
    """When somebody last made sure, and whether that is lately; silent with nothing to check."""
    if not _needs_check(contact):
        return "", True
    if contact.checked is None:
        return "Not checked yet", False
    lately = (today - contact.checked).days <= _HOLDS_DAYS
    said = f"Checked {long_date(contact.checked)}"
    return (said, True) if lately else (f"{said}: ask the office if it still holds", False)
