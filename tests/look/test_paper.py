"""Pictures of sheets of paper: of outcomes, of policies, of the first of all policies."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from handbook.app.confirm.record_paper import record_steps
from handbook.app.document.front import Front
from handbook.app.look.fonts import load_fonts
from handbook.app.outcome.routes import outcome_view
from handbook.app.outcome.sheet import outcome_paper
from handbook.app.paper import sheet
from handbook.app.paper.book import book_steps
from handbook.app.paper.policy import policy_paper, policy_steps
from handbook.app.paper.sheets import Sheets
from handbook.app.paper.steps import finish
from handbook.app.reading_record import record_rows
from handbook.domain.confirming import Confirmation
from handbook.domain.journey import Journey
from handbook.domain.library import Library
from tests.app.social_media import small_school, social_media
from tests.look import test_pages as pages

pytestmark = pages.pytestmark

DAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def library(qapp: QApplication) -> Library:
    from handbook.markup.library import read_library

    del qapp
    load_fonts(pages.FONTS)
    return read_library(pages.CONTENT)


def picture(sheets: Sheets, page: int = 0) -> QImage:
    """A page, a pixel for a paper pixel."""
    image = QImage(round(sheet.WIDTH), round(sheet.HEIGHT), QImage.Format.Format_RGB32)
    image.fill("white")
    painter = QPainter(image)
    sheets.paint(painter, page)
    painter.end()
    return image


@pytest.mark.parametrize(
    ("name", "numbers"), [("paper-outcome", (2, 1)), ("paper-emergency", (1,))]
)
def test_an_outcome_on_paper_looks_as_it_did(
    library: Library, name: str, numbers: tuple[int, ...], update_looks: bool
) -> None:
    journey = Journey(library.flows, library.flows.flow("concern").start)
    for number in numbers:
        journey = journey.answer_number(number)
    view = outcome_view(library, journey, DAY)

    paper = outcome_paper(view, DAY, with_answers=True)
    pages.compare(picture(paper), name, update=update_looks)


def test_a_policy_on_paper_looks_as_it_did(library: Library, update_looks: bool) -> None:
    policy = library.policy("phones")
    paper = policy_paper(
        policy, library.school, footer="Phones, version 1.0", front=Front("Version 1.0")
    )

    pages.compare(picture(paper), "paper-policy", update=update_looks)


@pytest.mark.usefixtures("library")
def test_callouts_and_a_table_on_paper_look_as_they_did(update_looks: bool) -> None:
    paper = finish(policy_steps(social_media(), small_school(), DAY))

    pages.compare(picture(paper), "paper-table", update=update_looks)


@pytest.mark.parametrize(("name", "page"), [("paper-cover", 0), ("paper-contents", 1)])
def test_the_first_sheets_of_the_whole_look_as_they_did(
    library: Library, name: str, page: int, update_looks: bool
) -> None:
    book = finish(book_steps(library, DAY))

    pages.compare(picture(book, page), name, update=update_looks)


def test_a_reading_record_on_paper_looks_as_it_did(library: Library, update_looks: bool) -> None:
    made = (("phones", "2.0", date(2026, 5, 4)), ("visitors", "1.0", date(2026, 11, 2)))
    confirmed = (Confirmation(policy, version, "", day) for policy, version, day in made)
    rows = record_rows(confirmed, library.summary.cards)
    paper = finish(record_steps(rows, "jo", "Hill School", DAY))

    pages.compare(picture(paper), "paper-record", update=update_looks)
