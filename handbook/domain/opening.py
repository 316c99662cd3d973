"""What a start of the program asks to open."""

from __future__ import annotations

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

    @classmethod
    def of(cls, argument: str) -> Opening:
        """Read the first word of a command line, as a browser or a file manager gives it.

        Browsers add slashes, change case and write `#` as `%23`; a link reads the same.
        """
        text = argument.strip()
        if not text:
            return cls()
        if not text.lower().startswith(SCHEME):
            is_pack = text.lower().endswith(PACK_SUFFIX)
            return cls(OpeningKind.PACK if is_pack else OpeningKind.ODD)
        if len(text) > _LONGEST:
            return cls(OpeningKind.ODD)
        return _link(unquote(text[len(SCHEME) :]))

    @property
    def line(self) -> str:
        """The wish as one line that `of` reads back; it holds nothing but an id of content."""
        match self.kind:
            case OpeningKind.CLAUSE:
                return f"{SCHEME}{self.ref}"
            case OpeningKind.PACK:
                return PACK_SUFFIX
            case OpeningKind.ODD:
                return _ODD_LINE
            case OpeningKind.NOTHING:
                return ""


def is_window_word(first: str) -> bool:
    """True for a first word that opens the app: a `handbook:` link or a `.handbook` file."""
    word = first.strip().lower()
    return word.startswith(SCHEME) or word.endswith(PACK_SUFFIX)


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
