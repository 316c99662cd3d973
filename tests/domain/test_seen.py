"""The guide on what a school laptop can still show, as the program reads it."""

from __future__ import annotations

from handbook.domain.blocks import Item, Listing, Paragraph, Span, plain
from handbook.domain.library import Library
from handbook.domain.links import Link, LinkKind
from handbook.domain.policy import Policy
from handbook.domain.school import Contact, School
from handbook.domain.seen import helpline, helplines, seen_guide

SCHOOL = School(
    contacts={
        "head": Contact("head", "Headteacher"),
        "police": Contact("police", "Police", phone="101", is_body=True),
    }
)


def item(*spans: Span) -> Item:
    return Item((Paragraph(spans, 1),), 1)


def named(role: str, text: str = "somebody") -> Span:
    return Span(text, link=Link(LinkKind.ROLE, role))


def listing(*items: Item) -> Listing:
    return Listing(items, ordered=False, start=1, line=1)


def test_the_guide_is_known_by_its_file() -> None:
    guide = Policy("school-laptop", "Laptops", "guides/school-laptop.md")

    assert seen_guide(Library(policies=(guide,))) is guide
    assert seen_guide(Library()) is None


def test_an_item_names_a_body_and_says_what_it_is_for() -> None:
    line = helpline(item(named("police"), Span(": a "), Span("crime", strong=True)))

    assert line is not None
    assert (line.role, plain(line.note)) == ("police", "A crime")


def test_a_body_alone_has_nothing_said_of_it() -> None:
    line = helpline(item(named("police")))

    assert line is not None
    assert line.note == ()


def test_an_item_that_begins_otherwise_names_nobody() -> None:
    web = Span("a page", link=Link(LinkKind.WEB, "https://a.b"))

    assert helpline(item(Span("Ask the "), named("police"))) is None
    assert helpline(item(web)) is None
    assert helpline(Item((), 1)) is None
    assert helpline(Item((listing(),), 1)) is None


def test_a_person_of_the_school_is_never_among_the_numbers() -> None:
    blocks = (
        Paragraph((named("police"),), 1),
        listing(item(named("head")), item(named("police")), item(named("nobody"))),
    )

    assert [line.role for line in helplines(blocks, SCHOOL)] == ["police"]
