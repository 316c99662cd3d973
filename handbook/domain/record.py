"""A record: what somebody saw or heard, in their own words, for one person to read.

The parts are those that the guide on writing things down asks for. None of them is required:
a part left empty becomes lines to fill in by hand.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum

TITLE = "Record"
"""What the paper is called, in print and in a file's own details: no name, no subject."""

FOR = "For"
"""Stands before the person whom a record is for."""

SIGNED = ("Name and job", "Signed", "Date and time of this record")
"""What is filled in by hand at the end."""

_KEPT = "\n\t"
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_LEFT_OUT = ("Cc", "Cs")
_NO_LETTERS = "\ufffe\uffff"
"""With control characters and halves of pairs, all that XML, and so a Word file, cannot hold."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a record: its heading, a word on how to write it, and room for it by hand."""

    heading: str
    hint: str
    lines: int
    """So many lines to write on where it is left empty."""


class Parts(Enum):
    """The parts of a record, in the order in which they are written and read."""

    SEEN = Part("What I saw or heard", "facts first, in order", 7)
    WORDS = Part("The exact words used", "in quotation marks, even if rude", 3)
    WHEN = Part("When", "", 1)
    WHERE = Part("Where", "", 1)
    WHO = Part("Who was there", "roles are enough if you prefer", 1)
    DONE = Part("What I did", "and whom I told", 3)


@dataclass(frozen=True, slots=True)
class Record:
    """The texts of a record, the route that it belongs to and the person it is for.

    `route` and `person` may be empty: the sheet then names neither.
    """

    route: str = ""
    person: str = ""
    texts: Mapping[Parts, str] = field(default_factory=dict)

    @property
    def is_blank(self) -> bool:
        """True where nothing is written: a sheet to fill in by hand."""
        return not any(self.text(part) for part in Parts)

    def text(self, part: Parts) -> str:
        """What is written under a part, fit for paper and for a file; empty for nothing."""
        return written(self.texts.get(part, ""))

    def __iter__(self) -> Iterator[tuple[Part, str]]:
        """Each part with what is written under it."""
        return ((part.value, self.text(part)) for part in Parts)


def written(text: str) -> str:
    """A text as typed, without what neither paper nor a file can hold.

    Lines stay lines; spaces and empty lines at both ends go.
    """
    text = "\n".join(_LINE_ENDS.split(text))
    return "".join(letter for letter in text if _is_kept(letter)).strip()


def _is_kept(letter: str) -> bool:
    return letter in _KEPT or not (
        unicodedata.category(letter) in _LEFT_OUT or letter in _NO_LETTERS
    )
