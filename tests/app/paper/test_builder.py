"""Writing a sheet."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtGui import QImage, QPainter

from handbook.app.document.styles import Box
from handbook.app.look.type import Type
from handbook.app.paper import sheet
from handbook.app.paper.builder import CardLine, PaperBuilder, spans
from handbook.app.paper.paper import Paper
from handbook.domain.blocks import Span
from handbook.domain.links import Link, LinkKind

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def builder() -> PaperBuilder:
    return PaperBuilder()


def finished(builder: PaperBuilder) -> Paper:
    return builder.paper(title="Handbook", footer="Staff handbook")


def picture(paper: Paper, page: int = 0) -> QImage:
    image = QImage(round(sheet.WIDTH), round(sheet.HEIGHT), QImage.Format.Format_RGB32)
    image.fill("white")
    painter = QPainter(image)
    paper.paint(painter, page)
    painter.end()
    return image


def dark_rows(image: QImage, x: float) -> int:
    """How many lines a column of pixels crosses."""
    dark = [image.pixelColor(round(x), y).lightness() < 200 for y in range(image.height())]
    return sum(now and not before for before, now in pairwise(dark))


def test_everything_that_is_written_can_be_read(builder: PaperBuilder) -> None:
    builder.title("Tell the chair", "Do this first")
    builder.lead(spans("Because it is about money."))
    builder.heading("Who to tell", "the same day")
    builder.card([CardLine(spans("Chair of governors"), Type.CONTACT)])
    builder.ticked([spans("Keep the papers.")])
    builder.crossed([spans("Warn anybody.")])
    builder.timeline([("Today", spans("You tell.")), ("2 days", spans("They answer."))])
    builder.callout(Box.MAY, "Your protection", [spans("You are safe.")])
    builder.alarm("Call 999", [spans("A life comes first.")])
    builder.small(spans("Printed today."))
    builder.signature("Signed", "Date")

    assert finished(builder).text.split("\n") == [
        "Do this first",
        "Tell the chair",
        "Because it is about money.",
        "Who to tell   the same day",
        "Chair of governors",
        "Keep the papers.",
        "Warn anybody.",
        "Today\tYou tell.",
        "2 days\tThey answer.",
        "Your protection",
        "You are safe.",
        "Call 999",
        "A life comes first.",
        "Printed today.",
        "",
        "Signed\tDate",
    ]


def test_cards_are_never_cut(builder: PaperBuilder) -> None:
    for _ in range(30):
        builder.card([CardLine(spans(word)) for word in ("Chair", "01632 960 118", "mornings")])
    paper = finished(builder)

    assert len(paper.parts) > 1
    for placed in paper.boxes:
        assert any(
            part.top <= placed.rect.top() and placed.rect.bottom() <= part.bottom
            for part in paper.parts
        )


def test_a_heading_is_never_the_last_line_of_a_page(builder: PaperBuilder) -> None:
    for _ in range(60):
        builder.heading("What I saw")
        builder.paragraph(spans("Words. " * 40))
    paper = finished(builder)

    layout = paper.document.documentLayout()
    for part in paper.parts[:-1]:
        last = max(
            (
                block
                for number in range(paper.document.blockCount())
                if (block := paper.document.findBlockByNumber(number)).isValid()
                and layout.blockBoundingRect(block).top() < part.bottom - 1
            ),
            key=lambda block: block.blockNumber(),
        )
        assert last.text().startswith("Words")


def test_lines_are_left_to_write_on_by_hand(builder: PaperBuilder) -> None:
    builder.paragraph(spans("Write here:"))
    builder.ruled(6)

    image = picture(finished(builder))
    assert dark_rows(image, sheet.WIDTH / 2) == 6


def test_a_signature_has_its_lines_side_by_side_and_stays_whole(builder: PaperBuilder) -> None:
    builder.signature("Signed", "Name", "Date")

    paper = finished(builder)
    image = picture(paper)
    for part in (0.1, 0.5, 0.95):
        assert dark_rows(image, sheet.LEFT + sheet.COLUMN * part) >= 1
    assert paper.text == "\nSigned\tName\tDate"


def test_the_line_breaks_of_what_somebody_typed_stay(builder: PaperBuilder) -> None:
    builder.paragraph(spans("First.\nSecond."))

    assert finished(builder).text == "First.\nSecond."


def test_what_was_a_link_is_just_words(builder: PaperBuilder) -> None:
    link = Link(LinkKind.ROLE, "head")
    builder.paragraph((Span("Tell the "), Span("headteacher", link=link)))

    form = finished(builder).document.find("headteacher").charFormat()
    assert not form.fontUnderline()
    assert not form.isAnchor()
