"""A small handbook with one outcome that has every part, for the tests of this page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from handbook.domain.blocks import Callout, Item, Listing, Paragraph, Span, Table
from handbook.domain.flow import Flow, Flows, Outcome, RestsOn
from handbook.domain.journey import Journey
from handbook.domain.library import Library
from handbook.domain.links import Link, LinkKind
from handbook.domain.policy import Clause, ClauseRef, Policy, Section
from handbook.domain.rule import RuleKind
from handbook.domain.school import Contact, School
from tests.domain.flows import MONEY, ONLINE, SCHOOL, role

TODAY = date(2026, 11, 21)

CLAUSE = Clause(
    "audit",
    "Money that is missing",
    "2.1",
    (
        Callout(
            RuleKind.TELL, (Paragraph((Span("Tell", strong=True), Span(" somebody.")), 1),), 1
        ),
        Listing((Item((Paragraph((Span("first thing"),), 2),), 2),), False, 1, 2),
        Table(((Span("Who"),),), (((Span("You"),),),), 3),
    ),
    1,
)
FINANCE = Policy(
    "finance",
    "Finance",
    "policies/finance.md",
    version="2.4",
    sections=(Section("audit", "Money", "2", (), (CLAUSE,), 1),),
)


def _audit(outcome: Outcome) -> Outcome:
    days = Span("five", link=Link(LinkKind.SETTING, "days"))
    return replace(
        outcome,
        why=(Paragraph((Span("Money belongs to the "), role("head", "headteacher")), 1),),
        by_when=(Span("Within "), days, Span(" days.")),
        do_now=((Span("Keep the papers."),),),
        do_not=((Span("Warn anybody."),),),
        next=((Span("Today", strong=True), Span(" you tell the "), role("head", "headteacher")),),
        protection=(Span("You are safe."),),
        rests_on=(
            RestsOn(ClauseRef("finance", "audit"), "Money"),
            RestsOn(ClauseRef("finance", "gone"), "Gone"),
        ),
    )


def _flow() -> Flow:
    nodes = tuple(
        _audit(node) if isinstance(node, Outcome) and node.id == "audit" else node
        for node in MONEY.nodes
    )
    return replace(MONEY, nodes=nodes)


def school(**changed: Contact) -> School:
    """The school with some contacts changed, by role, hyphens as underscores."""
    contacts = {**SCHOOL.contacts}
    contacts |= {role_id.replace("_", "-"): contact for role_id, contact in changed.items()}
    return replace(SCHOOL, contacts=contacts, settings={"days": "3"})


def library(of: School | None = None) -> Library:
    """The handbook."""
    flows = Flows({"money": _flow(), "online": ONLINE})
    return Library(school=of or school(), policies=(FINANCE,), flows=flows)


def journey(*numbers: int, of: Library | None = None) -> Journey:
    """The journey that these answers make."""
    flows = (of or library()).flows
    walked = Journey(flows, flows.flow("money").start)
    for number in numbers:
        walked = walked.answer_number(number)
    return walked
