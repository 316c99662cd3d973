"""What the parts of a line are, for the colours of the editor. Lint judges; this only looks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, IntEnum, auto

from handbook.domain.rule import KIND_OF_LEAD, RuleKind


class Part(Enum):
    """What a run of letters is."""

    HEADING = auto()
    ID = auto()
    KEY = auto()
    COMMENT = auto()
    LEAD = auto()
    """The bold words that make a rule of a quotation."""
    STRONG = auto()
    EMPHASIS = auto()
    LINK = auto()
    TARGET = auto()
    MARK = auto()
    """Signs that stand for no word: of a list, a quotation, a table, a fence."""
    CODE = auto()
    VALUE = auto()


class Mode(IntEnum):
    """What a line stands in; Qt keeps it with the line."""

    START = -1
    FRONT = 1
    BODY = 2
    COMMENT = 3
    CODE = 4


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of a line that are one part, from 0."""

    start: int
    length: int
    part: Part
    kind: RuleKind | None = None
    """For a lead, the rule that it makes."""


_HEADING = re.compile(r"(#{1,6})\s+.*?(\{:?\s*#[^}]*\})?\s*$")
_KEY = re.compile(r"(\s*(?:-\s+)?)([A-Za-z][\w-]*)(:)(?=\s|$)")
_STRONG = re.compile(r"\*\*(?!\s)(.+?)(?<!\s)\*\*")
_EMPHASIS = re.compile(r"(?<![*\w])[*_](?![\s*_])([^*_]+?)(?<!\s)[*_](?![*\w])")
_LINK = re.compile(r"!?\[([^\[\]]*)\](\([^()\s]*\))(\{:[^}]*\})?")
_ITEM = r"(?:[-*+]|\d{1,3}\.)(?=\s)"
_MARKS = re.compile(rf"\s*((?:>\s?)+|{_ITEM})?\s*({_ITEM})?")
_CODE_SPAN = re.compile(r"`[^`]+`")
_FENCE = re.compile(r"\s{0,3}(```|~~~)")
_TEXT = re.compile(r"\"[^\"]*\"|'[^']*'")


def yaml_runs(line: str) -> Iterator[Run]:
    """The parts of a line of school.yaml, words.yaml or of what stands above a policy."""
    comment = _comment_of(line)
    until = comment if comment is not None else len(line)
    found = _KEY.match(line)
    if found and found.end(2) <= until:
        yield Run(found.start(2), len(found[2]) + 1, Part.KEY)
    for text in _TEXT.finditer(line[:until]):
        yield Run(text.start(), len(text[0]), Part.VALUE)
    if comment is not None:
        yield Run(comment, len(line) - comment, Part.COMMENT)


def runs(line: str, mode: Mode) -> tuple[tuple[Run, ...], Mode]:
    """The parts of a line of Markdown, and what the next line stands in."""
    stripped = line.strip()
    if mode in (Mode.START, Mode.FRONT):
        if stripped == "---":
            after = Mode.FRONT if mode is Mode.START else Mode.BODY
            return (Run(0, len(line), Part.MARK),), after
        if mode is Mode.FRONT:
            return tuple(yaml_runs(line)), Mode.FRONT
    if mode is Mode.CODE or _FENCE.match(line):
        ends = mode is Mode.CODE and _FENCE.match(line)
        return (Run(0, len(line), Part.CODE),), Mode.BODY if ends else Mode.CODE
    return _body(line, inside=mode is Mode.COMMENT)


def _body(line: str, *, inside: bool) -> tuple[tuple[Run, ...], Mode]:
    comments, after = _comments(line, inside=inside)
    covered = [(run.start, run.start + run.length) for run in comments]
    words = [
        run
        for run in _words(line)
        if not any(start < run.start + run.length and run.start < end for start, end in covered)
    ]
    return (*words, *comments), Mode.COMMENT if after else Mode.BODY


def _words(line: str) -> Iterator[Run]:
    heading = _HEADING.match(line)
    if heading:
        end = heading.start(2) if heading[2] else len(line)
        yield Run(0, end, Part.HEADING)
        if heading[2]:
            yield Run(end, len(heading[2]), Part.ID)
        return
    yield from _signs(line)
    is_quote = line.lstrip().startswith(">")
    for found in _STRONG.finditer(line):
        lead = KIND_OF_LEAD.get(found[1].strip(" .:")) if is_quote else None
        part = Part.LEAD if lead else Part.STRONG
        yield Run(found.start(), len(found[0]), part, lead)
    for found in _EMPHASIS.finditer(line):
        yield Run(found.start(), len(found[0]), Part.EMPHASIS)
    yield from _links(line)
    for found in _CODE_SPAN.finditer(line):
        yield Run(found.start(), len(found[0]), Part.CODE)


def _signs(line: str) -> Iterator[Run]:
    marks = _MARKS.match(line)
    if marks and (marks[1] or marks[2]):
        yield Run(0, len(marks[0].rstrip()), Part.MARK)
    if line.lstrip().startswith("|"):
        yield from (Run(at, 1, Part.MARK) for at, letter in enumerate(line) if letter == "|")


def _links(line: str) -> Iterator[Run]:
    for found in _LINK.finditer(line):
        yield Run(found.start(1), len(found[1]), Part.LINK)
        yield Run(found.start(2), len(found[2]), Part.TARGET)
        if found[3]:
            yield Run(found.start(3), len(found[3]), Part.ID)


def _comments(line: str, *, inside: bool) -> tuple[list[Run], bool]:
    found: list[Run] = []
    at = 0
    while at < len(line):
        if inside:
            end = line.find("-->", at)
            stop = len(line) if end < 0 else end + 3
            found.append(Run(at, stop - at, Part.COMMENT))
            inside, at = end < 0, stop
        else:
            start = line.find("<!--", at)
            if start < 0:
                break
            inside, at = True, start
    return found, inside


def _comment_of(line: str) -> int | None:
    """Where a comment of YAML begins: # at the start or after a space, not in a quoted text."""
    quoted = [(found.start(), found.end()) for found in _TEXT.finditer(line)]
    for at, letter in enumerate(line):
        outside = not any(start <= at < end for start, end in quoted)
        if letter == "#" and outside and (at == 0 or line[at - 1].isspace()):
            return at
    return None
