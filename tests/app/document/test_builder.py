"""The document of a policy."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QTextDocument

from handbook.app.document.builder import BuiltDocument, build
from handbook.app.document.front import Front
from handbook.app.document.leads import split_lead
from handbook.app.document.styles import Box, Property
from handbook.app.look.look import Look
from handbook.app.look.tokens import Theme
from handbook.domain.blocks import Callout, Paragraph, Span, plain
from handbook.domain.policy import Policy
from handbook.domain.rule import RuleKind
from handbook.domain.school import School

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def built(policy: Policy, school: School) -> BuiltDocument:
    return build(policy, school, Look(Theme.LIGHT), front=Front("Version 1.0"))


def text_of(document: QTextDocument, number: int) -> str:
    return document.findBlockByNumber(number).text()


def test_every_clause_begins_with_its_number_and_title(built: BuiltDocument) -> None:
    heads = {name: text_of(built.document, extent.first) for name, extent in built.clauses.items()}

    assert heads == {
        "pupils": "1.1\tPupils",
        "table": "1.2\tA table",
        "mixed": "1.3\tAll kinds",
        "reports": "2\tReports",
    }


def test_a_rule_has_its_lead_as_heading_and_begins_with_a_capital(built: BuiltDocument) -> None:
    box, extent = built.boxes[0]

    assert box is Box.MUST_NOT
    assert text_of(built.document, extent.first) == "You must not"
    assert text_of(built.document, extent.last) == "Message pupils."


def test_a_quotation_of_no_kind_is_grey_and_keeps_its_words(built: BuiltDocument) -> None:
    box, extent = built.boxes[2]

    assert box is Box.UNKNOWN
    assert text_of(built.document, extent.first) == "Odd words."


def test_blocks_of_a_box_carry_its_kind(built: BuiltDocument) -> None:
    _, extent = built.boxes[0]
    form = built.document.findBlockByNumber(extent.first).blockFormat()

    assert form.stringProperty(Property.KIND) == "must-not"
    assert form.intProperty(Property.GROUP) == 1


def test_the_schools_own_values_stand_in_the_text(built: BuiltDocument) -> None:
    assert "Ask by Monday." in built.document.toPlainText()


def test_everything_that_a_policy_holds_can_be_read(built: BuiltDocument) -> None:
    text = built.document.toPlainText()

    for part in (
        "Social media",
        "Version 1.0",
        "What this is for.",
        "First words.",
        "Who",
        "Daily",
        "•\ttwo",
        "Smaller",
        "<b>as written</b>",
        "1\tFrom the guidance.",
    ):
        assert part in text


def test_links_carry_where_they_lead(built: BuiltDocument) -> None:
    cursor = built.document.find("reports")

    assert cursor.charFormat().anchorHref() == "clause:social-media#reports"


def test_one_section_can_be_built_alone_with_its_words_marked(
    policy: Policy, school: School
) -> None:
    built = build(policy, school, Look(), only_section="reports", terms=("PUPILS",))

    assert built.document.toPlainText().startswith("2\tReports")
    assert [(match.start, match.end) for match in built.matches] == [(0, 6)]
    assert list(built.clauses) == ["reports"]


def test_an_overdue_notice_stands_first_in_amber(policy: Policy, school: School) -> None:
    front = Front("", "Review overdue since May 2024", (Span("It still applies."),))
    built = build(policy, school, Look(), front=front)

    assert built.boxes[0][0] is Box.OVERDUE
    assert text_of(built.document, 1) == "Review overdue since May 2024"


def test_text_at_two_hundred_per_cent_is_twice_as_large(policy: Policy, school: School) -> None:
    built = build(policy, school, Look(Theme.LIGHT, 2.0))
    block = built.document.findBlockByNumber(1)

    assert block.blockFormat().leftMargin() == 120
    assert block.blockFormat().lineHeight() == 54


@pytest.mark.parametrize(
    ("kind", "after", "shown"),
    [
        (RuleKind.MUST, " lock the door.", "Lock the door."),
        (RuleKind.NOTE, " that it rains.", "It rains."),
        (RuleKind.MAY, ", if asked, go.", "If asked, go."),
    ],
)
def test_leads_are_taken_off(kind: RuleKind, after: str, shown: str) -> None:
    callout = Callout(kind, (Paragraph((Span(kind.lead, strong=True), Span(after)), 1),), 1)

    lead, (first, *_) = split_lead(callout)

    assert lead == kind.lead
    assert isinstance(first, Paragraph)
    assert plain(first.spans) == shown


def test_a_lead_before_a_link_leaves_the_link_whole() -> None:
    spans = (Span("Tell", strong=True), Span(" "), Span("somebody"), Span(" now."))

    _, (first, *_) = split_lead(Callout(RuleKind.TELL, (Paragraph(spans, 1),), 1))

    assert isinstance(first, Paragraph)
    assert plain(first.spans) == "Somebody now."


def test_a_picture_of_the_content_is_shown_and_no_other_file(
    policy: Policy, school: School, tmp_path: Path
) -> None:
    (tmp_path / "images").mkdir()
    for name in ("images/plan.png", "secret.png"):
        QImage(900, 20, QImage.Format.Format_RGB32).save(str(tmp_path / name))
    spans = (
        Span("The plan", image="images/plan.png"),
        Span("A secret", image="images/../secret.png"),
        Span("Lost", image="images/lost.png"),
    )
    shown = replace(policy, intro=(Paragraph(spans, 1),))

    text = build(shown, school, Look(), content=tmp_path).document.toPlainText()

    assert "\ufffcA secretLost" in text
    assert "The planA secretLost" in build(shown, school, Look()).document.toPlainText()


@pytest.mark.parametrize(
    ("size", "shown"),
    [((300, 200), (300, 200)), ((1160, 200), (580, 100)), ((500, 1800), (250, 900))],
)
def test_a_picture_keeps_its_shape_and_is_never_higher_than_a_page(
    policy: Policy, school: School, tmp_path: Path, size: tuple[int, int], shown: tuple[int, int]
) -> None:
    (tmp_path / "images").mkdir()
    picture = QImage(*size, QImage.Format.Format_RGB32)
    picture.save(str(tmp_path / "images" / "plan.png"))
    spans = (Span("The plan", image="images/plan.png"),)
    built = build(replace(policy, intro=(Paragraph(spans, 1),)), school, Look(), content=tmp_path)

    form = built.document.find("\ufffc").charFormat().toImageFormat()
    assert (form.width(), form.height()) == shown
