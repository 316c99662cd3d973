"""Paragraphs that people parted with forced line breaks only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from handbook.importers.form import Para, Piece, Run
from handbook.importers.shaping.labels import bullet_at, label_at
from handbook.importers.shaping.look import is_titled


def part_at_breaks(pieces: list[Piece]) -> list[Piece]:
    """The pieces, with a typed list and a bold first line made paragraphs of their own."""
    return [
        part
        for piece in pieces
        for part in (_parted(piece) if isinstance(piece, Para) else [piece])
    ]


def _parted(para: Para) -> Iterator[Para]:
    lines = _lines(para.runs)
    if para.verbatim or para.level or len(lines) < 2:
        yield para
        return
    open_runs: list[Run] = []
    first = True
    for place, line in enumerate(lines):
        text = "".join(run.text for run in line)
        begins = place > 0 and (_is_marked(text) or (place == 1 and _is_head(lines)))
        if begins and open_runs:
            yield _like(para, open_runs, is_first=first)
            first, open_runs = False, []
        if open_runs:
            open_runs.append(Run("\n"))
        open_runs.extend(line)
    yield _like(para, open_runs, is_first=first)


def _like(para: Para, runs: list[Run], *, is_first: bool) -> Para:
    if is_first:
        return replace(para, runs=runs)
    return replace(para, runs=runs, label="", bullet="", anchors=[], nested=None)


def _lines(runs: list[Run]) -> list[list[Run]]:
    lines: list[list[Run]] = [[]]
    for run in runs:
        for place, part in enumerate(run.text.split("\n")):
            if place:
                lines.append([])
            if part or run.note:
                lines[-1].append(replace(run, text=part))
    return [line for line in lines if any(run.text.strip() or run.note for run in line)]


def _is_marked(text: str) -> bool:
    if bullet_at(text):
        return True
    found = label_at(text)
    return found is not None and found[2]


def _is_head(lines: list[list[Run]]) -> bool:
    """True where the first line is bold and short, and the next is not bold."""
    first, second = Para(lines[0], ""), Para(lines[1], "")
    return first.is_bold and not second.is_bold and is_titled(first.text)
