"""Rules on the lines between the two --- at the top of a file."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date

from handbook.domain.audience import KNOWN
from handbook.domain.flow import Part
from handbook.domain.policy import Confirm
from handbook.lint.finding import Finding, Fix, error, warning
from handbook.lint.mending import day_meant, meant, other_value
from handbook.lint.text.source import SourceText
from handbook.lint.yaml_lines import BadYaml, Entry, read_entries

REQUIRED = {
    "policy": ("title", "collection", "owner", "version", "approved", "review"),
    "flow": ("title", "law-as-of"),
    "stories": ("title", "flow"),
    "guide": (),
}
"""What must be filled in above a file of each kind."""
_WISHED = {
    "policy": ("summary", "approved-by", "law-as-of", "applies-to", "confirm"),
    "flow": ("priority",),
    "stories": (),
    "guide": (),
}
_OTHER = {
    "policy": ("why-changed", "keywords", "numbering", "organisation", "last-review", "related"),
    "flow": ("needs", "summary"),
    "stories": (),
    "guide": ("title", "collection", "summary", "owner", "version", "review", "why-changed"),
}
_DATES = ("approved", "review", "law-as-of")
_LISTS = ("applies-to", "keywords", "priority", "needs", "related")
_WHY = 200
"""Letters of a sentence that is read before what changed; the rest belongs into the text."""
_VERSION = re.compile(r"\d+(\.\d+)*")

Front = dict[str, Entry]


def check_front(source: SourceText, roles: Collection[str] | None) -> Iterator[Finding]:
    """What is wrong with the front matter of a Markdown file.

    Without `roles`, because school.yaml cannot be read, nothing is said of the owner.
    """
    kind = _kind(source)
    if not source.front_end:
        if kind != "guide":
            yield _no_front(source)
        return
    text = "\n".join(source.raw[1 : source.front_end - 1])
    try:
        entries = read_entries(text, 2)
    except BadYaml as problem:
        yield _unreadable(source, problem)
        return
    front = {entry.key: entry for entry in entries}
    yield from _twice(source, entries)
    yield from _keys(source, kind, front)
    yield from _plain_values(source, kind, entries)
    yield from _dates(source, front)
    yield from _why(source, front)
    if kind == "policy":
        yield from _policy_values(source, front, roles)
    if kind == "flow":
        yield from _needs(source, front)


def _kind(source: SourceText) -> str:
    if source.is_policy:
        return "policy"
    if source.is_story:
        return "stories"
    return "flow" if source.is_flow else "guide"


def _no_front(source: SourceText) -> Finding:
    return error(
        source.file,
        1,
        "front-missing",
        "The file must begin with a line of ---, the title and the other facts about it, and "
        "another line of ---.",
    )


def _unreadable(source: SourceText, problem: BadYaml) -> Finding:
    return error(
        source.file,
        problem.line,
        "front-unreadable",
        f"The facts at the top cannot be read: {problem.problem}. Write 'key: value', one a "
        "line, and put quotation marks round a value that holds a colon.",
    )


def _twice(source: SourceText, entries: tuple[Entry, ...]) -> Iterator[Finding]:
    seen: set[str] = set()
    for entry in entries:
        if entry.key in seen:
            words = f"{entry.key!r} is here twice. Keep one of the two lines."
            yield error(source.file, entry.line, "front-twice", words)
        seen.add(entry.key)


def _plain_values(source: SourceText, kind: str, entries: tuple[Entry, ...]) -> Iterator[Finding]:
    plain = {*REQUIRED[kind], *_WISHED[kind], *_OTHER[kind]}.difference(_LISTS)
    for entry in entries:
        if entry.key in plain and not isinstance(entry.value, str):
            yield error(
                source.file,
                entry.line,
                "front-list",
                f"{entry.key!r} takes one value. Take the brackets out.",
                _without_brackets(source, entry),
            )


def _keys(source: SourceText, kind: str, front: Front) -> Iterator[Finding]:
    for key in REQUIRED[kind]:
        if key not in front or not front[key].value:
            yield error(
                source.file,
                front[key].line if key in front else 1,
                "front-required",
                f"Fill in {key!r} at the top of the file.",
            )
    for key in _WISHED[kind]:
        if key not in front or not front[key].value:
            line = front[key].line if key in front else 1
            words = f"{key!r} is not filled in. Staff are shown it: fill it in when you can."
            yield warning(source.file, line, "front-wished", words)
    known = (*REQUIRED[kind], *_WISHED[kind], *_OTHER[kind])
    for key, entry in front.items():
        if key not in known:
            yield error(
                source.file,
                entry.line,
                "front-unknown",
                f"{key!r} is not known here. Correct it, or take the line out. Known are: "
                f"{', '.join(known)}.",
                _renamed(source, entry, meant(key, [name for name in known if name not in front])),
            )


def _dates(source: SourceText, front: Front) -> Iterator[Finding]:
    for key in _DATES:
        text = front[key].text if key in front else ""
        if text and read_date(text) is None:
            yield error(
                source.file,
                front[key].line,
                "front-date",
                f"{key!r} is {text!r}. Write the date as year-month-day: 2026-09-01.",
                _other(source, front[key].line, text, day_meant(text)),
            )


def _policy_values(
    source: SourceText, front: Front, roles: Collection[str] | None
) -> Iterator[Finding]:
    owner, version = front.get("owner"), front.get("version")
    if roles is not None and owner and owner.text and owner.text not in roles:
        yield error(
            source.file,
            owner.line,
            "front-owner",
            f"The owner {owner.text!r} is not one of the people in school.yaml. Write the name "
            "of a role as it stands there, such as headteacher.",
            _other(source, owner.line, owner.text, meant(owner.text, roles)),
        )
    if version and version.text and not _VERSION.fullmatch(version.text):
        yield error(
            source.file,
            version.line,
            "front-version",
            f'The version {version.text!r} must be numbers with points, such as "3.2".',
            _other(source, version.line, version.text, _version_meant(version.text)),
        )
    yield from _choices(source, front, "confirm", tuple(Confirm))
    yield from _choices(source, front, "numbering", ("authored", "made"))
    yield from _audiences(source, front)
    approved, review = _date_of(front, "approved"), _date_of(front, "review")
    if approved and review and review <= approved:
        yield error(
            source.file,
            front["review"].line,
            "front-review",
            "The review date must come after the date on which the policy was approved. Correct "
            "the one that is wrong.",
        )


def _why(source: SourceText, front: Front) -> Iterator[Finding]:
    entry = front.get("why-changed")
    if entry and len(entry.text) > _WHY:
        words = f"'why-changed' has {len(entry.text)} letters. Say it in one sentence of at most"
        yield warning(source.file, entry.line, "front-why", f"{words} {_WHY}.")


def _choices(
    source: SourceText, front: Front, key: str, allowed: tuple[str, ...]
) -> Iterator[Finding]:
    entry = front.get(key)
    if entry and entry.text and entry.text not in allowed:
        yield error(
            source.file,
            entry.line,
            f"front-{key}",
            f"{key!r} is {entry.text!r}. It may be: {', '.join(allowed)}.",
            _other(source, entry.line, entry.text, meant(entry.text.casefold(), allowed)),
        )


def _audiences(source: SourceText, front: Front) -> Iterator[Finding]:
    entry = front.get("applies-to")
    for name, line in entry.items if entry else ():
        if name not in KNOWN:
            yield error(
                source.file,
                line,
                "front-applies-to",
                f"'applies-to' names {name!r}, and nobody would be asked to read this. It may "
                f"name: {', '.join(KNOWN)}.",
                _other(source, line, name, meant(name.casefold(), KNOWN)),
            )


def _needs(source: SourceText, front: Front) -> Iterator[Finding]:
    entry = front.get("needs")
    for name, line in entry.items if entry else ():
        if name not in set(Part):
            yield error(
                source.file,
                line,
                "front-needs",
                f"'needs' names {name!r}, which is no heading of an outcome. Known are: "
                f"{', '.join(Part)}.",
                _other(source, line, name, meant(name.capitalize(), tuple(Part))),
            )


def _other(source: SourceText, line: int, was: str, new: str) -> Fix | None:
    return other_value(source.raw[line - 1], line, was, new) if new else None


def _renamed(source: SourceText, entry: Entry, name: str) -> Fix | None:
    raw = source.raw[entry.line - 1]
    rest = raw[len(entry.key) :]
    return Fix(entry.line, entry.line, name + rest) if name and raw.startswith(entry.key) else None


def _without_brackets(source: SourceText, entry: Entry) -> Fix | None:
    raw = source.raw[entry.line - 1]
    if len(entry.items) != 1 or not raw.rstrip().endswith("]"):
        return None
    return Fix(entry.line, entry.line, f"{entry.key}: {entry.items[0][0]}")


def _version_meant(text: str) -> str:
    found = re.search(r"\d+(?:\.\d+)*", text)
    return found[0] if found else ""


def _date_of(front: Front, key: str) -> date | None:
    return read_date(front[key].text) if key in front else None


def read_date(text: str) -> date | None:
    """A date written year first; None for anything else."""
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
