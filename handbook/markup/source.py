"""A Markdown file before it is parsed: limits, front matter, comments, what staff ask."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from handbook.domain.errors import ContentError
from handbook.domain.place import Place
from handbook.markup.front_matter import FrontMatter, read_front_matter

MAX_BYTES = 2_000_000
MAX_LINE = 10_000
MAX_LEVELS = 20
MAX_BRACKETS = 500

_OPEN, _CLOSE = "<!--", "-->"
_ASKED = re.compile(r"\s*asked:(?P<asked>.*)", re.DOTALL)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_MARK = re.compile(r"(?:>|[-+*]|\d{1,9}\.) ?")
_LEAD = re.compile(r"(?:> ?| |(?:[-+*]|\d{1,9}\.) )*")
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
    lines: tuple[str, ...] = ()
    """The lines of the body."""

    @classmethod
    def read(cls, text: str, file: str) -> Source:
        """Take a file apart; raises ContentError beyond the limits of the reader."""
        text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        text = _CONTROL.sub("", text)
        _check_limits(text, file)
        front, body = read_front_matter(text, file)
        shown, asked = _without_comments(body)
        return cls(file, shown, front, asked, tuple(shown.split("\n")))

    def error(self, line: int, problem: str) -> ContentError:
        """A problem at a line of this file."""
        return ContentError(Place(self.file, line), problem)

    def asked_under(self, line: int) -> tuple[str, ...]:
        """What the comment under the heading at a line says that staff ask."""
        at = line + 1
        while at <= len(self.lines) and not self.lines[at - 1].strip():
            if at in self.asked:
                return self.asked[at]
            at += 1
        return ()


def _without_comments(body: str) -> tuple[str, dict[int, tuple[str, ...]]]:
    """The text with its comments blank, and what they say that staff ask.

    Walks the text once: a pattern would look for the end again at each `<!--`.
    """
    shown: list[str] = []
    asked: dict[int, tuple[str, ...]] = {}
    at, line = 0, 1
    while (start := body.find(_OPEN, at)) >= 0 and (
        end := body.find(_CLOSE, start + len(_OPEN))
    ) >= 0:
        line += body.count("\n", at, start)
        comment = body[start + len(_OPEN) : end]
        if found := _ASKED.fullmatch(comment):
            asked[line] = tuple(_phrases(found["asked"]))
        breaks = comment.count("\n")
        shown += [body[at:start], "\n" * breaks]
        at, line = end + len(_CLOSE), line + breaks
    return "".join([*shown, body[at:]]), asked


def _phrases(asked: str) -> Iterator[str]:
    return (phrase for part in asked.split("·") if (phrase := " ".join(part.split())))


def _levels(line: str) -> int:
    """How deep a line stands: its quotation and list marks, and its indentation by fours."""
    found = _LEAD.match(line)
    lead = found[0] if found else ""
    marks = len(_MARK.findall(lead))
    return marks + _MARK.sub("", lead).count(" ") // 4


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
