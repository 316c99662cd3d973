"""The handbook's longest policy on paper: all of it, nothing cut."""

from __future__ import annotations

import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from handbook import locations
from handbook.app.look.fonts import load_fonts
from handbook.app.paper import sheet
from handbook.app.paper.paper import Paper
from handbook.app.paper.pdf import pdf_of
from handbook.app.paper.policy import policy_paper
from handbook.domain.policy import Policy
from handbook.domain.school import School

FOOTER = "printed"


@pytest.fixture(scope="module")
def longest(qapp: QApplication) -> tuple[Policy, School]:
    from handbook.markup.library import read_library

    del qapp
    load_fonts(locations.resources() / "fonts")
    library = read_library(locations.content())
    return max(library.policies, key=lambda policy: policy.card.clauses), library.school


@pytest.fixture(scope="module")
def paper(longest: tuple[Policy, School]) -> Paper:
    policy, school = longest
    return policy_paper(policy, school, footer=FOOTER)


def test_every_clause_is_there(paper: Paper, longest: tuple[Policy, School]) -> None:
    lines = set(paper.text.split("\n"))
    clauses = list(longest[0].clauses)

    assert len(clauses) > 50
    for clause in clauses:
        assert f"{clause.label}\t{clause.title}" in lines


def test_no_callout_is_cut_and_no_page_too_full(paper: Paper) -> None:
    assert all(part.bottom - part.top <= sheet.ROOM for part in paper.parts)
    for placed in paper.boxes:
        assert any(
            part.top <= placed.rect.top() and placed.rect.bottom() <= part.bottom
            for part in paper.parts
        )


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext reads the PDF back")
def test_every_word_is_in_the_pdf_once(paper: Paper, tmp_path: Path) -> None:
    file = tmp_path / "policy.pdf"
    file.write_bytes(pdf_of(paper))
    read = subprocess.run(
        ["pdftotext", "-layout", str(file), "-"], capture_output=True, text=True, check=True
    ).stdout
    words = read.split()
    for page in range(1, len(paper.parts) + 1):
        for word in (FOOTER, str(page), "of", str(len(paper.parts))):
            words.remove(word)

    # A word with a hyphen may stand on two lines, so that letters are compared, not words.
    assert Counter("".join(words)) == Counter("".join(paper.text.split()))
