"""Rules on school.yaml: people, bodies, and who stands in for whom."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from handbook.domain.confirming import MOST_DAYS, SETTING
from handbook.lint.finding import Finding, Fix, error, warning
from handbook.lint.front import read_date
from handbook.lint.known_numbers import KNOWN_NUMBERS, is_known_number
from handbook.lint.mending import day_meant, other_value
from handbook.lint.yaml_lines import BadYaml, Entry, read_entries

FILE = "school.yaml"

_TOP = ("school", "people", "bodies", "settings")
_SCHOOL = ("name", "id", "logo", "accent")
_REACH = ("title", "name", "phone", "email", "hours")
_LINKS = ("when-away", "when-subject", "same-as")
_PERSON = (*_REACH, *_LINKS, "checked")
_BODY = (*_REACH, *_LINKS, "checked", "site", "for")
_ROLE = re.compile(r"[a-z][a-z0-9-]*")
_LOOK = "Look at this line and at the one above."
_SAME = ("name", "phone", "email")

Fields = Mapping[str, Entry]


class _File:
    """What school.yaml holds, by role, with lines."""

    def __init__(self, entries: tuple[Entry, ...]) -> None:
        self.top = {entry.key: entry for entry in entries}
        self.people = self._contacts("people")
        self.bodies = self._contacts("bodies")

    def _contacts(self, group: str) -> dict[str, tuple[Entry, Fields]]:
        entries = self.top[group].entries if group in self.top else ()
        return {
            entry.key: (entry, {part.key: part for part in entry.entries}) for entry in entries
        }

    @property
    def all(self) -> dict[str, tuple[Entry, Fields]]:
        return {**self.people, **self.bodies}

    def value(self, role: str, key: str) -> str:
        fields = self.all[role][1] if role in self.all else {}
        return fields[key].text if key in fields else ""


@dataclass(frozen=True, slots=True)
class SchoolNames:
    """What links and owners may name, also where the rest of the file cannot be read."""

    people: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    settings: frozenset[str] = frozenset()


def names_in(text: str) -> SchoolNames:
    """The names in school.yaml; none where it is no YAML."""
    try:
        file = _File(read_entries(text))
    except BadYaml:
        return SchoolNames()
    settings = file.top["settings"].entries if "settings" in file.top else ()
    return SchoolNames(
        people=frozenset(file.people),
        roles=frozenset(file.all),
        settings=frozenset(entry.key for entry in settings),
    )


def check_school(text: str) -> Iterator[Finding]:
    """What is wrong with school.yaml."""
    try:
        entries = read_entries(text)
    except BadYaml as problem:
        yield error(
            FILE,
            problem.line,
            "school-unreadable",
            f"This cannot be read: {problem.problem}. {_LOOK}",
        )
        return
    file = _File(entries)
    yield from _unknown_keys(file)
    yield from _keys_twice(entries)
    yield from _fields(file, text.split("\n"))
    yield from _roles(file)
    for key in ("when-subject", "same-as"):
        yield from _rings(file, key)
    yield from _one_person(file)
    yield from _numbers(file)
    yield from _nobody_instead(file)
    yield from _days_to_confirm(file)


def _unknown_keys(file: _File) -> Iterator[Finding]:
    groups: list[tuple[Iterable[Entry], tuple[str, ...]]] = [(file.top.values(), _TOP)]
    if "school" in file.top:
        groups.append((file.top["school"].entries, _SCHOOL))
    groups += [(fields.values(), _PERSON) for _, fields in file.people.values()]
    groups += [(fields.values(), _BODY) for _, fields in file.bodies.values()]
    for entries, known in groups:
        for entry in entries:
            if entry.key not in known:
                yield error(
                    FILE,
                    entry.line,
                    "school-unknown",
                    f"{entry.key!r} is not known here. Correct it, or take the line out. Known "
                    f"are: {', '.join(known)}.",
                )


def _keys_twice(entries: tuple[Entry, ...]) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for entry in entries:
        if entry.key in first:
            yield error(
                FILE,
                entry.line,
                "school-twice",
                f"{entry.key!r} stands here already, in line {first[entry.key]}. Keep one.",
            )
        first.setdefault(entry.key, entry.line)
        yield from _keys_twice(entry.entries)


def _fields(file: _File, lines: list[str]) -> Iterator[Finding]:
    for role, (entry, fields) in file.all.items():
        if not _ROLE.fullmatch(role):
            yield error(
                FILE,
                entry.line,
                "school-role",
                f"{role!r} may hold only small letters, figures and hyphens.",
            )
        if not file.value(role, "title"):
            yield error(FILE, entry.line, "school-title", f"{role!r} has no title: write one.")
        checked = fields.get("checked")
        if checked and checked.text and read_date(checked.text) is None:
            yield error(
                FILE,
                checked.line,
                "school-date",
                f"{checked.text!r} is no date. Write year-month-day: 2026-09-01.",
                _with_day(lines, checked),
            )
    both = set(file.people) & set(file.bodies)
    for role in sorted(both):
        line = file.bodies[role][0].line
        yield error(FILE, line, "school-twice", f"{role!r} is a person and a body. Rename one.")


def _roles(file: _File) -> Iterator[Finding]:
    for role, (_, fields) in file.all.items():
        for key in _LINKS:
            entry = fields.get(key)
            if entry is None or not entry.text:
                continue
            if entry.text not in file.all:
                yield error(
                    FILE,
                    entry.line,
                    "school-role",
                    f"{key!r} of {role!r} names {entry.text!r}, which is nobody on this page. "
                    "Name a person or body of it.",
                )
            elif entry.text == role:
                yield error(
                    FILE,
                    entry.line,
                    "school-ring",
                    f"{key!r} of {role!r} names {role!r}. Name another.",
                )


def _rings(file: _File, key: str) -> Iterator[Finding]:
    told: set[str] = set()
    for role in file.all:
        ring = _ring(file, role, key)
        if len(ring) < 2 or told & set(ring):
            continue
        told.update(ring)
        way = " → ".join((*ring, ring[0]))
        yield error(
            FILE,
            file.all[ring[0]][1][key].line,
            "school-ring",
            f"{key!r} runs in a ring: {way}. One of them must name somebody else, or nobody.",
        )


def _ring(file: _File, role: str, key: str) -> tuple[str, ...]:
    way: list[str] = []
    while role and role not in way:
        way.append(role)
        role = file.value(role, key)
    return tuple(way[way.index(role) :]) if role else ()


def _with_day(lines: list[str], checked: Entry) -> Fix | None:
    day = day_meant(checked.text)
    return other_value(lines[checked.line - 1], checked.line, checked.text, day) if day else None


def _one_person(file: _File) -> Iterator[Finding]:
    for key in _SAME:
        first: dict[str, str] = {}
        for role, (entry, fields) in file.people.items():
            value = "".join(file.value(role, key).split()).casefold()
            if not value:
                continue
            other = first.setdefault(value, role)
            if other != role and not _joined(file, role, other):
                yield error(
                    FILE,
                    fields[key].line if key in fields else entry.line,
                    "school-same",
                    f"{role!r} and {other!r} have the same {key}. If one person holds both, write "
                    f"'same-as: {other}' under {role!r}; if not, correct one of them. Nobody may "
                    "be sent to the person they are worried about.",
                )


def _joined(file: _File, one: str, other: str) -> bool:
    return _root(file, one) == _root(file, other)


def _root(file: _File, role: str) -> str:
    seen: set[str] = set()
    while role not in seen and file.value(role, "same-as"):
        seen.add(role)
        role = file.value(role, "same-as")
    return role


def _numbers(file: _File) -> Iterator[Finding]:
    for role, (entry, fields) in file.bodies.items():
        phone = file.value(role, "phone")
        if not is_known_number(role, phone):
            yield error(
                FILE,
                fields["phone"].line,
                "school-number",
                f"{phone!r} is not the number of {file.value(role, 'title') or role}: it is "
                f"{KNOWN_NUMBERS[role]}. If it has really changed, a new version of the program "
                "must say so.",
            )
        if phone and not file.value(role, "checked"):
            yield warning(
                FILE,
                entry.line,
                "school-unchecked",
                f"The number of {role!r} has no date under 'checked'. Ring it, and write the day.",
            )


def _nobody_instead(file: _File) -> Iterator[Finding]:
    for role, (entry, _) in file.people.items():
        if not file.value(role, "when-subject"):
            yield warning(
                FILE,
                entry.line,
                "school-instead",
                f"Nobody is named under 'when-subject' of {role!r}: whom do staff tell when the "
                "worry is about this person?",
            )


def _days_to_confirm(file: _File) -> Iterator[Finding]:
    settings = file.top["settings"].entries if "settings" in file.top else ()
    for entry in settings:
        days = entry.text.strip()
        right = days.isascii() and days.isdigit() and 1 <= int(days[:4]) <= MOST_DAYS
        if entry.key == SETTING and not right:
            yield error(
                FILE,
                entry.line,
                "school-days",
                f"{entry.text!r} is no number of days from 1 to {MOST_DAYS}. This is how long "
                "staff have to confirm a policy that is new or has changed.",
            )
