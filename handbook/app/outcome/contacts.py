"""Contacts as cards: who, how to reach them, and how sure the number is."""

from __future__ import annotations

from datetime import date

from handbook.app.dates import long_date
from handbook.app.outcome.views import ContactView
from handbook.domain.blocks import Spans
from handbook.domain.school import Contact

_HOLDS_DAYS = 120
"""For so long a number counts as checked lately."""
_OWN_MANAGER = "line-manager"
"""A different person for everybody: the school leaves the name empty."""
_EMERGENCY = "emergency-services"
"""Its number is the program's own, and nobody needs to make sure of it."""
_NO_ARTICLE = ("hr",)
_NO_NAME = "Name not filled in yet: ask the office"
_NO_NUMBER = "Number not filled in yet: ask the office"


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
    if contact.id == _OWN_MANAGER:
        return ""
    if contact.is_blank:
        return _NO_NAME
    reached = contact.phone or contact.email or contact.site
    return "" if reached else _NO_NUMBER


def _checked(contact: Contact, today: date) -> tuple[str, bool]:
    """When somebody last made sure, and whether that is lately; silent with nothing to check."""
    if contact.id == _EMERGENCY or not (contact.phone or contact.email):
        return "", True
    if contact.checked is None:
        return "Not checked yet", False
    lately = (today - contact.checked).days <= _HOLDS_DAYS
    said = f"Checked {long_date(contact.checked)}"
    return (said, True) if lately else (f"{said}: ask the office if it still holds", False)
