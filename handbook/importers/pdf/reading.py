"""A PDF as a reading."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import pypdfium2

from handbook.importers.form import Grid, Para, Piece, Reading, Run, Unsure, shown
from handbook.importers.limits import MAX_PAGES
from handbook.importers.pdf.aligned import part_tables
from handbook.importers.pdf.columns import Column, columns_of
from handbook.importers.pdf.furniture import take_furniture
from handbook.importers.pdf.letters import Sheet, read_sheet, turn
from handbook.importers.pdf.lines import Line, lines_of, mark_underlined
from handbook.importers.pdf.notes import take_notes
from handbook.importers.pdf.paragraphs import count_words, joined_over_pages, paragraphs
from handbook.importers.pdf.structure import heading_levels
from handbook.importers.pdf.tables import Ruled, ruled_tables
from handbook.importers.refusal import Unreadable

_FEWEST = 5
"""Letters below which a page with a picture is a picture."""


@dataclass
class _Page:
    sheet: Sheet
    tables: list[Ruled]
    lines: list[Line]
    levels: dict[int, int] = field(default_factory=dict)


def read_pdf(data: bytes) -> Reading:
    """The paragraphs and tables of a PDF; raises Unreadable where it has no words."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as problem:
        raise Unreadable(_why(str(problem))) from None
    try:
        return _reading(document)
    finally:
        document.close()


def _why(problem: str) -> str:
    low = problem.casefold()
    if "password" in low or "security" in low:
        return "it is protected by a password: save it without one"
    return "it is damaged, or not all of it is here: fetch it again"


def _reading(document: Any) -> Reading:
    if len(document) > MAX_PAGES:
        raise Unreadable(f"it has over {MAX_PAGES:,} pages")
    reading = Reading()
    pages = [_page(document, number, reading) for number in range(len(document))]
    _check(pages, reading)
    running = take_furniture([page.sheet for page in pages], [page.lines for page in pages])
    reading.running = running
    body: Counter[float] = Counter()
    for line in (line for page in pages for line in page.lines):
        body[line.size] += len(line.letters)
    usual = body.most_common(1)[0][0] if body else 0.0
    words = count_words(line for page in pages for line in page.lines)
    for page in pages:
        take_notes(page.sheet, page.lines, usual, reading)
        _add_page(page, reading, words)
    reading.title = _stated_title(document)
    if reading.joined:
        first = reading.joined[0]
        count = len(reading.joined)
        reading.unsure.append(
            Unsure(
                first.place,
                f"{shown(first.text, 40)} was taken as going on from the page or column before; "
                f"{count} in all.",
            )
        )
    return reading


def _page(document: Any, number: int, reading: Reading) -> _Page:
    try:
        sheet = read_sheet(document, number)
    except pypdfium2.PdfiumError:
        reading.unsure.append(Unsure(f"page {number + 1}", "the page cannot be read."))
        return _Page(Sheet(number + 1, 0, 0), [], [])
    tables = ruled_tables(sheet)
    most = _most_turned(sheet)
    upright = [letter for letter in sheet.letters if letter.face.turned == most]
    _keep_sideways(sheet, most, reading)
    free = [letter for letter in upright if not any(table.take(letter) for table in tables)]
    lines = lines_of(free, sheet.number)
    mark_underlined(lines, sheet)
    levels = heading_levels(document, number)
    return _Page(sheet, [table for table in tables if table.has_words], lines, levels)


def _keep_sideways(sheet: Sheet, most: int, reading: Reading) -> None:
    """Words that stand on end beside the others are kept, to be placed by a person."""
    for turns in {letter.face.turned for letter in sheet.letters} - {most}:
        letters = [letter for letter in sheet.letters if letter.face.turned == turns]
        turn(sheet, letters, (turns - most) % 4)
        for line in lines_of(letters, sheet.number):
            if line.text.strip():
                reading.unplaced.append(Para([Run(line.text.strip())], f"page {sheet.number}"))


def _most_turned(sheet: Sheet) -> int:
    turned = Counter(letter.face.turned for letter in sheet.letters if letter.text.strip())
    return turned.most_common(1)[0][0] if turned else 0


def _check(pages: list[_Page], reading: Reading) -> None:
    letters = sum(1 for page in pages for one in page.sheet.letters if one.text.strip())
    unmapped = sum(page.sheet.unmapped for page in pages)
    empty = [
        page.sheet.number
        for page in pages
        if sum(1 for one in page.sheet.letters if one.text.strip()) < _FEWEST
        and page.sheet.pictures
    ]
    if letters < _FEWEST or (len(empty) == len(pages) and letters < _FEWEST * len(pages)):
        if any(page.sheet.pictures for page in pages):
            raise Unreadable(
                "its pages are pictures, as a scanner makes them: the words in them cannot be read"
            )
        raise Unreadable("no words are in it")
    if unmapped > letters * 0.3:
        raise Unreadable("its letters do not say which letters they are: ask for the Word file")
    reading.unsure += [
        Unsure(f"page {number}", "the page is a picture: its words could not be read.")
        for number in empty
    ]
    pictures = sum(page.sheet.pictures for page in pages) - len(empty)
    if pictures > 0:
        reading.unsure.append(Unsure("", f"{pictures} pictures were left out."))


def _add_page(page: _Page, reading: Reading, words: Counter[str]) -> None:
    waiting = sorted(page.tables, key=lambda table: -table.box.top)
    first = True
    for column in columns_of(page.lines, page.sheet):
        for para in _column_paras(column, page, words):
            while waiting and waiting[0].box.top > para[0] and waiting[0].box.left < column.right:
                _add_table(waiting.pop(0), page, reading, words)
                first = False
            if isinstance(para[1], Grid):
                reading.pieces.append(para[1])
            else:
                _add(para[1], reading.pieces, reading, at_head=first)
            first = False
        first = True
    for table in waiting:
        _add_table(table, page, reading, words)


def _column_paras(column: Column, page: _Page, words: Counter[str]) -> list[tuple[float, Piece]]:
    """The paragraphs of a column with the height at which each begins; tables part them."""
    heights = sorted((t.box.bottom for t in page.tables), reverse=True)
    groups: list[list[Line]] = [[]]
    for line in column.lines:
        if groups[-1]:
            above = groups[-1][-1].base
            if any(line.base < height <= above for height in heights) or line.base > above + 1:
                groups.append([])
        groups[-1].append(line)
    found: list[tuple[float, Piece]] = []
    for group in groups:
        for height, part in part_tables(group):
            if isinstance(part, Grid):
                found.append((height, part))
            else:
                found += paragraphs(part, column.left, column.right, words, page.levels)
    return found


def _add(para: Para, pieces: list[Piece], reading: Reading, *, at_head: bool) -> None:
    last = pieces[-1] if pieces else None
    if at_head and isinstance(last, Para) and joined_over_pages(last, para):
        last.runs = [*last.runs, Run(" "), *para.runs]
        reading.joined.append(para)
        return
    pieces.append(para)


def _add_table(table: Ruled, page: _Page, reading: Reading, words: Counter[str]) -> None:
    grid = table.grid(page.sheet.number, words)
    last = reading.pieces[-1] if reading.pieces else None
    if isinstance(last, Grid) and grid.rows and last.rows and _goes_on(last, grid, page):
        rows = grid.rows
        if _texts(rows[0]) == _texts(last.rows[0]):
            rows = rows[1:]
        last.rows += rows
        return
    reading.pieces.append(grid)


def _goes_on(last: Grid, grid: Grid, page: _Page) -> bool:
    same = len(last.rows[0]) == len(grid.rows[0])
    return same and last.place != grid.place and page.sheet.number > 1


def _texts(row: list[list[Para]]) -> list[str]:
    return [" ".join(para.text for para in cell) for cell in row]


def _stated_title(document: Any) -> str:
    found = str(document.get_metadata_dict().get("Title", "")).strip()
    return "" if found.casefold().startswith("microsoft word") or "." in found[-5:] else found
