"""What a start of the program asks to open."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import unquote

from handbook.domain.clause_ref import ClauseRef
from handbook.domain.errors import BadReference

SCHEME = "handbook:"
PACK_SUFFIX = ".handbook"
_LONGEST = 300
"""Characters: no link of ours is as long; the rest is an accident or worse."""
_ODD_LINE = "handbook:?"


class OpeningKind(StrEnum):
    """The kinds of wishes that a start may come with."""

    NOTHING = "nothing"
    CLAUSE = "clause"
    PACK = "pack"
    ODD = "odd"
    """A link that is none."""


@dataclass(frozen=True, slots=True)
class Opening:
    """A wish to open something: a clause or policy, a pack, or nothing in particular."""

    kind: OpeningKind = OpeningKind.NOTHING
    ref: ClauseRef | None = None
    file: str = ""
    """The path of a pack, as it was given."""

    @classmethod
    def of(cls, argument: str) -> Opening:
        """Read the first word of a command line, as a browser or a file manager gives it.

        Browsers add slashes, change case and write `#` as `%23`; a link reads the same.
        """
        text = argument.strip()
        if not text:
            return cls()
        if not text.lower().startswith(SCHEME):
            if not text.lower().endswith(PACK_SUFFIX):
                return cls(OpeningKind.ODD)
            return cls(OpeningKind.PACK, file=_path(text))
        if len(text) > _LONGEST:
            return cls(OpeningKind.ODD)
        return _link(unquote(text[len(SCHEME) :]))

    @property
    def line(self) -> str:
        """The wish as one text that `of` reads back: an id of content, or the path of a pack."""
        match self.kind:
            case OpeningKind.CLAUSE:
                return f"{SCHEME}{self.ref}"
            case OpeningKind.PACK:
                return self.file
            case OpeningKind.ODD:
                return _ODD_LINE
            case OpeningKind.NOTHING:
                return ""


def is_window_word(first: str) -> bool:
    """True for a first word that opens the app: a `handbook:` link or a `.handbook` file."""
    word = first.strip().lower()
    return word.startswith(SCHEME) or word.endswith(PACK_SUFFIX)


def _path(text: str) -> str:
    """A path, also where a file manager gives it as an address."""
    address = re.match(r"file:(//[^/]*)?(?=/)", text, re.IGNORECASE)
    if address is None:
        return text
    path = unquote(text[address.end() :])
    return path[1:] if re.match(r"/[a-zA-Z]:", path) else path


def _link(text: str) -> Opening:
    path, _, clause = text.lower().partition("#")
    path = path.strip("/")
    if not path and not clause:
        return Opening()
    try:
        ref = ClauseRef.parse(f"{path}#{clause}" if clause else path)
    except BadReference:
        return Opening(OpeningKind.ODD)
    return Opening(OpeningKind.CLAUSE, ref)
