"""The list of staff, as a spreadsheet saves it."""

from __future__ import annotations

import csv
import io
import re
from datetime import date
from pathlib import Path

from handbook.domain.audience import EVERYONE, Audience
from handbook.domain.errors import BadRoster
from handbook.domain.reading_report import Member

_LARGEST = 5_000_000
_USER, _NAME, _ROLES, _STARTED = "user", "name", "roles", "started"
_CALLED = {"role": _ROLES, "account": _USER, "username": _USER, "start": _STARTED}
"""Other names that a column may have."""
_BRITISH = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")


def read_roster(path: Path) -> tuple[list[Member], list[BadRoster]]:
    """The members of a list, and what is wrong with its other lines.

    Raises BadRoster where the list itself cannot be used, and OSError.
    """
    rows = _rows(path)
    if not rows:
        raise BadRoster(path.name, 1, "the list is empty")
    number, head = rows[0]
    columns = {_column(cell): place for place, cell in enumerate(head)}
    if _USER not in columns:
        raise BadRoster(
            path.name, number, "the first line must name the columns, one of them user"
        )
    members: list[Member] = []
    problems: list[BadRoster] = []
    seen: dict[str, int] = {}
    for number, cells in rows[1:]:
        try:
            member = _member(path.name, number, cells, columns)
        except BadRoster as problem:
            problems.append(problem)
            continue
        if (first := seen.setdefault(member.user.casefold(), number)) == number:
            members.append(member)
        else:
            words = f"{member.user} stands in line {first} too"
            problems.append(BadRoster(path.name, number, words))
    return members, problems


def _rows(path: Path) -> list[tuple[int, list[str]]]:
    data = path.read_bytes()
    if len(data) > _LARGEST:
        raise BadRoster(path.name, 1, "the file is larger than a list of staff is")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")  # what spreadsheets on Windows write
    first = text.partition("\n")[0]
    mark = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
    try:
        rows = [(reader.line_num, [cell.strip() for cell in cells]) for cells in reader]
    except csv.Error as error:
        raise BadRoster(path.name, reader.line_num, f"this is no table ({error})") from None
    return [(number, cells) for number, cells in rows if any(cells)]


def _column(cell: str) -> str:
    name = cell.casefold()
    return _CALLED.get(name, name)


def _member(file: str, line: int, cells: list[str], columns: dict[str, int]) -> Member:
    def cell(name: str) -> str:
        place = columns.get(name, len(cells))
        return cells[place] if place < len(cells) else ""

    user = cell(_USER)
    if not user:
        raise BadRoster(file, line, "this line has no user")
    return Member(
        user=user,
        name=cell(_NAME) or user,
        audiences=_audiences(file, line, cell(_ROLES)),
        started=_day(file, line, cell(_STARTED)),
    )


def _audiences(file: str, line: int, text: str) -> tuple[Audience, ...]:
    words = [word.strip().casefold().replace(" ", "-") for word in re.split(r"[;,/]", text)]
    named = [word for word in words if word and word != EVERYONE]
    for word in named:
        if word not in tuple(Audience):
            known = ", ".join(Audience)
            raise BadRoster(file, line, f"{word!r} is no role. Write one of: {known}")
    return tuple(Audience(word) for word in dict.fromkeys(named))


def _day(file: str, line: int, text: str) -> date | None:
    if not text:
        return None
    british = _BRITISH.fullmatch(text)
    try:
        if british:
            return date(int(british[3]), int(british[2]), int(british[1]))
        return date.fromisoformat(text)
    except ValueError:
        words = f"{text!r} is no date. Write 2026-09-01 or 01/09/2026"
        raise BadRoster(file, line, words) from None
