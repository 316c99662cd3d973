"""Lines to paragraphs: what was parted only because a line, a column or a page was full."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from handbook.importers.form import Para, Run
from handbook.importers.pdf.lines import Line
from handbook.importers.shaping.labels import bullet_at, label_at

_LEADING = 1.65
"""How many times the size of its letters the next line of a paragraph may stand below."""
_LEAST_LEADING = 1.2
_END = re.compile(r"[.!?:;][\"”’)]*$")
_HYPHENED = re.compile(r"([A-Za-z]{2,})-$")
_UNFINISHED = re.compile(r"\b(?:and|or|of|the|for|in|to|with|on|a|an|by|at|from)$|&$")
_FIRST = re.compile(r"[a-z]+")
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")


@dataclass
class _Open:
    lines: list[Line] = field(default_factory=list)

    @property
    def last(self) -> Line:
        return self.lines[-1]


def paragraphs(
    lines: list[Line], left: float, right: float, words: Counter[str], levels: dict[int, int]
) -> list[tuple[float, Para]]:
    """The paragraphs of one column or cell between two edges, each with its height."""
    groups: list[_Open] = []
    leading = _usual_leading(lines)
    for line in lines:
        if groups and _goes_on(groups[-1], line, right, leading):
            groups[-1].lines.append(line)
        else:
            groups.append(_Open([line]))
    return [
        (group.lines[0].base, _para(group.lines, left, right, words, levels)) for group in groups
    ]


def _usual_leading(lines: list[Line]) -> float:
    steps = Counter(
        round((a.base - b.base) / max(a.size, 1), 1)
        for a, b in pairwise(lines)
        if 0.8 < (a.base - b.base) / max(a.size, 1) < 2.2
    )
    return max(_LEAST_LEADING, steps.most_common(1)[0][0]) if steps else _LEAST_LEADING


def _goes_on(group: _Open, line: Line, right: float, leading: float) -> bool:
    last = group.last
    step = (last.base - line.base) / max(last.size, 1.0)
    if not 0 < step <= min(_LEADING, leading * 1.25) or abs(last.size - line.size) > 0.6:
        return False
    if last.marked >= 0 and last.marked == line.marked:
        return True
    if (
        _all_bold(last) != _all_bold(line)
        and len(group.lines) == 1
        and not _is_full(last, line, right)
    ):
        return False
    full = _is_full(last, line, right)
    if bullet_at(line.text):
        return False
    if _is_parted(last, line):
        return True
    if label_at(line.text):
        return full and line.left > group.lines[0].left + 3 and not _END.search(last.text.rstrip())
    marked = bullet_at(group.lines[0].text) or label_at(group.lines[0].text)
    if marked and len(group.lines) == 1 and line.left > last.left + 3:
        return True
    return full or bool(_UNFINISHED.search(last.text.rstrip()))


def _is_parted(line: Line, after: Line) -> bool:
    """True where a line ends in the middle of a word."""
    return bool(_HYPHENED.search(line.text.rstrip()) and _FIRST.match(after.text))


def _all_bold(line: Line) -> bool:
    return all(run.bold for run in line.runs if run.text.strip())


def _is_full(line: Line, after: Line, right: float) -> bool:
    """True where the first word of the next line had no room at the end of this one."""
    first = after.text.split()[0] if after.text.split() else ""
    room = right - line.right
    return room < (len(first) + 1) * 0.5 * after.size + 2


def _para(
    lines: list[Line], left: float, right: float, words: Counter[str], levels: dict[int, int]
) -> Para:
    runs: list[Run] = []
    for line in lines:
        _join(runs, line.runs, words)
    first = lines[0]
    para = Para(runs, f"page {first.page}", size=first.size)
    para.indent = max(0.0, first.left - left)
    inner = lines[1].left if len(lines) > 1 else first.inner
    para.inner = None if inner is None else max(0.0, inner - left)
    para.level = levels.get(first.marked, 0)
    para.underlined = all(line.underlined for line in lines)
    middle = (first.left + first.right) / 2
    apart = abs(middle - (left + right) / 2)
    para.centred = apart < 6 and first.left > left + 20 and first.right < right - 20
    if para.centred and not (bullet_at(para.text) or label_at(para.text)):
        para.indent = 0.0
    return para


def _join(runs: list[Run], more: list[Run], words: Counter[str]) -> None:
    """Put a line's runs behind others; a word parted by a hyphen is made whole."""
    if not runs or not more:
        runs.extend(more)
        return
    last, first = runs[-1], more[0]
    parted = _HYPHENED.search(last.text.rstrip())
    goes_on = _FIRST.match(first.text)
    if parted and goes_on:
        text = last.text.rstrip()
        if not _keeps_hyphen(parted[1], goes_on[0], words):
            text = text[:-1]
        runs[-1] = Run(text, last.bold, last.italic, last.link)
    elif last.note:
        runs.append(Run(" "))
    elif not last.text.endswith((" ", "-", "/")):
        runs[-1] = Run(f"{last.text} ", last.bold, last.italic, last.link)
    runs.extend(more)


def _keeps_hyphen(first: str, second: str, words: Counter[str]) -> bool:
    """True where the file writes the word with a hyphen elsewhere, and not without."""
    whole, parted = (first + second).casefold(), f"{first}-{second}".casefold()
    if words[whole]:
        return False
    if words[parted]:
        return True
    return words[first.casefold()] > 0 and words[second.casefold()] > 0


def count_words(lines: Iterable[Line]) -> Counter[str]:
    """How often each word stands inside a line, hyphens and all."""
    found: Counter[str] = Counter()
    parted = False
    for line in lines:
        words = _WORD.findall(line.text.casefold())
        found.update(words[parted : len(words) - line.text.rstrip().endswith("-")])
        parted = line.text.rstrip().endswith("-")
    return found


def joined_over_pages(before: Para, after: Para) -> bool:
    """True where a paragraph goes on at the head of the next page or column."""
    text, more = before.text.rstrip(), after.text.lstrip()
    if not text or not more or after.level or before.level or abs(before.size - after.size) > 0.6:
        return False
    if bullet_at(more) or label_at(more) or _END.search(text):
        return False
    return more[0].islower() or (text[-1] == "," and not before.is_bold)
