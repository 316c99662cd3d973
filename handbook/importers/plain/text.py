"""Plain text: lines to paragraphs, whether they were wrapped or not."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise

from handbook.importers.decoding import decoded
from handbook.importers.form import Para, Reading, Run, Unsure, shown
from handbook.importers.refusal import Unreadable
from handbook.importers.shaping.labels import bullet_at, label_at

MAX_LINES = 120_000
_PAGE = re.compile(r"(?:page\s*)?[-–]?\s*\d{1,3}\s*[-–]?(?:\s*(?:of|/)\s*\d{1,3})?", re.IGNORECASE)
_NARROWEST, _WIDEST = 50, 110
_SHARE = 0.75
_FEW_APART = 0.1
_RULE = re.compile(r"\s*(?:[-=_*~]\s?){4,}\s*")
_POINTS = 6.0
"""Points that one space of indentation counts for."""


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    number: int
    apart: bool
    """True after an empty line."""

    @property
    def indent(self) -> int:
        return len(self.text) - len(self.text.lstrip(" "))


def read_text(data: bytes) -> Reading:
    """The paragraphs of a text file."""
    text, certain = decoded(data)
    reading = Reading(has_look=False)
    if not certain:
        reading.unsure.append(
            Unsure(
                "", "the file does not say how its letters are coded: look at £, ’ and accents."
            )
        )
    lines = _lines(text, reading)
    if len(lines) > MAX_LINES:
        raise Unreadable(f"it has over {MAX_LINES:,} lines: part it into several files")
    width = _wrapped_at(lines)
    if not width and sum(line.apart for line in lines) < len(lines) * _FEW_APART:
        # No empty lines: every line is a paragraph.
        reading.is_tight = True
        lines = [replace(line, apart=True) for line in lines]
    is_flat = not any(line.indent for line in lines if _is_marked(line.text))
    for group in _joined(lines, width):
        para = _para(group)
        if is_flat:
            para.indent = para.inner = None
        reading.pieces.append(para)
    return reading


def _lines(text: str, reading: Reading) -> list[_Line]:
    """The lines with words, without what stands at the head and foot of pages."""
    pages = text.replace("\r\n", "\n").replace("\r", "\n").split("\f")
    running = _running(pages)
    found: list[_Line] = []
    number, apart = 0, True
    for page in pages:
        for raw in page.split("\n"):
            number += 1
            line = raw.expandtabs(4).rstrip() if raw[:1] in " \t" else raw.rstrip()
            words = line.strip()
            if not words or _RULE.fullmatch(line):
                apart = True
            elif words in running or (len(pages) > 1 and _PAGE.fullmatch(words)):
                if words not in reading.running and not _PAGE.fullmatch(words):
                    reading.running.append(words)
            elif _is_page_mark(words):
                reading.unsure.append(
                    Unsure(f"line {number}", f"the page number {shown(words)} was left out.")
                )
            else:
                found.append(_Line(line, number, apart))
                apart = False
        apart = False
    return found


def _is_page_mark(words: str) -> bool:
    return bool(
        re.fullmatch(r"(?:page\s*)\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?", words, re.IGNORECASE)
    )


def _running(pages: list[str]) -> set[str]:
    """Lines that stand first or last on three pages or more."""
    ends: Counter[str] = Counter()
    for page in pages:
        lines = [line.strip() for line in page.split("\n") if line.strip()]
        ends.update({*lines[:2], *lines[-2:]})
    return {line for line, count in ends.items() if count >= 3 and len(pages) >= 3}


def _wrapped_at(lines: list[_Line]) -> int:
    """The width at which the lines were wrapped; 0 where each paragraph is one line."""
    lengths = [len(line.text) for line in lines]
    if not lengths:
        return 0
    ordered = sorted(lengths)
    width = ordered[int(len(ordered) * 0.97)] if len(ordered) > 5 else ordered[-1]
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    full = [
        after
        for line, after in pairwise(lines)
        if width * _SHARE <= len(line.text) <= width + 5 and not after.apart
    ]
    going_on = sum(1 for line in full if line.text.lstrip()[:1].islower())
    return width if going_on >= max(2, len(full) * 0.3) else 0


def _joined(lines: list[_Line], width: int) -> list[list[_Line]]:
    groups: list[list[_Line]] = []
    for line in lines:
        if groups and not line.apart and _goes_on(groups[-1], line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _goes_on(group: list[_Line], line: _Line, width: int) -> bool:
    """True where a line was begun only because the one before it was full."""
    before = group[-1].text
    if not width or _is_marked(line.text):
        return False
    if _is_marked(group[0].text) and line.indent > group[0].indent:
        return True
    first = line.text.split(maxsplit=1)[0]
    return len(before) + 1 + len(first) > width * 0.92


def _is_marked(text: str) -> bool:
    return bool(bullet_at(text) or label_at(text))


def _para(group: list[_Line]) -> Para:
    words = " ".join(line.text.strip() for line in group)
    first = group[0]
    indent = first.indent * _POINTS
    return Para(
        [Run(words)],
        f"line {first.number}",
        indent=indent if first.indent else 0.0,
        inner=group[1].indent * _POINTS if len(group) > 1 else None,
        apart=first.apart,
    )
