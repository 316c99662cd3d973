"""Markdown of any dialect, by way of the page that it stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from markdown import Markdown
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.fenced_code import FencedCodeExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension

from handbook.domain.errors import ContentError
from handbook.importers.decoding import decoded
from handbook.importers.form import Reading, Unsure
from handbook.importers.refusal import Unreadable
from handbook.importers.web.reading import page_reading
from handbook.markup.front_matter import read_front_matter
from handbook.markup.source import MAX_LINE

_ITEM = re.compile(r"(?P<indent>[ \t]*)(?P<mark>[-*+]|\d{1,9}[.)])(?P<gap>[ \t]+)(?P<rest>.*)")
_FENCE = re.compile(r"\s*(```|~~~)")
_ID = re.compile(r"\s*\{[:\s]*#[\w-]+\s*\}\s*$")
_TASK = re.compile(r"\[[ xX]\]\s+")
_MAX_BRACKETS = 4_000


def read_markdown(data: bytes) -> Reading:
    """The paragraphs of a Markdown file."""
    text, certain = decoded(data)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    facts, body = _front(text)
    if any(len(line) > MAX_LINE for line in body.split("\n")) or body.count("[") > _MAX_BRACKETS:
        raise Unreadable(f"a line has over {MAX_LINE:,} letters, or it has too many brackets")
    converter = Markdown(
        extensions=[
            TableExtension(),
            FencedCodeExtension(),
            FootnoteExtension(),
            DefListExtension(),
            SaneListExtension(),
        ]
    )
    reading = page_reading(f"<body>{converter.convert(_regular(body))}</body>")
    reading.facts = facts
    reading.title = facts.get("title", reading.title)
    if not certain:
        reading.unsure.insert(0, Unsure("", "the file is not UTF-8: look at £, ’ and accents."))
    return reading


def _front(text: str) -> tuple[dict[str, str], str]:
    """What front matter states, and the rest; front matter that is none stays among the words."""
    try:
        front, body = read_front_matter(text, "the front matter")
    except ContentError:
        return {}, text
    facts = {}
    for key, value in front.values.items():
        values = value if isinstance(value, list) else [value]
        facts[str(key)] = "; ".join(part for part in values if isinstance(part, str))
    return facts, body


def _regular(text: str) -> str:
    """The same in Python-Markdown's dialect: four spaces a level, a blank line before a list."""
    return "\n".join(_Regular().lines(text.split("\n")))


@dataclass
class _Regular:
    levels: list[tuple[int, int]] = field(default_factory=list)
    """Where the mark and the words of each open item begin."""
    fenced: bool = False
    after_words: bool = False

    def lines(self, lines: list[str]) -> Iterator[str]:
        for raw in lines:
            line = _ID.sub("", raw) if raw.lstrip().startswith("#") else raw
            if _FENCE.match(line):
                self.fenced = not self.fenced
                yield from self._fence(line)
            elif self.fenced or not line.strip():
                yield line
                self.after_words = False
            elif found := _ITEM.fullmatch(line.expandtabs(4)):
                yield from self._item(found)
            else:
                yield self._words(line)

    def _fence(self, line: str) -> Iterator[str]:
        if self.fenced and self.after_words:
            yield ""
        yield line.strip()
        self.after_words = False

    def _item(self, found: re.Match[str]) -> Iterator[str]:
        if self.after_words and not self.levels:
            yield ""
        indent = len(found["indent"])
        while self.levels and indent < self.levels[-1][1]:
            if indent > self.levels[-1][0] + 1:
                break
            self.levels.pop()
            if self.levels and indent >= self.levels[-1][1] - 1:
                break
        self.levels.append((indent, indent + len(found["mark"]) + len(found["gap"])))
        bullet = found["mark"] in "*+-"
        mark = "-" if bullet else f"{found['mark'][:-1]}."
        rest = _TASK.sub("", found["rest"]) if bullet else found["rest"]
        yield f"{'    ' * (len(self.levels) - 1)}{mark} {rest}"
        self.after_words = False

    def _words(self, line: str) -> str:
        wide = line.expandtabs(4)
        indent = len(wide) - len(wide.lstrip())
        if self.levels and indent:
            while len(self.levels) > 1 and indent < self.levels[-1][1]:
                self.levels.pop()
            return "    " * len(self.levels) + line.strip()
        self.levels = []
        self.after_words = not line.lstrip().startswith(("#", ">", "|"))
        return line
