"""Parting a long column into pages, so that nothing is cut that belongs together.

The document is laid out once, as one endless column, and each page shows a part of it. Letting Qt
part the pages would mean laying out again after each correction, and its pages lose their tail
where formats change after the layout.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum


class Hold(IntEnum):
    """How firmly a line holds to the next one; the weakest give way where a page is too short."""

    FREE = 0
    CLAUSE = 1
    """They are lines of a short clause."""
    BOX = 2
    """They stand in one box."""
    LINE = 3
    """A heading and what follows, or two lines of a paragraph that would be lonely."""


@dataclass(frozen=True, slots=True)
class Strip:
    """A line of the column, or a row of a table: what no page edge cuts. In paper pixels."""

    top: float
    bottom: float
    hold: Hold = Hold.FREE
    """How it holds to the strip below it."""


@dataclass(frozen=True, slots=True)
class PagePart:
    """The part of the column that a page shows, in paper pixels."""

    top: float
    bottom: float


def pages_of(strips: Sequence[Strip], room: float) -> tuple[PagePart, ...]:
    """Part a column into pages with `room` for so many pixels; there is at least one page."""
    pages: list[PagePart] = []
    top = bottom = 0.0
    for run in _runs(strips, room, Hold.CLAUSE):
        if bottom > top and run[-1].bottom - top > room:
            pages.append(PagePart(top, bottom))
            top = run[0].top
        elif bottom == top:
            top = run[0].top
        bottom = run[-1].bottom
    return (*pages, PagePart(top, bottom))


def _runs(strips: Sequence[Strip], room: float, firmness: Hold) -> Iterator[Sequence[Strip]]:
    """The strips that stay together, parted at firmer holds where they are too high."""
    for run in _parted(strips, firmness):
        if len(run) == 1 or run[-1].bottom - run[0].top <= room:
            yield run
        elif firmness is Hold.LINE:
            yield from ([strip] for strip in run)
        else:
            yield from _runs(run, room, Hold(firmness + 1))


def _parted(strips: Sequence[Strip], firmness: Hold) -> Iterator[Sequence[Strip]]:
    run: list[Strip] = []
    for strip in strips:
        run.append(strip)
        if strip.hold < firmness:
            yield run
            run = []
    if run:
        yield run
