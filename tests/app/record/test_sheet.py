"""A record on paper: every word is there, and lines where nothing is written."""

from __future__ import annotations

import re
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from handbook.app.paper.marks import MarkKind
from handbook.app.paper.paper import Paper
from handbook.app.paper.saving import Cancelled, FileKind, NotSaved, Printed, Saved, Went
from handbook.app.record.outlet import SheetOutlet
from handbook.app.record.sheet import record_paper
from handbook.domain.record import SIGNED, Parts, Record

pytestmark = pytest.mark.usefixtures("qapp")
LONG = "\n".join(f"Line {number}: then this was said, and more." for number in range(300))
ODD = "“Rude” \x00\x1b words 😀\tשלום עולם <b>&amp;"


def lines_to_write_on(paper: Paper) -> int:
    return sum(mark.kind is MarkKind.RULE for mark in paper._marks)


def words(text: str) -> list[str]:
    return re.findall(r"\S+", text)


class Noting:
    """A way out that notes what it is given."""

    def __init__(self) -> None:
        self.data = b""
        self.name = ""
        self.paper: Paper | None = None

    def save(self, data: bytes, name: str, kind: FileKind) -> Saved | NotSaved | Cancelled:
        self.data, self.name = data, f"{name}{kind.ending}"
        return Cancelled()

    def print_out(self, paper: Paper) -> Went:
        self.paper = paper
        return Printed()

    def withdraw(self) -> None:
        self.name = "withdrawn"


@pytest.fixture
def noting() -> Noting:
    return Noting()


@pytest.fixture
def outlet(noting: Noting) -> SheetOutlet:
    return SheetOutlet(noting, lambda: date(2026, 11, 21))


def test_the_top_names_the_route_and_whom_it_is_for() -> None:
    text = record_paper(Record("Raise it", "the chair", {Parts.SEEN: "x"})).text

    assert text.startswith("Record\nRaise it\nFor the chair\n")


@pytest.mark.parametrize("text", ["One.", LONG, ODD], ids=["short", "long", "odd"])
def test_every_word_typed_is_on_paper(text: str) -> None:
    record = Record("Raise it", "the chair", {Parts.SEEN: text, Parts.DONE: "I rang."})
    on_paper = words(record_paper(record).text)

    typed = words(record.text(Parts.SEEN))
    start = next(at for at, word in enumerate(on_paper) if word == "heard") + 1
    assert on_paper[start : start + len(typed)] == typed


def test_a_long_text_runs_on_to_more_pages() -> None:
    assert len(record_paper(Record(texts={Parts.SEEN: LONG})).parts) > 3


def test_a_blank_sheet_is_one_page_with_lines_under_every_heading() -> None:
    paper = record_paper(Record("Raise it under the whistleblowing policy", "the chair"))

    assert len(paper.parts) == 1
    assert lines_to_write_on(paper) == sum(part.value.lines for part in Parts)
    for label in SIGNED:
        assert label in paper.text


def test_a_blank_sheet_for_nobody_named_is_one_page_with_a_line_for_the_name() -> None:
    paper = record_paper(Record("Take it to a body outside"))

    assert len(paper.parts) == 1
    assert lines_to_write_on(paper) == 1 + sum(part.value.lines for part in Parts)


def test_a_part_with_words_has_no_lines_and_no_hint() -> None:
    paper = record_paper(Record(texts=dict.fromkeys(Parts, "x"), person="the chair"))

    assert lines_to_write_on(paper) == 0
    assert Parts.SEEN.value.hint not in paper.text


@pytest.mark.parametrize(
    ("kind", "name", "start"),
    [(FileKind.PDF, "Record 21 Nov.pdf", b"%PDF"), (FileKind.WORD, "Record 21 Nov.docx", b"PK")],
)
def test_a_file_is_of_the_kind_that_was_asked_for(
    outlet: SheetOutlet, noting: Noting, kind: FileKind, name: str, start: bytes
) -> None:
    outlet.save(Record(texts={Parts.SEEN: "x"}), "Record 21 Nov", kind)

    assert noting.name == name
    assert noting.data.startswith(start)


def test_a_pdf_says_nothing_of_itself_but_record(outlet: SheetOutlet, noting: Noting) -> None:
    outlet.save(Record("Raise it", "the chair"), "Record 21 Nov", FileKind.PDF)
    title = re.search(rb"/Title \((.*?)\)", noting.data, re.DOTALL)

    assert title is not None
    assert title[1].decode("utf-16") == "Record"
    assert re.findall(rb"/Author \((.*?)\)", noting.data) == [b""]
    assert re.findall(rb"\(D:\d{8}(\d{6})", noting.data) == [b"000000"] * 2


def test_printing_sends_the_same_sheet(
    outlet: SheetOutlet, noting: Noting, qapp: QApplication
) -> None:
    assert qapp is not None
    assert outlet.print_out(Record("Raise it", "the chair")) == Printed()
    outlet.withdraw()

    assert noting.paper is not None
    assert "For the chair" in noting.paper.text
    assert noting.name == "withdrawn"
