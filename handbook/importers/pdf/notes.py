"""Footnotes: small lines at the foot of a page that begin with a raised number of the text."""

from __future__ import annotations

import re

from handbook.importers.form import Para, Reading, Run
from handbook.importers.pdf.letters import Letter, Sheet
from handbook.importers.pdf.lines import Line

_SMALL = 0.93
_RAISED = 0.8
_GAP = 2.0
"""How many times the size of its letters white space above the notes is at least."""
_OPENS = re.compile(r"\s*(\d{1,2}|[*†‡])\s*")


def take_notes(sheet: Sheet, lines: list[Line], usual: float, reading: Reading) -> None:
    """Move the footnotes of a page out of its lines, and mark where they are referred to."""
    page = sheet.number
    foot = _under_rule(lines, sheet) or _foot(lines, usual) or _after_gap(lines)
    if not foot:
        return
    body = [line for line in lines if line not in foot]
    marks = {mark for line in body for mark in _raised(line)}
    notes: dict[str, list[Line]] = {}
    key = ""
    for line in foot:
        opens = _OPENS.match(line.text)
        if opens and opens[1] in marks and opens[1] not in notes:
            key = opens[1]
        if not key:
            return
        notes.setdefault(key, []).append(line)
    for mark, found in notes.items():
        text = " ".join(line.text.strip() for line in found)
        opens = _OPENS.match(text)
        words = text[opens.end() :] if opens else text
        reading.notes[f"p{page}-{mark}"] = [Para([Run(words)], f"page {page}")]
    for line in foot:
        lines.remove(line)
    for line in body:
        _mark(line, page, set(notes))


def _under_rule(lines: list[Line], sheet: Sheet) -> list[Line]:
    """The lines under the short rule that parts notes from the text."""
    for rule in sheet.rules:
        wide = rule.right - rule.left
        thin = rule.top - rule.bottom <= 3
        if thin and sheet.width * 0.1 < wide < sheet.width * 0.6 and rule.top < sheet.height * 0.6:
            under = [line for line in lines if line.base < rule.bottom]
            found = sorted(under, key=lambda line: -line.base)
            if found and _OPENS.match(found[0].text):
                return found
    return []


def _foot(lines: list[Line], usual: float) -> list[Line]:
    """The small lines at the end of a page, in order."""
    ordered = sorted(lines, key=lambda line: line.base)
    foot: list[Line] = []
    for line in ordered:
        if line.size >= usual * _SMALL:
            break
        foot.append(line)
    return foot[::-1]


def _after_gap(lines: list[Line]) -> list[Line]:
    """The lines at the foot of a page that white space parts from the text."""
    ordered = sorted(lines, key=lambda line: -line.base)
    for place in range(len(ordered) - 1, 0, -1):
        above, line = ordered[place - 1], ordered[place]
        if above.base - line.base > _GAP * line.size and _OPENS.match(line.text):
            return ordered[place:]
    return []


def _is_raised(letter: Letter, line: Line) -> bool:
    return letter.face.size <= line.size * _RAISED and letter.base > line.base + 1


def _raised(line: Line) -> list[str]:
    """The raised numbers of a line."""
    found: list[str] = []
    run = ""
    for letter in [*line.letters, None]:
        if letter is not None and letter.text.strip() and _is_raised(letter, line):
            run += letter.text
            continue
        if run and _OPENS.fullmatch(run):
            found.append(run)
        run = ""
    return found


def _mark(line: Line, page: int, keys: set[str]) -> None:
    """Put a mark of our own for raised numbers that refer to a note."""
    kept: list[Letter] = []
    waiting: list[Letter] = []
    for letter in [*line.letters, None]:
        if letter is not None and letter.text.strip() and _is_raised(letter, line):
            waiting.append(letter)
            continue
        mark = "".join(one.text for one in waiting)
        if waiting and mark in keys:
            waiting[0].note = f"p{page}-{mark}"
            kept.append(waiting[0])
        else:
            kept += waiting
        waiting = []
        if letter is not None:
            kept.append(letter)
    line.letters = kept
