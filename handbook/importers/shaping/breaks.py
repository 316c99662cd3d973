"""Paragraphs that people parted with forced line breaks only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

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
        begins = place > 0 and (line.apart or _is_marked(line.text))
        if open_runs and (begins or (place == 1 and _is_head(lines))):
            yield _like(para, open_runs, is_first=first)
            first, open_runs = False, []
        if open_runs:
            open_runs.append(Run("\n"))
        open_runs.extend(line.runs)
    yield _like(para, open_runs, is_first=first)


def _like(para: Para, runs: list[Run], *, is_first: bool) -> Para:
    if is_first:
        return replace(para, runs=runs)
    return replace(para, runs=runs, label="", bullet="", anchors=[], nested=None)


@dataclass
class _Line:
    runs: list[Run] = field(default_factory=list)
    apart: bool = False
    """True after a line without words."""

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def has_words(self) -> bool:
        return bool(self.text.strip()) or any(run.note for run in self.runs)


def _lines(runs: list[Run]) -> list[_Line]:
    lines = [_Line()]
    for run in runs:
        for place, part in enumerate(run.text.split("\n")):
            if place:
                lines.append(_Line(apart=not lines[-1].has_words))
            if part or run.note:
                lines[-1].runs.append(replace(run, text=part))
    return [line for line in lines if line.has_words]


def _is_marked(text: str) -> bool:
    if bullet_at(text):
        return True
    found = label_at(text)
    return found is not None and found[2]


def _is_head(lines: list[_Line]) -> bool:
    """True where the first line is bold and short, and the next is not bold."""
    first, second = Para(lines[0].runs, ""), Para(lines[1].runs, "")
    return first.is_bold and not second.is_bold and is_titled(first.text)
