"""Contents lists: left out of the draft, because the handbook makes its own."""

from __future__ import annotations

import re

from handbook.importers.form import Grid, Para, Piece, Reading, Role, Unsure, shown

_HEAD = re.compile(
    r"(?:table of |list of )?contents(?: page)?(?:\s+page(?: no\.?)?)?:?", re.IGNORECASE
)
_LED = re.compile(r".*\S(?:\s*(?:\.\s?){3,}|\s*…+|[ \u00a0]*\t\s*|\s{3,})(?:page\s*)?\d{1,3}\s*")
_NUMBERED = re.compile(r".*\S\s+\d{1,3}\s*")
_FEWEST = 3
_LONGEST = 300
_PATIENCE = 2
"""Lines without a page number that may stand between two that have one."""


def leave_out_contents(reading: Reading) -> None:
    """Mark the lines of contents lists, and say how many there were."""
    pieces = [p for p in reading.pieces if isinstance(p, Grid) or p.role is Role.TEXT]
    headed = {_folded(p.text) for p in pieces if isinstance(p, Para) and p.level}
    place = 0
    while place < len(pieces):
        end = _end(pieces, place, headed, had=reading.had_contents)
        if end > place:
            _leave_out(reading, pieces[place:end])
        place = max(end, place + 1)


def _end(pieces: list[Piece], start: int, headed: set[str], *, had: bool) -> int:
    """Where the contents list that opens here ends; the start where none opens."""
    first = pieces[start]
    if not isinstance(first, Para):
        return start
    if _HEAD.fullmatch(" ".join(first.text.split())):
        if had:
            return start + 1
        end = _end_of_entries(pieces, start + 1, headed, _NUMBERED)
        return end if end > start + 1 else start
    if not _LED.fullmatch(_whole(first)):
        return start
    end = _end_of_entries(pieces, start, headed, _LED)
    return end if end - start >= _FEWEST else start


def _end_of_entries(
    pieces: list[Piece], start: int, headed: set[str], pattern: re.Pattern[str]
) -> int:
    end, place = start, start
    while place < len(pieces) and place - end <= _PATIENCE:
        piece = pieces[place]
        if isinstance(piece, Grid):
            break
        if (
            pattern.fullmatch(_whole(piece))
            or _LED.fullmatch(_whole(piece))
            or (_folded(piece.text) in headed and not piece.level)
        ):
            end = place + 1
        elif piece.words > 20:
            break
        place += 1
    return end or start


def _leave_out(reading: Reading, pieces: list[Piece]) -> None:
    lines = [piece for piece in pieces if isinstance(piece, Para)]
    for line in lines:
        line.role = Role.LEFT_OUT
    if reading.had_contents and len(lines) == 1:
        return
    reading.unsure.append(
        Unsure(
            lines[0].place,
            f"a contents list of {len(lines)} lines was left out, from {shown(_whole(lines[0]))} "
            f"to {shown(_whole(lines[-1]))}.",
        )
    )


def _whole(para: Para) -> str:
    """A line with its label; nothing for one that is too long to be an entry."""
    text = f"{para.label} {para.text}".strip()
    return text if len(text) <= _LONGEST else ""


def _folded(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())
