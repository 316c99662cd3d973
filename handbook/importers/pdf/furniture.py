"""What stands at the head and foot of pages and is no word of the policy."""

from __future__ import annotations

import re
from collections import defaultdict

from handbook.importers.pdf.letters import Sheet
from handbook.importers.pdf.lines import Line

_SHARE = 0.13
"""The part of a page's height, above and below, where such lines stand."""
_NUMBER = re.compile(
    r"(?:page|p\.?)?\s*[-–|]?\s*\d{1,3}\s*[-–|]?(?:\s*(?:of|/|\|)\s*(?:page\s*)?\d{1,3})?(?:\s*\|?\s*page)?",
    re.IGNORECASE,
)
_ROMAN = re.compile(r"[ivx]{1,5}", re.IGNORECASE)


def take_furniture(sheets: list[Sheet], pages: list[list[Line]]) -> list[str]:
    """Take running lines and page numbers out of pages; returns those with words, each once."""
    running = _repeated(sheets, pages)
    taken: dict[str, str] = {}
    for sheet, lines in zip(sheets, pages, strict=True):
        for line in [one for one in lines if _at_edge(one, sheet)]:
            text = " ".join(line.text.split())
            if _is_number(text):
                lines.remove(line)
            elif _folded(text) in running:
                lines.remove(line)
                taken.setdefault(_folded(text), text)
    return [text for text in taken.values() if any(c.isalpha() for c in text)]


def _repeated(sheets: list[Sheet], pages: list[list[Line]]) -> set[str]:
    """Lines at the edges of several pages, figures aside."""
    where: dict[str, set[int]] = defaultdict(set)
    for sheet, lines in zip(sheets, pages, strict=True):
        for line in lines:
            if _at_edge(line, sheet):
                where[_folded(line.text)].add(sheet.number)
    least = 2 if len(sheets) < 6 else 3
    return {key for key, found in where.items() if len(found) >= least}


def _at_edge(line: Line, sheet: Sheet) -> bool:
    return line.base > sheet.height * (1 - _SHARE) or line.base < sheet.height * _SHARE


def _folded(text: str) -> str:
    """A line with its figures alike, so that page 3 and page 4 are one."""
    return re.sub(r"\d+", "0", " ".join(text.split()).casefold())


def _is_number(text: str) -> bool:
    return bool(_NUMBER.fullmatch(text) or _ROMAN.fullmatch(text))
