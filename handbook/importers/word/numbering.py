"""The numbers and bullets that Word shows, counted as Word counts them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from handbook.importers.web.marks import letters, numeral
from handbook.importers.word.names import W, child, is_on, number, value
from handbook.importers.word.styles import Styles

_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9
_ORDINALS = ("", "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth",
             "Ninth", "Tenth")  # fmt: skip
_CARDINALS = ("", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")


@dataclass(slots=True)
class Level:
    """How one level of a list is numbered."""

    form: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None
    """The level whose next number makes this one begin anew; None for any above it."""
    legal: bool = False
    left: float | None = None
    first: float | None = None
    style: str = ""


@dataclass(slots=True)
class Mark:
    """What stands before a paragraph."""

    label: str
    bullet: str
    level: Level


@dataclass
class Numbering:
    """All lists of a file, and how far each has counted."""

    styles: Styles
    levels: dict[str, list[Level]] = field(default_factory=dict)
    """The levels by list (`numId`)."""
    shared: dict[str, str] = field(default_factory=dict)
    """Which lists count together: their abstract list, by list."""
    restarts: dict[tuple[str, int], int] = field(default_factory=dict)
    """Where a list begins a level of its own: the number, until it was used."""
    counts: dict[str, list[int | None]] = field(default_factory=dict)

    @classmethod
    def read(cls, root: Any, styles: Styles) -> Numbering:
        """The lists of a part; none where there is no such part."""
        numbering = cls(styles)
        if root is None:
            return numbering
        abstract = {e.get(W + "abstractNumId", ""): e for e in root.findall(W + "abstractNum")}
        lists = {e.get(W + "numId", ""): e for e in root.findall(W + "num")}
        for name, element in lists.items():
            base = value(element, "abstractNumId")
            found = _followed(abstract, lists, base, styles)
            numbering.shared[name] = base
            numbering.levels[name] = _levels(found)
            numbering._override(name, element)
        return numbering

    def _override(self, name: str, element: Any) -> None:
        for override in element.findall(W + "lvlOverride"):
            place = number(override.get(W + "ilvl", ""))
            if place is None or not 0 <= place < _LEVELS:
                continue
            own = child(override, "lvl")
            if own is not None:
                self.levels[name][place] = _level(own)
            start = number(value(override, "startOverride"))
            if start is not None:
                self.restarts[name, place] = start

    def level_of_style(self, name: str, style: str) -> int | None:
        """The level of a list that belongs to a style."""
        for place, level in enumerate(self.levels.get(name, ())):
            if level.style == style:
                return place
        return None

    def mark(self, name: str, place: int) -> Mark | None:
        """Count one paragraph of a list; None where it is in none."""
        levels = self.levels.get(name)
        if not levels or not 0 <= place < len(levels):
            return None
        counts = self.counts.setdefault(self.shared[name], [None] * _LEVELS)
        self._count(name, place, levels, counts)
        level = levels[place]
        if level.form == "bullet":
            return Mark("", level.text.strip() or "•", level)
        return Mark(_shown(levels, place, counts), "", level)

    def _count(self, name: str, place: int, levels: list[Level], counts: list[int | None]) -> None:
        begin = self.restarts.pop((name, place), None)
        if begin is not None:
            counts[place] = begin
        elif counts[place] is None:
            counts[place] = levels[place].start
        else:
            counts[place] = (counts[place] or 0) + 1
        for upper in range(place):
            if counts[upper] is None:
                counts[upper] = self.restarts.pop((name, upper), levels[upper].start)
        for deeper in range(place + 1, _LEVELS):
            restart = levels[deeper].restart if deeper < len(levels) else None
            if restart is None or (restart and place < restart):
                counts[deeper] = None


def _followed(
    abstract: dict[str, Any], lists: dict[str, Any], base: str, styles: Styles, depth: int = 0
) -> Any:
    """The abstract list with the levels: a list may borrow those of a style's list."""
    found = abstract.get(base)
    link = value(found, "numStyleLink") if found is not None else ""
    if not link or depth > 5:
        return found
    for element in abstract.values():
        if value(element, "styleLink") == link:
            return element
    name = styles.paragraph(link, "numPr", "numId")
    other = value(lists.get(name), "abstractNumId") if lists.get(name) is not None else ""
    return _followed(abstract, lists, other, styles, depth + 1) if other else found


def _levels(element: Any) -> list[Level]:
    levels = [Level() for _ in range(_LEVELS)]
    for own in element.findall(W + "lvl") if element is not None else ():
        place = number(own.get(W + "ilvl", ""))
        if place is not None and 0 <= place < _LEVELS:
            levels[place] = _level(own)
    return levels


def _level(element: Any) -> Level:
    start = number(value(element, "start"))
    return Level(
        form=value(element, "numFmt") or "decimal",
        text=value(element, "lvlText"),
        start=1 if start is None else start,
        restart=number(value(element, "lvlRestart")),
        legal=bool(is_on(element, "isLgl")),
        left=points(child(element, "pPr", "ind"), "left", "start"),
        first=first_line(child(element, "pPr", "ind")),
        style=value(element, "pStyle"),
    )


def points(indent: Any, *names: str) -> float | None:
    """A length of an indent in points; None where it says nothing."""
    for name in names:
        found = number(indent.get(W + name, "")) if indent is not None else None
        if found is not None:
            return found / 20
    return None


def first_line(indent: Any) -> float | None:
    """How far the first line stands from the others: a hanging one stands before them."""
    hanging = points(indent, "hanging")
    return -hanging if hanging is not None else points(indent, "firstLine")


def _shown(levels: list[Level], place: int, counts: list[int | None]) -> str:
    level = levels[place]

    def put(found: re.Match[str]) -> str:
        other = int(found[1]) - 1
        form = levels[other].form if not (level.legal and other != place) else "decimal"
        form = "decimal" if level.legal else form
        count = counts[other]
        return formatted(levels[other].start if count is None else count, form)

    return _PLACE.sub(put, level.text).strip()


def formatted(count: int, form: str) -> str:
    """A number in one of Word's forms."""
    return _FORMS.get(form, str)(count)


def _worded(words: tuple[str, ...]) -> Callable[[int], str]:
    return lambda count: words[count] if 0 < count < len(words) else str(count)


def _ending(count: int) -> str:
    if 10 < count % 100 < 14:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")


_FORMS: dict[str, Callable[[int], str]] = {
    "lowerLetter": letters,
    "upperLetter": lambda count: letters(count).upper(),
    "lowerRoman": numeral,
    "upperRoman": lambda count: numeral(count).upper(),
    "none": lambda _: "",
    "decimalZero": lambda count: f"{count:02d}",
    "ordinal": lambda count: f"{count}{_ending(count)}",
    "cardinalText": _worded(_CARDINALS),
    "ordinalText": _worded(_ORDINALS),
}
