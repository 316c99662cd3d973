"""A file as its author typed it: lines, with what is not prose marked as such."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

_QUOTE = re.compile(r" {0,3}>[ ]?")
_FENCE = re.compile(r" {0,3}(```|~~~)")
_MARKER = re.compile(r" *(?:[-*+]|\d{1,3}\.) ")
_CODE_SPAN = re.compile(r"(?<!`)(`{1,8})(?!`).+?(?<!`)\1(?!`)")


class LineKind(StrEnum):
    """What a line is to the rules."""

    FRONT = "front matter"
    COMMENT = "comment"
    CODE = "code"
    BLANK = "blank"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Line:
    """One line: as typed, and without comments and quotation marks at its start."""

    number: int
    raw: str
    kind: LineKind
    quoted: bool
    body: str

    @property
    def indent(self) -> int:
        """How many spaces the words stand from the margin."""
        return len(self.body) - len(self.body.lstrip(" "))

    @property
    def prefix(self) -> str:
        """The quotation marks before the body."""
        return self.raw[: len(self.raw) - len(self.body)] if self.quoted else ""

    @property
    def words(self) -> str:
        """The body with code between backticks blanked out."""
        return _CODE_SPAN.sub(lambda found: " " * len(found[0]), self.body)


Run = tuple[Line, ...]
"""Lines that follow each other without a blank one: one block to Markdown."""


@dataclass(frozen=True)
class SourceText:
    """A Markdown file as text. `file` is relative to the content folder."""

    file: str
    text: str

    @property
    def stem(self) -> str:
        """The name by which links call the file: `social-media`."""
        return self.file.rpartition("/")[2].partition(".")[0]

    @property
    def is_policy(self) -> bool:
        """True for a file of policies/ or guides/: both are read in one way."""
        return any(folder in f"/{self.file}" for folder in ("policies/", "guides/"))

    @property
    def is_story(self) -> bool:
        """True for the stories of a flow."""
        return self.file.endswith(".scenarios.md")

    @property
    def is_flow(self) -> bool:
        """True for a flow."""
        return "flows/" in f"/{self.file}" and not self.is_story

    @cached_property
    def raw(self) -> tuple[str, ...]:
        """The lines as typed, without their ends; a byte order mark is dropped."""
        text = self.text.removeprefix("\ufeff")
        return tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))

    @cached_property
    def front_end(self) -> int:
        """The number of the line that closes the front matter; 0 where there is none."""
        if self.raw[0].rstrip() != "---":
            return 0
        ends = (n for n, line in enumerate(self.raw[1:], 2) if line.rstrip() in ("---", "..."))
        return next(ends, 0)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """All lines with their kinds."""
        return tuple(_Reader(self).read())

    @property
    def words(self) -> Iterator[Line]:
        """The lines that hold words of the text."""
        return (line for line in self.lines if line.kind is LineKind.WORDS)

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """The blocks of the text, quotations apart from what surrounds them."""
        found: list[list[Line]] = []
        before: Line | None = None
        for line in self.lines:
            if line.kind is LineKind.WORDS:
                if before is None or before.quoted != line.quoted:
                    found.append([])
                found[-1].append(line)
            before = line if line.kind is LineKind.WORDS else None
        return tuple(tuple(run) for run in found)


class _Reader:
    """Goes through the lines once and says what each is."""

    def __init__(self, source: SourceText) -> None:
        self._source = source
        self._in_comment = False
        self._fence = ""
        self._in_list = False
        self._after_blank = True
        self._in_code = False

    def read(self) -> Iterator[Line]:
        for number, raw in enumerate(self._source.raw, 1):
            if number <= self._source.front_end:
                yield Line(number, raw, LineKind.FRONT, quoted=False, body="")
                continue
            text = self._without_comments(raw.expandtabs(4))
            mark = _QUOTE.match(text)
            body = text[mark.end() :] if mark else text
            kind = self._kind(raw, body)
            self._remember(kind, body)
            yield Line(number, raw, kind, quoted=bool(mark), body=body)

    def _without_comments(self, line: str) -> str:
        kept = ""
        while line:
            sign = "-->" if self._in_comment else "<!--"
            before, found, line = line.partition(sign)
            kept += "" if self._in_comment else before
            if found:
                self._in_comment = not self._in_comment
        return kept

    def _kind(self, raw: str, body: str) -> LineKind:
        fence = _FENCE.match(body)
        if self._fence or fence:
            if fence and (not self._fence or fence[1] == self._fence):
                self._fence = "" if self._fence else fence[1]
            return LineKind.CODE
        if not body.strip():
            return LineKind.COMMENT if raw.strip().strip("> ") else LineKind.BLANK
        indented = body.startswith("    ") and not self._in_list
        return LineKind.CODE if indented and self._after_blank else LineKind.WORDS

    def _remember(self, kind: LineKind, body: str) -> None:
        if kind is LineKind.WORDS:
            if _MARKER.match(body):
                self._in_list = True
            elif self._after_blank and not body.startswith(" "):
                self._in_list = False
        self._after_blank = kind is not LineKind.WORDS
