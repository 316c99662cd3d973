"""What every reader gives: the words of a file in order, with how they look and where they stand.

Readers know files; nothing after them does. What a file states outright (a heading style, a
list level) is here as stated; what must be judged by look is judged by `shaping`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum


class Role(StrEnum):
    """What a paragraph is; `shaping` decides it."""

    TEXT = "text"
    TITLE = "title"
    HEADING = "heading"
    ITEM = "item"
    CONTINUES = "continues"
    """Words that go on under a list's item."""
    LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True)
class Run:
    """A run of letters in one style; a forced line break is a newline in it."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""
    note: str = ""
    """The key of the note that stands here; the run then has no letters."""


@dataclass(slots=True)
class Para:
    """A paragraph, a heading or an item of a list."""

    runs: list[Run]
    place: str
    """Where it stands, in words: `page 3`, `paragraph 12`, `line 40`."""
    level: int = 0
    """The level of its heading style; 0 for none."""
    label: str = ""
    """Its number or letter as the reader of the file sees it: `4.3`, `(a)`, `1.`."""
    bullet: str = ""
    """The mark of an item without a number."""
    indent: float | None = None
    """Where its first letter or mark begins, in points from the margin."""
    inner: float | None = None
    """Where its words begin after the mark."""
    nested: int | None = None
    """The level of its list as the file states it, from 0."""
    size: float = 0.0
    centred: bool = False
    underlined: bool = False
    is_title: bool = False
    apart: bool = True
    """True where space, not only a new line, parts it from what stands before."""
    verbatim: bool = False
    quoted: bool = False
    anchors: list[str] = field(default_factory=list)
    is_cover: bool = False
    """True for a line of the cover, such as the school's name: no heading, however large."""
    role: Role = Role.TEXT
    depth: int = 0
    """Level of a heading from 1, or of an item from 1."""

    @property
    def text(self) -> str:
        """Its words without label, bullet and notes."""
        return "".join(run.text for run in self.runs)

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())

    @property
    def never_heads(self) -> bool:
        """True for what can be no heading, whatever it looks like."""
        return self.verbatim or self.is_cover

    @property
    def is_bold(self) -> bool:
        """True where all its letters are bold."""
        return _all(self.runs, "bold")

    @property
    def is_italic(self) -> bool:
        """True where all its letters are in italics."""
        return _all(self.runs, "italic")

    @property
    def is_marked(self) -> bool:
        """True for what has a number, a letter or a bullet."""
        return bool(self.label or self.bullet)


@dataclass(slots=True)
class Grid:
    """A table: rows of cells, each with paragraphs in it."""

    rows: list[list[list[Para]]]
    place: str


Piece = Para | Grid


@dataclass(slots=True)
class Reading:
    """A file as it was read, before anything is judged by look."""

    pieces: list[Piece] = field(default_factory=list)
    notes: dict[str, list[Para]] = field(default_factory=dict)
    unplaced: list[Para] = field(default_factory=list)
    """Words that stand nowhere in the flow of the text."""
    has_look: bool = True
    """False where size, bold and indentation say nothing: plain text."""
    is_tight: bool = False
    """True for text in which nothing but the end of a line parts paragraphs."""
    title: str = ""
    """A title that the file's own details state."""
    facts: dict[str, str] = field(default_factory=dict)
    """What front matter or the like states, by its own keys."""
    unsure: list[Unsure] = field(default_factory=list)
    joined: list[Para] = field(default_factory=list)
    """What was taken as going on over the end of a page."""
    had_contents: bool = False
    """True where the lines of a contents list were left out by the reader already."""
    running: list[str] = field(default_factory=list)
    """What stood at the head or foot of each page."""

    @property
    def paras(self) -> Iterable[Para]:
        """The paragraphs outside tables."""
        return (piece for piece in self.pieces if isinstance(piece, Para))


@dataclass(frozen=True, slots=True)
class Unsure:
    """Something that a person should look at."""

    place: str
    problem: str

    def __str__(self) -> str:
        return f"{self.place}: {self.problem}" if self.place else self.problem


def _all(runs: Iterable[Run], style: str) -> bool:
    lettered = [run for run in runs if any(c.isalnum() for c in run.text)]
    return bool(lettered) and all(getattr(run, style) for run in lettered)


def plain_para(text: str, place: str) -> Para:
    """A paragraph without any look."""
    return Para([Run(text)], place)


def cut_front(runs: list[Run], count: int) -> list[Run]:
    """The runs without their first letters."""
    kept: list[Run] = []
    for run in runs:
        if count >= len(run.text) and not run.note:
            count -= len(run.text)
            continue
        kept.append(replace(run, text=run.text[count:]))
        count = 0
    return kept


def shown(text: str, most: int = 60) -> str:
    """A text in quotation marks, cut short, on one line: for a report."""
    words = " ".join(text.split())
    return f"“{words if len(words) <= most else words[: most - 1].rstrip() + '…'}”"
