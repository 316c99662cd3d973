"""The form of a person or a body: its fields, its cards, and where it is named."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from handbook.app.contacts import ContactView, contact_view, the
from handbook.app.dates import long_date
from handbook.app.desk.form.views import FieldKind, FieldView
from handbook.app.desk.school.views import FormView, Known, UseView
from handbook.domain.blocks import all_spans
from handbook.domain.flow import Outcome
from handbook.domain.library import Library
from handbook.domain.links import Link, LinkKind
from handbook.domain.school import Contact, School
from handbook.markup.yaml_edit import comment_at

OWN_MANAGER = "line-manager"
"""A different person for everybody: the school leaves it blank."""
_HOLDS = timedelta(days=365)
_PERSON = (
    ("name", "Name", "person", True),
    ("hours", "Hours", "clock", True),
    ("phone", "Telephone", "phone", True),
    ("email", "Email", "mail", True),
)
_BODY = (
    ("phone", "Telephone", "phone", True),
    ("hours", "Hours", "clock", True),
    ("site", "Website", "globe", False),
    ("for", "What they are for, as staff read it", "", False),
)


def known(contact: Contact, today: date) -> Known:
    """How far somebody's details can be relied on."""
    if contact.id == OWN_MANAGER and contact.is_blank:
        return Known.ANYBODY
    if contact.is_blank or not (contact.phone or contact.email or contact.site):
        return Known.BLANK
    if contact.checked is None:
        return Known.UNCHECKED
    return Known.CHECKED if today - contact.checked <= _HOLDS else Known.OLD


def contact_form(contact: Contact, library: Library, text: str, today: date) -> FormView:
    """The form of a person or a body."""
    school = library.school
    group = "bodies" if contact.is_body else "people"
    used = tuple(uses(contact.id, library))
    said, is_checked = _checked(contact, today)
    return FormView(
        contact.id,
        contact.title,
        _lead(contact, len(used), is_known=bool(library.policies)),
        (*_lines(contact, group, text), *_choices(contact, school, group)),
        checked=said,
        is_checked=is_checked,
        cards=tuple(_cards(contact, school, today)),
        uses=used,
    )


def uses(role: str, library: Library) -> Iterator[UseView]:
    """Every clause and outcome that names somebody, each once."""
    for policy in library.policies:
        for clause in policy.clauses:
            links = (span.link for span in all_spans(clause.blocks))
            if Link(LinkKind.ROLE, role) in links:
                label = f"{policy.title} {clause.label}"
                yield UseView(f"{label}  {clause.title}", policy.file, clause.line)
    for flow in library.flows:
        for node in flow.nodes:
            if isinstance(node, Outcome) and role in _told(node):
                yield UseView(f"{flow.title}  {node.title}", flow.file, node.line)


def _told(outcome: Outcome) -> set[str]:
    named = {telling.role for telling in (*outcome.tell, *outcome.outside)}
    for line in outcome.if_about:
        named |= {line.role, *(telling.role for telling in line.tell)}
    return named


def _lead(contact: Contact, used: int, *, is_known: bool) -> str:
    if not is_known:
        return f"Links name them {contact.id}"
    places = "1 place" if used == 1 else f"{used} places"
    return (
        f"Named in {places} as {contact.id}" if used else f"Not named yet; links say {contact.id}"
    )


def _lines(contact: Contact, group: str, text: str) -> Iterator[FieldView]:
    values = {
        "name": contact.name,
        "phone": contact.phone,
        "email": contact.email,
        "hours": contact.hours,
        "site": contact.site,
        "for": contact.purpose,
    }
    anybody = contact.id == OWN_MANAGER
    for key, label, icon, half in _BODY if contact.is_body else _PERSON:
        path = (group, contact.id, key)
        reached = contact.phone or contact.email or contact.site
        needed = key == "name" or (key == "phone" and not reached)
        yield FieldView(
            path,
            label,
            values[key],
            help=_help(comment_at(text, path)),
            icon=icon,
            is_missing=needed and not values[key] and not anybody,
            half=half,
        )


def _help(comment: str) -> str:
    return comment[:1].upper() + comment[1:]


def _choices(contact: Contact, school: School, group: str) -> Iterator[FieldView]:
    if contact.is_body:
        return
    who = the(contact)
    others = [other for other in school.contacts.values() if other.id != contact.id]
    people = [other for other in others if not other.is_body]
    nobody = ("", "Nobody")
    away = (nobody, *((other.id, _named(other)) for other in people))
    subject = (nobody, *((other.id, _named(other)) for other in others))
    same = (("", "Nobody else: this is one person"), *((o.id, _named(o)) for o in people))
    yield FieldView(
        (group, contact.id, "when-away"),
        f"When {who} is away, go to",
        contact.when_away,
        kind=FieldKind.CHOICE,
        choices=_with_present(away, contact.when_away),
        warning=_blank_warning(contact.when_away, school),
    )
    yield FieldView(
        (group, contact.id, "when-subject"),
        f"When the concern is about {who}, go to",
        contact.when_subject,
        help="Change this only together with the safeguarding lead.",
        kind=FieldKind.CHOICE,
        choices=_with_present(subject, contact.when_subject),
        warning=_subject_warning(contact, school),
    )
    yield FieldView(
        (group, contact.id, "same-as"),
        "Is the same person as",
        contact.same_as,
        help="Say so where one person holds two roles: then nobody is sent to the person "
        "their worry is about.",
        kind=FieldKind.CHOICE,
        choices=_with_present(same, contact.same_as),
    )


def _with_present(choices: tuple[tuple[str, str], ...], value: str) -> tuple[tuple[str, str], ...]:
    """With what the file says now, should the school have no such role."""
    if any(value == each for each, _ in choices):
        return choices
    return (*choices, (value, f"{value} (no such role)"))


def _named(contact: Contact) -> str:
    return f"{contact.name}, {contact.title}" if contact.name else contact.title


def _blank_warning(role: str, school: School) -> str:
    if role and role not in school.contacts:
        return f"There is no role {role!r}."
    return ""


def _subject_warning(contact: Contact, school: School) -> str:
    if not contact.when_subject:
        return "Nobody is left to tell when the concern is about this person."
    told = school.instead_of(contact.id, (contact.id,))
    if told is None:
        return "This leads back to the same person: nobody is left to tell."
    other = school.contacts.get(told)
    if other is None:
        return f"There is no role {told!r}."
    if told != contact.when_subject:
        return f"As that is the same person, staff see {the(other)}."
    return ""


def _checked(contact: Contact, today: date) -> tuple[str, bool]:
    state = known(contact, today)
    if state in (Known.BLANK, Known.ANYBODY):
        return "", False
    if contact.checked is None:
        return "Nobody has made sure yet that these details are right.", False
    said = f"Checked on {long_date(contact.checked)}"
    if state is Known.OLD:
        return f"{said}: that is more than a year ago.", False
    return f"{said}.", True


def _cards(contact: Contact, school: School, today: date) -> Iterator[ContactView]:
    yield contact_view(contact, today, "Tell first" if not contact.is_body else "")
    away = school.contacts.get(contact.when_away)
    if away is not None:
        yield contact_view(away, today, f"If {the(contact)} is away")
    if contact.when_subject:
        told = school.contacts.get(school.instead_of(contact.id, (contact.id,)) or "")
        if told is not None:
            yield contact_view(told, today, f"If it is about {the(contact)}")
