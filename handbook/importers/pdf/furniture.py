"""What stands at the head and foot of pages and is no word of the policy."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from handbook.importers.pdf.letters import Sheet
from handbook.importers.pdf.lines import Line

_MOST_PAGES = 0.3
"""The part of all pages that have a running line at least."""
_SHARE = 0.13
"""The part of a page's height, above and below, where such lines stand."""
_NUMBER = re.compile(
    r"(?:page|p\.?)?\s*[-–|]?\s*\d{1,3}\s*[-–|]?(?:\s*(?:of|/|\|)\s*(?:page\s*)?\d{1,3})?(?:\s*\|?\s*page)?",
    re.IGNORECASE,
)
_ROMAN = re.compile(r"[ivx]{1,5}", re.IGNORECASE)


def take_furniture(sheets: list[Sheet], pages: list[list[Line]]) -> list[str]:
    """Take running lines and page numbers out of pages; returns those with words, each once."""
    copies = _repeated(sheets, pages)
    taken: dict[str, str] = {}
    for sheet, lines in zip(sheets, pages, strict=True):
        left = dict(copies)
        for line in _outermost_first([one for one in lines if _at_edge(one, sheet)], sheet):
            text = " ".join(line.text.split())
            if left.get(_folded(text), 0) and any(c.isalpha() for c in text):
                left[_folded(text)] -= 1
                lines.remove(line)
                taken.setdefault(_folded(text), text)
        _take_numbers(lines, sheet)
    return list(taken.values())


def _take_numbers(lines: list[Line], sheet: Sheet) -> None:
    """Take page numbers out: figures at the edge with nothing beside them but running lines.

    `3` beside `Passengers` is the number of a heading.
    """
    for line in [one for one in lines if _at_edge(one, sheet)]:
        beside = [one for one in lines if one is not line and abs(one.base - line.base) < 3]
        if _is_number(" ".join(line.text.split())) and not beside:
            lines.remove(line)


def _outermost_first(lines: list[Line], sheet: Sheet) -> list[Line]:
    return sorted(lines, key=lambda line: -abs(line.base - sheet.height / 2))


def _repeated(sheets: list[Sheet], pages: list[list[Line]]) -> dict[str, int]:
    """Lines at the edges of several pages, figures aside, and how often each page has them.

    A cover may say once more what the head of every page says: that is no running line.
    """
    where: dict[str, list[int]] = defaultdict(list)
    for sheet, lines in zip(sheets, pages, strict=True):
        edge = Counter(_folded(line.text) for line in lines if _at_edge(line, sheet))
        for key, count in edge.items():
            where[key].append(count)
    least = max(2, len(sheets) * _MOST_PAGES)
    return {key: min(counts) for key, counts in where.items() if len(counts) >= least}


def _at_edge(line: Line, sheet: Sheet) -> bool:
    return line.base > sheet.height * (1 - _SHARE) or line.base < sheet.height * _SHARE


def _folded(text: str) -> str:
    """A line with its figures alike, so that page 3 and page 4 are one."""
    return re.sub(r"\d+", "0", " ".join(text.split()).casefold())


def _is_number(text: str) -> bool:
    return bool(_NUMBER.fullmatch(text) or _ROMAN.fullmatch(text))
