"""A Markdown file before it is parsed: limits, front matter, comments, what staff ask."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from handbook.domain.errors import ContentError
from handbook.domain.place import Place
from handbook.markup.front_matter import FrontMatter, read_front_matter

MAX_BYTES = 2_000_000
MAX_LINE = 10_000
MAX_LEVELS = 20
MAX_BRACKETS = 500

_ASKED = re.compile(r"<!--\s*asked:(?P<asked>.*?)-->", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_BLANK = re.compile(r"\n[ \t]*\n")


@dataclass(frozen=True, slots=True)
class Source:
    """The text of a file, ready for Markdown, with its line numbers kept.

    `body` has as many lines as the file: front matter and comments are blank in it.
    """

    file: str
    body: str
    front: FrontMatter
    asked: dict[int, tuple[str, ...]] = field(default_factory=dict)
    """What staff ask, by the line on which the comment begins."""

    @classmethod
    def read(cls, text: str, file: str) -> Source:
        """Take a file apart; raises ContentError beyond the limits of the reader."""
        text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        text = _CONTROL.sub("", text)
        _check_limits(text, file)
        front, body = read_front_matter(text, file)
        asked = {
            body.count("\n", 0, found.start()) + 1: tuple(
                phrase for part in found["asked"].split("·") if (phrase := " ".join(part.split()))
            )
            for found in _ASKED.finditer(body)
        }
        return cls(file, _COMMENT.sub(_blank, body), front, asked)

    def error(self, line: int, problem: str) -> ContentError:
        """A problem at a line of this file."""
        return ContentError(Place(self.file, line), problem)

    def asked_under(self, line: int) -> tuple[str, ...]:
        """What the comment under the heading at a line says that staff ask."""
        lines = self.body.split("\n")
        at = line + 1
        while at <= len(lines) and not lines[at - 1].strip():
            if at in self.asked:
                return self.asked[at]
            at += 1
        return ()


def _blank(found: re.Match[str]) -> str:
    return "\n" * found[0].count("\n")


def _levels(line: str) -> int:
    """How deep a line stands: its quotation marks, and its indentation by fours."""
    lead = line[: len(line) - len(line.lstrip(" >"))]
    return lead.count(">") + lead.replace("> ", "").count(" ") // 4


def _check_limits(text: str, file: str) -> None:
    if len(text.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        raise ContentError(Place(file, 1), "the file is larger than 2 MB")
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > MAX_LINE:
            raise ContentError(Place(file, number), f"the line has over {MAX_LINE:,} characters")
        if _levels(line.expandtabs(4)) > MAX_LEVELS:
            raise ContentError(Place(file, number), f"the line is over {MAX_LEVELS} levels deep")
    start = 0
    for end in [*(found.end() for found in _BLANK.finditer(text)), len(text)]:
        if text.count("[", start, end) > MAX_BRACKETS:
            at = text.count("\n", 0, start) + 1
            raise ContentError(
                Place(file, at), f"there are over {MAX_BRACKETS} square brackets in one block"
            )
        start = end
