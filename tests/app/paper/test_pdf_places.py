"""The contents of a PDF, and its links from page to page."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QTextCharFormat, QTextCursor, QTextDocument

from handbook.app.paper.pdf import pdf_of
from handbook.app.paper.pdf_places import with_places
from handbook.app.paper.sheets import Entry

pytestmark = pytest.mark.usefixtures("qapp")


class ThreeSheets:
    """Three sheets; on the first a link leads to `to:end`."""

    title = "Handbook"
    count = 3

    def __init__(self, places: Mapping[str, int], *entries: Entry) -> None:
        self.entries = entries
        self.places = places

    def paint(self, painter: QPainter, page: int) -> None:
        if page:
            painter.drawText(QPointF(50, 50), f"Page {page}")
            return
        document = QTextDocument()
        form = QTextCharFormat()
        form.setAnchor(True)
        form.setAnchorHref("to:end")
        QTextCursor(document).insertText("To the end", form)
        document.drawContents(painter)


def objects(pdf: bytes) -> dict[int, bytes]:
    """Every object by its number, the newest version of each, as the tables of the file say."""
    found: dict[int, bytes] = {}
    at = int(pdf.rsplit(b"startxref", 1)[1].split()[0])
    while True:
        table = pdf[at : pdf.index(b"trailer", at)]
        for first, rows in re.findall(rb"(\d+) \d+ ?\n((?:\d{10} \d{5} [nf] \n)+)", table):
            for number, row in enumerate(rows.splitlines(), int(first)):
                if row.split()[2] == b"n":
                    start = int(row[:10])
                    assert pdf[start:].startswith(b"%d 0 obj" % number)
                    found.setdefault(number, pdf[start : pdf.index(b"endobj", start)])
        trailer = pdf[pdf.index(b"trailer", at) : pdf.index(b"startxref", at)]
        before = re.search(rb"/Prev (\d+)", trailer)
        if before is None:
            return found
        at = int(before[1])


def number_in(words: bytes, key: bytes) -> int:
    found = re.search(rb"/" + key + rb" \[?(\d+) 0 R", words)
    assert found, (key, words)
    return int(found[1])


def titles(found: dict[int, bytes], parent: bytes, pages: list[int]) -> list[object]:
    """The contents under an entry: (title, page, what stands under it)."""
    if b"/First" not in parent:
        return []
    rows: list[object] = []
    at = number_in(parent, b"First")
    while True:
        words = found[at]
        code = re.search(rb"/Title <FEFF([0-9A-F]*)>", words)
        assert code
        title = bytes.fromhex(code[1].decode()).decode("utf-16-be")
        page = pages.index(number_in(words, b"Dest"))
        rows.append((title, page, titles(found, words, pages)))
        if b"/Next" not in words:
            assert number_in(parent, b"Last") == at
            return rows
        at = number_in(words, b"Next")


def test_the_contents_are_a_tree_that_leads_to_the_pages() -> None:
    pdf = pdf_of(
        ThreeSheets(
            {}, Entry("Contents", 0), Entry("Safety (all)", 1), Entry("Pupils’ phones", 2, 1)
        )
    )

    found = objects(pdf)
    catalog = next(words for words in found.values() if b"/Type /Catalog" in words)
    kids = next(words for words in found.values() if b"/Type /Pages" in words)
    pages = [int(number) for number in re.findall(rb"(\d+) 0 R", kids.split(b"/Kids")[1])]
    assert len(pages) == 3
    assert titles(found, found[number_in(catalog, b"Outlines")], pages) == [
        ("Contents", 0, []),
        ("Safety (all)", 1, [("Pupils’ phones", 2, [])]),
    ]


def test_a_link_within_the_sheets_leads_to_its_page() -> None:
    found = objects(pdf_of(ThreeSheets({"to:end": 2})))

    links = [words for words in found.values() if b"/Subtype /Link" in words]
    kids = next(words for words in found.values() if b"/Type /Pages" in words)
    pages = re.findall(rb"(\d+) 0 R", kids.split(b"/Kids")[1])
    assert len(links) == 1
    assert b"/Dest [%s 0 R" % pages[2] in links[0]
    assert b"/URI" not in links[0]


def test_what_has_neither_is_left_as_qt_wrote_it() -> None:
    assert pdf_of(ThreeSheets({})).count(b"startxref") == 1


def test_another_kind_of_pdf_is_refused_rather_than_spoilt() -> None:
    with pytest.raises(ValueError, match="another kind"):
        with_places(b"%PDF-1.7\n", ThreeSheets({}, Entry("Contents", 0)))
