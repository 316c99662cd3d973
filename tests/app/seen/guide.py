"""A small guide with one part to read and two bodies to ring, for the tests of this page."""

from __future__ import annotations

from datetime import date

from handbook.domain.blocks import Block, Item, Listing, Paragraph, Span
from handbook.domain.library import Library
from handbook.domain.links import Link, LinkKind
from handbook.domain.policy import Clause, Policy, Section
from handbook.domain.school import Contact, School

TODAY = date(2026, 11, 21)
HEAD = Contact("head", "Headteacher", name="A. Trial", phone="01234 1")
LINE = Contact(
    "line",
    "Advice line",
    phone="0800 1",
    hours="Weekdays",
    purpose="Free advice",
    checked=date(2026, 1, 5),
    is_body=True,
)
COUNCIL = Contact("council", "The council", is_body=True)
SCHOOL = School(
    contacts={one.id: one for one in (HEAD, LINE, COUNCIL)}, settings={"answer": "three"}
)


def words(text: str) -> Paragraph:
    return Paragraph((Span(text),), 1)


def ring(role: str, note: str = "") -> Item:
    spans = (Span(role.title(), link=Link(LinkKind.ROLE, role)), Span(note))
    return Item((Paragraph(spans, 1),), 1)


def listing(*items: Item) -> Listing:
    return Listing(items, ordered=False, start=1, line=1)


def section(name: str, *blocks: Block) -> Section:
    clause = Clause(name, name.title(), "1", blocks, 1)
    return Section(name, name.title(), "1", (), (clause,), 1)


GUIDE = Policy(
    "school-laptop",
    "What a laptop shows",
    "guides/school-laptop.md",
    intro=(words("Read this first."),),
    sections=(
        section(
            "seen",
            words("Your screen."),
            words("Much may be noted. " * 40),
            listing(Item((words("Your printer."),), 1)),
        ),
        section(
            "numbers",
            words("All of these are outside."),
            listing(ring("line", ": when you are in doubt"), ring("head"), ring("council")),
        ),
    ),
)


def library(guide: Policy | None = GUIDE) -> Library:
    """A handbook with this guide, or with none."""
    return Library(school=SCHOOL, policies=() if guide is None else (guide,))
