"""The PDF, and what it does not say of the person."""

from __future__ import annotations

import re
import zlib

import pytest

from handbook.app.paper.builder import PaperBuilder, spans
from handbook.app.paper.pdf import neutral, pdf_of

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def pdf() -> bytes:
    builder = PaperBuilder()
    builder.title("A title")
    builder.paragraph(spans("Words."))
    return pdf_of(builder.paper(title="Handbook", footer="Staff handbook"))


def test_it_names_nobody_and_no_time(pdf: bytes) -> None:
    times = re.findall(rb"\(D:\d{8}(\d{6}[^)]*)\)", pdf)

    assert times == [b"000000Z", b"000000Z"]
    assert b"/Author ()" in pdf
    assert "Qt".encode("utf-16-be") not in pdf
    assert b"CreateDate" not in pdf
    assert b"Qt " not in pdf


def test_its_title_is_the_one_given(pdf: bytes) -> None:
    assert b"/Title (\xfe\xff" + "Handbook".encode("utf-16-be") + b")" in pdf
    assert "A title".encode("utf-16-be") not in pdf


def test_every_part_is_still_where_the_table_says(pdf: bytes) -> None:
    start = int(pdf.rsplit(b"startxref", 1)[1].split()[0])
    assert pdf[start : start + 4] == b"xref"

    offsets = re.findall(rb"(\d{10}) \d{5} n", pdf[start:])
    assert len(offsets) > 5
    for number, offset in enumerate(offsets, 1):
        at = int(offset)
        assert pdf[at:].startswith(f"{number} 0 obj".encode())


def test_the_same_paper_is_the_same_bytes() -> None:
    builder = PaperBuilder()
    builder.paragraph(spans("Words."))
    paper = builder.paper(title="Handbook", footer="Staff handbook")

    assert pdf_of(paper) == pdf_of(paper)


def test_a_page_is_a4(pdf: bytes) -> None:
    found = re.search(rb"/MediaBox \[([^\]]*)\]", pdf)
    assert found
    numbers = [float(number) for number in found[1].split()]

    assert numbers[2:] == pytest.approx([595, 842], abs=1)


def test_its_text_is_text(pdf: bytes) -> None:
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL)
    read = b""
    for stream in streams:
        try:
            read += zlib.decompress(stream)
        except zlib.error:
            continue

    assert b" Tj" in read or b" TJ" in read
    assert b"/ToUnicode" in pdf


def test_a_time_with_a_zone_is_cut_at_the_same_length() -> None:
    stamped = b"/CreationDate (D:20261121134056+01'00')\n/ModDate (D:20261121134056Z)"

    cut = neutral(stamped)

    assert cut == b"/CreationDate (D:20261121000000Z)      \n/ModDate (D:20261121000000Z)"
    assert len(cut) == len(stamped)
