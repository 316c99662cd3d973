"""Policies and clauses on pages."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QPainter

from handbook.app.document.builder import build
from handbook.app.document.front import Front
from handbook.app.paper import sheet
from handbook.app.paper.builder import PaperBuilder, spans
from handbook.app.paper.paper import Paper, paper_look
from handbook.app.paper.pdf import pdf_of
from handbook.app.paper.policy import built_paper, clause_paper, policy_paper
from handbook.domain.blocks import Paragraph, Span
from handbook.domain.policy import Clause, Policy
from handbook.domain.school import School

pytestmark = pytest.mark.usefixtures("qapp")


OVER = 6
"""Paper pixels by which a face may be higher than the line that the design gives it."""


@pytest.fixture
def paper(long_policy: Policy, school: School) -> Paper:
    return policy_paper(long_policy, school, footer="Social media, version 1.0")


def test_no_page_is_fuller_than_the_sheet(paper: Paper) -> None:
    assert len(paper.parts) > 5
    for part in paper.parts:
        assert part.bottom - part.top <= sheet.ROOM


def test_every_callout_is_whole_on_one_page(paper: Paper) -> None:
    assert len(paper.boxes) > 50
    for placed in paper.boxes:
        around = [
            part
            for part in paper.parts
            if part.top <= placed.rect.top() and placed.rect.bottom() <= part.bottom
        ]
        assert len(around) == 1


def test_every_line_is_on_one_page(paper: Paper) -> None:
    document = paper.document
    layout = document.documentLayout()
    block = document.begin()
    while block.isValid():
        rect = layout.blockBoundingRect(block)
        for index in range(block.layout().lineCount()):
            line = block.layout().lineAt(index).rect().translated(rect.topLeft())
            around = [
                part
                for part in paper.parts
                if part.top <= line.top() + OVER and line.bottom() <= part.bottom + OVER
            ]
            assert len(around) == 1, block.text()
        block = block.next()


def test_no_heading_is_the_last_thing_on_a_page(paper: Paper) -> None:
    layout = paper.document.documentLayout()
    block = paper.document.begin()
    while block.isValid():
        rect = layout.blockBoundingRect(block)
        if block.blockFormat().headingLevel():
            bottoms = [part.bottom for part in paper.parts]
            assert all(abs(bottom - rect.bottom()) > 1 for bottom in bottoms), block.text()
        block = block.next()


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext reads the PDF back")
def test_a_paragraph_over_three_pages_is_there_once(tmp_path: Path) -> None:
    builder = PaperBuilder()
    builder.ticked([spans(" ".join(f"word{number}" for number in range(1600)))])
    paper = builder.paper(title="Handbook", footer="")
    assert len(paper.parts) >= 3

    words = [word for word in pdf_text(paper, tmp_path).split() if word.startswith("word")]
    assert words == [f"word{number}" for number in range(1600)]


def pdf_text(paper: Paper, folder: Path) -> str:
    """The text of a paper's PDF, read back by another program."""
    file = folder / "paper.pdf"
    file.write_bytes(pdf_of(paper))
    return subprocess.run(
        ["pdftotext", "-layout", str(file), "-"], capture_output=True, text=True, check=True
    ).stdout


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext reads the PDF back")
def test_the_pdf_says_every_word_once(paper: Paper, tmp_path: Path) -> None:
    read = pdf_text(paper, tmp_path)
    footers = read.count("Social media, version 1.0")
    words = read.replace("Social media, version 1.0", "").split()
    for page in range(1, footers + 1):
        words.remove(str(page))
        words.remove("of")
        words.remove(str(footers))

    assert footers == len(paper.parts)
    assert sorted(words) == sorted(paper.text.replace("\ufffc", " ").split())


def test_a_clause_alone_stands_under_the_title_of_its_policy(
    long_policy: Policy, school: School
) -> None:
    clause = next(long_policy.clauses)
    paper = clause_paper(
        long_policy, clause, school, footer="Social media 1.1", front=Front("Version 1.0")
    )

    assert "Social media" in paper.text
    assert "1.1\tPupils (0)" in paper.text
    assert "Pupils (1)" not in paper.text
    assert "What this is for." not in paper.text
    assert "From the guidance." not in paper.text
    assert len(paper.parts) == 1


def test_links_that_only_the_program_can_follow_are_no_links_on_paper(paper: Paper) -> None:
    cursor = paper.document.find("reports")

    assert cursor.charFormat().anchorHref() == ""
    pdf = pdf_of(paper)
    assert b"clause:" not in pdf
    assert b"/URI ()" not in pdf


def test_paper_is_light_on_white(paper: Paper) -> None:
    image = QImage(round(sheet.WIDTH), round(sheet.HEIGHT), QImage.Format.Format_RGB32)
    image.fill("white")
    painter = QPainter(image)
    paper.paint(painter, 0)
    painter.end()

    colours = {image.pixelColor(x, y).name() for x in range(0, 900, 3) for y in range(0, 1300, 3)}
    assert "#fbeae8" in colours
    assert "#1b1e23" in colours


def test_a_clause_takes_along_the_footnotes_that_it_names(
    long_policy: Policy, school: School
) -> None:
    noted = Clause("noted", "Noted", "9.1", (Paragraph((Span("1", footnote=1),), 1),), 1)
    section = replace(long_policy.sections[0], clauses=(noted,))
    paper = clause_paper(
        replace(long_policy, sections=(section,)), noted, school, footer="Social media 9.1"
    )

    assert "1\tFrom the guidance." in paper.text


def test_a_section_that_was_built_for_paper_goes_to_paper(
    long_policy: Policy, school: School
) -> None:
    built = build(long_policy, school, paper_look(), only_section="reports-3")
    paper = built_paper(built, title="Social media", footer="Social media 2")

    assert paper.text == "2\tReports\nPupils may report too."
    assert len(paper.parts) == 1
    assert pdf_of(paper).startswith(b"%PDF")
