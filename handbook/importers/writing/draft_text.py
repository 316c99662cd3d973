"""A whole draft: front matter, headings with ids, paragraphs, lists, tables, notes."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.importers.form import Grid, Para, Piece, Reading, Role, Run
from handbook.importers.shaping.labels import has_number
from handbook.importers.writing.escaping import at_start, inline, one_line
from handbook.importers.writing.front import front_matter
from handbook.importers.writing.ids import Ids
from handbook.importers.writing.lists import list_lines
from handbook.importers.writing.long_lines import cut
from handbook.importers.writing.tables import table_lines

TO_PLACE = "To place"
_TO_PLACE_NOTE = (
    "> **Note** These words were in the file. Where they belong could not be told: place them, "
    "then take this section out."
)


def draft_text(reading: Reading, title: str, facts: dict[str, str]) -> str:
    """The Markdown of a reading that `shaping` has judged."""
    return _Writer(reading).text(title, facts)


class _Writer:
    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._ids = Ids()
        self._notes: dict[str, int] = {}
        self._lines: list[str] = []
        for run in _runs(reading):
            if run.note and run.note in reading.notes:
                self._notes.setdefault(run.note, len(self._notes) + 1)
        self._anchors = self._named()

    def text(self, title: str, facts: dict[str, str]) -> str:
        numbered = any(
            has_number(para) for para in self._reading.paras if para.role is Role.HEADING
        )
        self._body()
        self._to_place()
        self._footnotes()
        front = front_matter(title, facts, numbered=numbered)
        body = "\n".join(line for part in self._lines for line in cut(part))
        return f"{front}\n\n{body.strip()}\n"

    def _named(self) -> dict[int, str]:
        """The id of each heading, and links inside the file led to it."""
        names: dict[int, str] = {}
        places: dict[str, str] = {}
        for para in self._reading.paras:
            if para.role is Role.HEADING and para.depth <= 2:
                name = self._ids.of(para.text or para.label)
                names[id(para)] = name
                places |= {f"#{anchor}": f"#{name}" for anchor in para.anchors}
        for piece in _all_paras(self._reading):
            piece.runs = [
                Run(run.text, run.bold, run.italic, places.get(run.link, ""), run.note)
                if run.link.startswith("#")
                else run
                for run in piece.runs
            ]
        return names

    def _body(self) -> None:
        listed: list[Para] = []
        for piece in self._reading.pieces:
            if isinstance(piece, Para) and piece.role in (Role.ITEM, Role.CONTINUES):
                listed.append(piece)
                continue
            self._list(listed)
            listed = []
            self._piece(piece)
        self._list(listed)

    def _list(self, paras: list[Para]) -> None:
        if paras:
            self._lines += [*list_lines(paras, self._notes), ""]

    def _piece(self, piece: Piece) -> None:
        if isinstance(piece, Grid):
            if piece.rows:
                self._lines += [*table_lines(piece, self._notes), ""]
        elif piece.role is Role.HEADING:
            self._heading(piece)
        elif piece.role is Role.TEXT and (piece.text.strip() or piece.label):
            self._lines += [*self._paragraph(piece), ""]

    def _heading(self, para: Para) -> None:
        words = one_line(inline(para.runs, self._notes, styled=False))
        words = f"{para.label} {words}".strip()
        name = self._anchors.get(id(para), "")
        end = f" {{#{name}}}" if name else ""
        self._lines += [f"{'#' * (para.depth + 1)} {_closed(words)}{end}", ""]

    def _paragraph(self, para: Para) -> Iterator[str]:
        if para.verbatim:
            yield from (f"    {line}" for line in para.text.split("\n"))
            return
        words = inline(para.runs, self._notes)
        mark = para.label or ("•" if para.bullet else "")
        lines = [line.strip() for line in f"{mark} {words}".split("\n") if line.strip()]
        for number, line in enumerate(lines):
            lead = "> " if para.quoted else ""
            yield lead + at_start(line) + ("  " if number < len(lines) - 1 else "")

    def _to_place(self) -> None:
        paras = [para for para in self._reading.unplaced if para.text.strip()]
        if not paras:
            return
        self._lines += [f"## {TO_PLACE} {{#{self._ids.of(TO_PLACE)}}}", "", _TO_PLACE_NOTE, ""]
        for para in paras:
            self._lines += [*self._paragraph(para), ""]

    def _footnotes(self) -> None:
        for key, number in self._notes.items():
            paras = self._reading.notes[key]
            for place, para in enumerate(paras or [Para([], "")]):
                words = one_line(inline(para.runs, self._notes))
                lead = f"[^{number}]: " if place == 0 else "    "
                self._lines += [f"{lead}{words}", ""]


def _closed(words: str) -> str:
    """A heading whose last `#` is a word of it, not Markdown's closing mark."""
    return words[:-1] + "\\#" if words.endswith("#") else words


def _runs(reading: Reading) -> Iterator[Run]:
    for para in _all_paras(reading):
        if para.role is not Role.LEFT_OUT:
            yield from para.runs


def _all_paras(reading: Reading) -> Iterator[Para]:
    for piece in reading.pieces:
        if isinstance(piece, Para):
            yield piece
        else:
            yield from (para for row in piece.rows for cell in row for para in cell)
    yield from (para for paras in reading.notes.values() for para in paras)
    yield from reading.unplaced
