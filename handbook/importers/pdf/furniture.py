"""What stands at the head and foot of pages and is no word of the policy."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from handbook.importers.pdf.letters import Sheet
from handbook.importers.pdf.lines import Line

_ONE_ROW = 3.0
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
        for above in (True, False):
            _peel(lines, sheet, dict(copies), taken, above=above)
    return list(taken.values())


def _peel(
    lines: list[Line], sheet: Sheet, left: dict[str, int], taken: dict[str, str], *, above: bool
) -> None:
    """Take running lines and page numbers from one edge inwards, up to the first other line.

    `3` beside `Passengers` is the number of a heading.
    """
    for row in _rows(lines, sheet, above=above):
        texts = {id(line): " ".join(line.text.split()) for line in row}
        running = [line for line in row if _is_running(texts[id(line)], left)]
        others = [line for line in row if line not in running]
        numbers = [line for line in others if _is_number(texts[id(line)])]
        for line in running:
            left[_folded(texts[id(line)])] -= 1
            taken.setdefault(_folded(texts[id(line)]), texts[id(line)])
            lines.remove(line)
        if len(numbers) < len(others):
            return
        for line in numbers:
            lines.remove(line)


def _rows(lines: list[Line], sheet: Sheet, *, above: bool) -> list[list[Line]]:
    """The lines at one edge, those of one height together, from the outside inwards."""
    edge = [
        one for one in lines if _at_edge(one, sheet) and (one.base > sheet.height / 2) == above
    ]
    rows: list[list[Line]] = []
    for line in sorted(edge, key=lambda one: -one.base if above else one.base):
        if rows and abs(rows[-1][0].base - line.base) < _ONE_ROW:
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _is_running(text: str, left: dict[str, int]) -> bool:
    return left.get(_folded(text), 0) > 0 and any(c.isalpha() for c in text)


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
