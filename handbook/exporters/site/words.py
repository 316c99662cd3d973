"""Words and icons that several pages share."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from handbook.domain.rule import RuleKind
from handbook.domain.school import Contact
from handbook.exporters.site.markup import Html, element

NO_NAME = "Name not filled in yet: ask the office how to reach them, without saying why"
NO_NUMBER = "Number not filled in yet: look on their website"
KIND_ICONS = {
    RuleKind.MUST_NOT: "stop",
    RuleKind.MUST: "must",
    RuleKind.TELL: "concern",
    RuleKind.MAY: "check",
    RuleKind.NOTE: "info",
}
_OWN_MANAGER = "line-manager"
"""A different person for everybody: the school leaves the name empty."""
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True)
class Icons:
    """The drawings of a folder, as elements that a screen reader passes over."""

    folder: Path
    _read: dict[str, str] = field(default_factory=dict)

    def __call__(self, name: str) -> Html:
        """One icon; it takes the colour of the words beside it."""
        if name not in self._read:
            drawing = (self.folder / f"{name}.svg").read_text("utf-8").strip()
            new = '<svg class="icon" aria-hidden="true" focusable="false"'
            self._read[name] = drawing.replace("<svg", new, 1)
        return Html(self._read[name])


def long_day(day: date | None) -> str:
    """`14 March 2023`; empty for no date."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}" if day else ""


def month_of(day: date) -> str:
    """`March 2024`."""
    return f"{_MONTHS[day.month - 1]} {day.year}"


def who(contact: Contact) -> str:
    """A contact by name and title, or by title alone."""
    return f"{contact.name}, {contact.title}" if contact.name else contact.title


def within(contact: Contact) -> str:
    """A contact's title within a sentence: `the headteacher`, `your line manager`."""
    title = contact.title
    first, _, rest = title.partition(" ")
    if first in ("Your", "The"):
        return title[0].lower() + title[1:]
    if contact.is_body:
        return title
    if rest == rest.lower() and not title.isupper():
        title = title[0].lower() + title[1:]
    return f"the {title}"


def missing(contact: Contact) -> str:
    """That the school has not filled in a name or a number; empty where nothing is missing."""
    if contact.id == _OWN_MANAGER:
        return ""
    if contact.is_blank:
        return NO_NAME
    return "" if contact.phone or contact.email or contact.site else NO_NUMBER


def ways_to_reach(contact: Contact, icons: Icons) -> Html | None:
    """Telephone, email and website of a contact as links, and when somebody checked them."""
    lines: list[Html] = []
    if contact.phone:
        dialled = "".join(sign for sign in contact.phone if sign.isdigit() or sign == "+")
        call = element("a", contact.phone, href=f"tel:{dialled}") if dialled else contact.phone
        lines.append(element("li", icons("phone"), " ", call))
    if contact.email:
        write = element("a", contact.email, href=f"mailto:{contact.email}")
        lines.append(element("li", icons("mail"), " ", write))
    if contact.site:
        lines.append(element("li", icons("globe"), " ", _site(contact.site)))
    if contact.hours:
        lines.append(element("li", icons("clock"), " ", contact.hours))
    if gap := missing(contact):
        lines.append(element("li", icons("info"), " ", gap, class_="missing"))
    return element("ul", *lines, class_="reach") if lines else None


def _site(site: str) -> Html | str:
    address = site if "://" in site else f"https://{site}"
    words = address.removeprefix("https://").rstrip("/")
    return element("a", words, href=address) if words != address else site
