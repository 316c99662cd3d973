"""What the file states about itself: owner, dates, version, related policies. Never guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from handbook.importers.form import Grid, Para, Reading, Role, Unsure, shown
from handbook.importers.shaping.dates import ANY, read_date
from handbook.importers.shaping.fact_words import SENTENCES, approver_in, name_of
from handbook.importers.shaping.related import related_policies

_DATED = ("approved", "last-review", "review")
_PAIR = re.compile(r"(?P<key>[^:\t\n]{1,50}?)\s*(?::|\t|\s[–—-]\s)\s*(?P<value>\S[^\n]*)")
_PARTED = re.compile(r"\t|\s{3,}|\s+[|•·]\s+")
_VERSION_ALONE = re.compile(
    r"(?:version|issue|revision)(?: no\.?| number)?\s+v?(?P<number>\d+(?:\.\d+){0,3})",
    re.IGNORECASE,
)
_SHORT = 80
_BLANK = re.compile(
    r"[\s_.…\-–—/\[\]()<>]*|tb[acd]|n/?a|none|\[.*\]|<.*>|x+|(?:insert|enter|add|to be) .*|"
    r"dd/mm/yy+",
    re.IGNORECASE,
)
_VERSION = re.compile(r"v?(?:ersion)?\.?\s*(?P<number>\d+(?:\.\d+){0,3}[a-z]?)\b.*", re.IGNORECASE)
_LONGEST = 120
_TOP, _END, _FEW = 40, 25, 8
"""Where a file speaks of itself: its first pieces, its last, and lines of few words."""
_MOST_READ = 1_500
"""Letters of a paragraph in which a sentence states something; the rest is not looked at."""


@dataclass(frozen=True, slots=True)
class Fact:
    """Something stated, and where."""

    name: str
    value: str
    place: str


def is_fact(text: str) -> bool:
    """True for a line such as `Review date: March 2024`."""
    found = _PAIR.match(text.strip()[:_LONGEST])
    return found is not None and bool(name_of(found["key"]))


def find_facts(reading: Reading) -> dict[str, str]:
    """What the file states, by field; what stands there twice and differs is reported."""
    facts: dict[str, str] = {}
    for fact in _stated(reading):
        known = facts.setdefault(fact.name, fact.value)
        if known != fact.value and not _says_less(fact.value, known):
            reading.unsure.append(
                Unsure(
                    fact.place,
                    f"{fact.name} is {shown(fact.value)} here and {shown(known)} elsewhere; "
                    f"{shown(known)} was taken.",
                )
            )
    if related := related_policies(reading):
        facts.setdefault("related", related)
    return facts


def _says_less(new: str, known: str) -> bool:
    return known.startswith(new) or new.casefold() in known.casefold()


def _stated(reading: Reading) -> Iterator[Fact]:
    for key, value in reading.facts.items():
        yield from _of(key, value, "the top of the file")
    for piece in [
        *reading.pieces[:_TOP],
        *reading.pieces[max(_TOP, len(reading.pieces) - _END) :],
    ]:
        if isinstance(piece, Grid):
            yield from _in_grid(piece)
        elif piece.role is not Role.LEFT_OUT:
            yield from _in_lines(piece)
    yield from _in_pairs_of_lines(reading)
    yield from _in_running(reading.running)
    for para in reading.paras:
        yield from _in_sentences(para)


def _in_pairs_of_lines(reading: Reading) -> Iterator[Fact]:
    """In text a table is lines: `Policy owner`, and under it who that is."""
    lines = [para for para in reading.paras if para.role is Role.TEXT][:_TOP]
    if reading.has_look:
        return
    for key, value in pairwise(lines):
        words = value.text.strip()
        if value.is_marked:
            continue
        if value.words <= _FEW and words[-1:] != ":" and not name_of(words.rstrip(":")):
            found = list(_of(key.text.strip().rstrip(":"), words, key.place))
            if found:
                key.is_cover = value.is_cover = True
            yield from found


def _in_running(texts: list[str]) -> Iterator[Fact]:
    place = "the head or foot of the pages"
    parts = [part.strip() for text in texts for part in _PARTED.split(text[:_MOST_READ])]
    for part in parts:
        yield from _in_part(part, place)
    for key, value in pairwise(parts):
        yield from _of(key.rstrip(":"), value, place)


def _in_lines(para: Para) -> Iterator[Fact]:
    for line in para.text[:_MOST_READ].split("\n"):
        found = _PAIR.match(line.strip()) if len(line) <= _LONGEST else None
        if found and not _PARTED.search(line):
            yield from _of(found["key"], found["value"], para.place)
        for part in _PARTED.split(line):
            yield from _in_part(part.strip(), para.place)


def _in_part(part: str, place: str) -> Iterator[Fact]:
    """`Version 2.1`, `Next review May 2026`, or a pair, among others on one line."""
    if not part or len(part) > _SHORT:
        return
    if found := _PAIR.fullmatch(part):
        yield from _of(found["key"], found["value"], place)
        return
    day = list(ANY.finditer(part))
    if day and day[-1].end() == len(part) and name_of(part[: day[-1].start()]) in _DATED:
        yield from _of(part[: day[-1].start()], day[-1][0], place)
    elif found := _VERSION_ALONE.fullmatch(part):
        yield Fact("version", found["number"], place)


def _in_grid(grid: Grid) -> Iterator[Fact]:
    texts = [[_cell(cell) for cell in row] for row in grid.rows]
    heads = [name_of(text.rstrip(":")) for text in texts[0]] if texts else []
    if len(texts) > 1 and sum(map(bool, heads)) > 1:
        for key, value in zip(texts[0], _newest(texts[1:], heads), strict=False):
            yield from _of(key.rstrip(":"), value, grid.place)
        return
    for row in texts:
        for cell in row:
            for line in cell[:_MOST_READ].split("\n"):
                if found := _PAIR.fullmatch(line.strip()):
                    yield from _of(found["key"], found["value"], grid.place)
        for key, value in zip(row[::2], row[1::2], strict=False):
            yield from _of(key.rstrip(": "), value, grid.place)


def _newest(rows: list[list[str]], heads: list[str]) -> list[str]:
    """Of a table with a row for each version, the row of the highest; else the last."""
    rows = [row for row in rows if any(row)] or rows
    if "version" not in heads:
        return rows[-1]
    at = heads.index("version")

    def version(row: list[str]) -> list[int]:
        return [int(part) for part in re.findall(r"\d{1,6}", row[at] if at < len(row) else "")]

    return max(rows, key=version)


def _in_sentences(para: Para) -> Iterator[Fact]:
    text = " ".join(para.text[:_MOST_READ].split())
    if para.role is not Role.TEXT:
        return
    if "policy" not in text.casefold() and "review" not in text.casefold():
        return
    for name, pattern in SENTENCES:
        if found := pattern.search(text):
            value = found["value"].strip()
            yield from _checked(name, value, para.place)


def _of(key: str, value: str, place: str) -> Iterator[Fact]:
    name = name_of(key)
    approver, day = approver_in(key), read_date(value)
    if approver and day:
        yield Fact("approved", day, place)
        yield Fact("approved-by", approver, place)
        return
    if not name or _BLANK.fullmatch(value.strip()):
        return
    yield from _checked(name, value.strip(), place)
    if name in ("approved", "approved-by"):
        yield from _other_half(name, value, place)


def _other_half(name: str, value: str, place: str) -> Iterator[Fact]:
    """`Approved by: the governors on 3 May 2025` states two things."""
    if name == "approved-by" and (day := read_date(value)):
        yield Fact("approved", day, place)
    found = re.search(r"\bby\s+(?P<who>[^,;:\d]{3,60}?)(?=\s+on\b|[,;:]|$)", value)
    if name == "approved" and found:
        yield Fact("approved-by", found["who"].strip(), place)


def _checked(name: str, value: str, place: str) -> Iterator[Fact]:
    if name in _DATED:
        if day := read_date(value):
            yield Fact(name, day, place)
        return
    if name == "version":
        if found := _VERSION.fullmatch(value):
            yield Fact(name, found["number"], place)
        return
    if name == "approved-by":
        value = re.sub(rf"\s*(?:\bon\b|,|:|\(|–|-)?\s*(?:{ANY.pattern}).*", "", value, flags=re.I)
        value = re.sub(r"^(?:the|our)\s+(?=[a-zA-Z])", "", value)
    value = " ".join(value.split()).rstrip(".,; ")
    if value and len(value) <= _LONGEST * 3 and not _BLANK.fullmatch(value):
        yield Fact(name, value, place)


def _cell(cell: list[Para]) -> str:
    return "\n".join(para.text.strip() for para in cell if para.text.strip())
