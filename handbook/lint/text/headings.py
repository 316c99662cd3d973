"""Rules on headings and their ids."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from handbook.domain.flow import Part
from handbook.lint.finding import Finding, Fix, error, warning
from handbook.lint.text.source import Line, SourceText

_HEADING = re.compile(r"(?P<marks>#{1,6})(?P<space> *)(?P<words>.*)")
_ID = re.compile(r" *\{: ?#(?P<long>[^}\s]*) ?\}$| *\{ ?#(?P<short>[^}\s]*) ?\}$")
_GOOD_ID = re.compile(r"[a-z0-9][a-z0-9-]*")
_ANY_ID = re.compile(r"#(?P<id>[^\s{}]+)")
_BRACES = re.compile(r"\{[^{}]*\}")
_NUMBER_ID = re.compile(
    r"(?:(?:section|clause|part|para|paragraph|point|s|c|p)-?)?\d{1,2}(?:-\d{1,2})*[a-z]?"
)
_UNDERLINE = re.compile(r"[-=]+ *")


def heading_space(source: SourceText) -> Iterator[Finding]:
    """A `#` right before a word."""
    for line in source.words:
        found = _HEADING.fullmatch(line.body.rstrip())
        if found and not found["space"] and found["words"]:
            fixed = f"{line.prefix}{found['marks']} {found['words']}"
            yield error(
                source.file,
                line.number,
                "heading-space",
                f"Put a space after {found['marks']}, or the heading is not read everywhere.",
                Fix(line.number, line.number, fixed),
            )


def heading_braces(source: SourceText) -> Iterator[Finding]:
    """Braces in a heading that are not one `{#id}` at its end."""
    for line, level, words in _headings(source):
        rest = _ID.sub("", words)
        if "{" in rest or "}" in rest:
            yield error(
                source.file,
                line.number,
                "heading-braces",
                "The heading has braces that are not an id. Write its id at the very end, as "
                "{#some-id}: small letters, figures and hyphens, straight braces, nothing else.",
                _one_id(line, words, _ids(source, line)),
            )
        elif level in (2, 3) and (given := _id_of(words)) and not _GOOD_ID.fullmatch(given):
            yield error(
                source.file,
                line.number,
                "heading-id",
                f"The id {given!r} may hold only small letters, figures and hyphens. Write "
                "another one.",
                _one_id(line, words, _ids(source, line)),
            )


def heading_id_number(source: SourceText) -> Iterator[Finding]:
    """An id that is a number, which is another one when a clause is put before it."""
    if not source.is_policy:
        return
    for line, level, words in _headings(source):
        if level in (2, 3) and _NUMBER_ID.fullmatch(_id_of(words)):
            yield warning(
                source.file,
                line.number,
                "id-number",
                f"The id {_id_of(words)!r} is a number. When a clause is put in before this one, "
                "the number goes to another clause, and the id stays. Choose a word of the "
                "heading, before staff have it.",
            )


def heading_without_id(source: SourceText) -> Iterator[Finding]:
    """A heading that links must be able to reach, and cannot."""
    taken = {given for _, _, words in _headings(source) if (given := _id_of(words))}
    for line, level, words in _headings(source):
        if level != 2 and not (level == 3 and source.is_policy):
            continue
        if _id_of(words) or "{" in words:
            continue
        new = _free(_slug(words), taken)
        taken.add(new)
        yield error(
            source.file,
            line.number,
            "heading-id",
            f"The heading has no id, so nothing can link to it. Write {{#{new}}} at its end, and "
            "never change it afterwards.",
            Fix(line.number, line.number, f"{line.body.rstrip()} {{#{new}}}"),
        )


def heading_id_twice(source: SourceText) -> Iterator[Finding]:
    """An id that two headings of a file have."""
    first: dict[str, int] = {}
    taken = {_id_of(words) for _, _, words in _headings(source)}
    for line, _, words in _headings(source):
        given = _id_of(words)
        if not given:
            continue
        if given in first:
            new = _free(given, taken)
            taken.add(new)
            yield error(
                source.file,
                line.number,
                "id-twice",
                f"The id {given!r} is already used in line {first[given]}. "
                f"Give this heading another one, such as {new!r}.",
                _with_id(line, _ID.sub("", words), new),
            )
        else:
            first[given] = line.number


def underlined_heading(source: SourceText) -> Iterator[Finding]:
    """`---` right under words, which turns the words into a heading."""
    for run in source.runs:
        for before, line in pairwise(run):
            if _UNDERLINE.fullmatch(line.body) and "|" not in before.body:
                yield error(
                    source.file,
                    line.number,
                    "underline",
                    "A line of --- or === right under words turns them into a heading. "
                    "Leave a blank line between, or write the heading with ##.",
                    Fix(line.number, line.number, f"{line.prefix.rstrip()}\n{line.raw}"),
                )


def outcome_heading(source: SourceText) -> Iterator[Finding]:
    """A `###` of a flow that is none of the fixed ones."""
    if not source.is_flow:
        return
    known = {_folded(part): part for part in Part}
    for line, level, words in _headings(source):
        if level != 3 or words in set(Part):
            continue
        meant = known.get(_folded(words))
        fix = Fix(line.number, line.number, f"### {meant}") if meant else None
        yield error(
            source.file,
            line.number,
            "outcome-heading",
            f"{words!r} is no heading of an outcome. Use one of: {', '.join(Part)}.",
            fix,
        )


def _headings(source: SourceText) -> Iterator[tuple[Line, int, str]]:
    for line in source.words:
        found = None if line.quoted else _HEADING.fullmatch(line.body.rstrip())
        if found and found["words"]:
            yield line, len(found["marks"]), found["words"].strip()


def _ids(source: SourceText, but: Line) -> set[str]:
    """The ids of all other headings."""
    return {_id_of(words) for line, _, words in _headings(source) if line is not but}


def _one_id(line: Line, words: str, taken: set[str]) -> Fix:
    """The heading with its words, and one id that can be used at their end."""
    found = _ANY_ID.search(words)
    bare = " ".join(_BRACES.sub(" ", words).replace("{", "").replace("}", "").split())
    wanted = "-".join(re.findall(r"[a-z0-9]+", found["id"].casefold())) if found else ""
    return _with_id(line, bare, _free(wanted or _slug(bare), taken))


def _with_id(line: Line, words: str, name: str) -> Fix:
    marks = line.body[: len(line.body) - len(line.body.lstrip("#"))]
    return Fix(line.number, line.number, f"{line.prefix}{marks} {words.strip()} {{#{name}}}")


def _id_of(words: str) -> str:
    found = _ID.search(words)
    return (found["long"] or found["short"] or "") if found else ""


def _folded(words: str) -> str:
    return "".join(letter for letter in words.casefold() if letter.isalpha())


def _slug(words: str) -> str:
    parts = re.findall(r"[a-z0-9]+", words.casefold().replace("'", "").replace("’", ""))
    return "-".join(parts[:4]) or "part"


def _free(wanted: str, taken: set[str]) -> str:
    name, number = wanted, 2
    while name in taken:
        name, number = f"{wanted}-{number}", number + 1
    return name
