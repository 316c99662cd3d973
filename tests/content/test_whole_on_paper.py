"""The whole handbook on paper: every word of it, each policy where the contents say."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from handbook import locations
from handbook.app.look.fonts import load_fonts
from handbook.app.paper.book import Book, book_steps, in_order
from handbook.app.paper.pdf import pdf_of
from handbook.app.paper.steps import finish
from handbook.domain.blocks import block_texts
from handbook.domain.filling import filled
from handbook.domain.library import Library
from handbook.domain.policy import Policy

pytestmark = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="pdftotext reads the PDF back"
)
DAY = date(2030, 1, 2)
"""Past every review date of the content."""


@pytest.fixture(scope="module")
def library(qapp: QApplication) -> Library:
    from handbook.markup.library import read_library

    del qapp
    load_fonts(locations.resources() / "fonts")
    return read_library(locations.content())


@pytest.fixture(scope="module")
def book(library: Library) -> Book:
    return finish(book_steps(library, DAY, locations.content()))


@pytest.fixture(scope="module")
def pages(book: Book, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The text of each page, read back by another program."""
    file = tmp_path_factory.mktemp("book") / "book.pdf"
    file.write_bytes(pdf_of(book))
    command = ["pdftotext", "-layout", "-enc", "UTF-8", str(file), "-"]
    text = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    return text.split("\f")[:-1]


def words(text: str) -> Counter[str]:
    """In small letters, without marks: a callout's lead is a heading on paper."""
    return Counter(re.findall(r"\w+", text.casefold()))


def words_of(policy: Policy, library: Library) -> Counter[str]:
    """Every word of a policy that its text holds, as it is shown here."""
    school = library.school
    texts = [*block_texts(filled(policy.intro, school)), policy.title]
    for section in policy.sections:
        texts += [section.title, *block_texts(filled(section.blocks, school))]
        for clause in section.clauses:
            title = [] if section.is_clause else [clause.title]
            texts += [*title, *block_texts(filled(clause.blocks, school))]
    # A callout that begins "Note that" is headed "Note", on the screen as on paper.
    return words(re.sub(r"\bNote that\b", "Note", " ".join(texts)))


def test_every_policy_begins_on_the_page_that_the_contents_name(
    book: Book, pages: list[str], library: Library
) -> None:
    by_title = {entry.title: entry.page for entry in book.entries if entry.level == 1}
    assert len(by_title) == len(library.policies) > 20
    contents = " ".join(" ".join(pages[at].split()) for at in range(1, min(by_title.values())))

    for policy in library.policies:
        page = by_title[policy.title]
        top = " ".join(pages[page].split())
        assert top.startswith(policy.title)
        assert f"Version {policy.version}" in top
        hint = f"{policy.title} version {policy.version}, review overdue {page + 1}"
        assert hint in contents


def test_no_word_is_missing(book: Book, pages: list[str], library: Library) -> None:
    starts = [entry.page for entry in book.entries if entry.level == 1]
    ends = [*starts[1:], book.count]
    for policy, start, end in zip(in_order(library.policies), starts, ends, strict=True):
        printed = words(" ".join(pages[start:end]))

        missing = words_of(policy, library) - printed
        assert not missing, policy.id


def test_every_page_says_its_number_in_the_whole_and_the_day(book: Book, pages: list[str]) -> None:
    assert len(pages) == book.count
    for number, page in enumerate(pages[1:], 2):
        foot = page.rstrip().splitlines()[-1]
        assert "printed 2 January 2030" in foot
        assert foot.endswith(f"{number} of {book.count}")


def test_what_is_overdue_says_so_on_the_cover_and_on_its_first_page(
    book: Book, pages: list[str], library: Library
) -> None:
    assert f"{len(library.policies)} policies are past their review dates" in pages[0]
    for entry in book.entries:
        if entry.level == 1:
            assert "Review overdue since" in pages[entry.page]


def test_every_link_between_policies_has_a_page(book: Book, library: Library) -> None:
    for policy in library.policies:
        for clause in policy.clauses:
            assert f"clause:{policy.id}#{clause.id}" in book.places
    data = pdf_of(book)
    live = data[data.rindex(b"startxref") - 400_000 :]
    assert b"/Dest [" in live
