"""A small policy with every kind of block, for the tests of what shows policies."""

from __future__ import annotations

from datetime import date

from handbook.domain.blocks import (
    Block,
    Callout,
    Footnote,
    Item,
    Listing,
    Paragraph,
    Span,
    Subheading,
    Table,
    Verbatim,
)
from handbook.domain.links import Link, LinkKind
from handbook.domain.policy import Clause, Policy, Section
from handbook.domain.rule import RuleKind
from handbook.domain.school import Contact, School


def words(*spans: Span | str) -> Paragraph:
    return Paragraph(tuple(Span(s) if isinstance(s, str) else s for s in spans), 1)


def link(text: str, kind: LinkKind, target: str) -> Span:
    return Span(text, link=Link(kind, target))


def callout(kind: RuleKind | None, *spans: Span | str) -> Callout:
    lead = (Span(kind.lead, strong=True),) if kind else ()
    return Callout(kind, (words(*lead, *spans),), 1)


def bullets(*items: str) -> Listing:
    return Listing(
        tuple(Item((words(item),), 1) for item in items), ordered=False, start=1, line=1
    )


def clause(label: str, name: str, title: str, *blocks: Block) -> Clause:
    return Clause(name, title, label, blocks, 1)


def social_media() -> Policy:
    """The policy."""
    table = Table(((Span("Who"),), (Span("When"),)), (((Span("Staff"),), (Span("Daily"),)),), 1)
    return Policy(
        "social-media",
        "Social media",
        "policies/social-media.md",
        collection="Online and data",
        owner="head",
        version="1.0",
        approved=date(2026, 9, 1),
        approved_by="governing body",
        review=date(2027, 9, 1),
        intro=(words("What this is for."),),
        sections=(
            Section(
                "accounts",
                "Your accounts",
                "1",
                (words("First words."),),
                (
                    clause(
                        "1.1",
                        "pupils",
                        "Pupils",
                        callout(RuleKind.MUST_NOT, " message pupils."),
                        callout(RuleKind.TELL, " the ", link("lead", LinkKind.ROLE, "head"), "."),
                        words("See ", link("reports", LinkKind.CLAUSE, "social-media#reports")),
                    ),
                    clause("1.2", "table", "A table", table, callout(None, "Odd words.")),
                    clause(
                        "1.3",
                        "mixed",
                        "All kinds",
                        words("Ask by ", link("Friday", LinkKind.SETTING, "day"), "."),
                        bullets("one", "two"),
                        Subheading((Span("Smaller"),), 4, 1),
                        Verbatim("<b>as written</b>", 1),
                    ),
                ),
                1,
            ),
            Section(
                "reports",
                "Reports",
                "2",
                (),
                (clause("2", "reports", "Reports", words("Pupils may report too.")),),
                1,
            ),
        ),
        footnotes=(Footnote(1, (words("From the guidance."),), 1),),
    )


def small_school() -> School:
    """The school whose values it shows."""
    return School(
        contacts={
            "head": Contact(
                "head", "Headteacher", phone="0204 000", hours="mornings", purpose="the school"
            )
        },
        settings={"day": "Monday"},
    )
