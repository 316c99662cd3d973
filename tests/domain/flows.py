"""A small handbook of two flows for tests: money gone missing, and what is online."""

from __future__ import annotations

from handbook.domain.blocks import Span
from handbook.domain.flow import (
    Choice,
    Flow,
    Flows,
    IfAbout,
    NodeRef,
    Outcome,
    Step,
    Telling,
)
from handbook.domain.links import Link, LinkKind
from handbook.domain.school import Contact, School


def at(place: str, flow: str = "money") -> NodeRef:
    """A place of the money flow, or of another."""
    return NodeRef(flow, place)


def role(title: str, target: str) -> Span:
    """A link to a person."""
    return Span(title, link=Link(LinkKind.ROLE, target))


MONEY = Flow(
    id="money",
    title="Money is missing",
    file="flows/money.md",
    priority=(at("emergency-999"), at("police"), at("audit"), at("none")),
    nodes=(
        Step(
            "danger",
            "Is anyone in danger?",
            (),
            (
                Choice("Yes", at("emergency-999")),
                Choice("No", at("who")),
                Choice("I am not sure", at("who"), also=(at("emergency-999"),)),
            ),
            1,
        ),
        Step(
            "who",
            "Whose doing is it?",
            (),
            (
                Choice("The head's", at("much"), subject="headteacher"),
                Choice("The chair's", at("much"), subject="chair"),
                Choice("I am not sure", at("much"), also=(at("none"), at("police"))),
            ),
            2,
        ),
        Step(
            "much",
            "Is it much?",
            (),
            (Choice("Yes", at("audit")), Choice("I am not sure", at("none"))),
            3,
        ),
        Outcome(
            "audit",
            "Tell somebody who checks money",
            (),
            tell=(
                Telling("line-manager", "Your manager"),
                Telling("headteacher", "The head", (Span("or the "), role("chair", "chair"))),
                Telling("dsl", "The lead"),
            ),
            if_about=(
                IfAbout("headteacher", "The head", (Telling("chair", "the chair"),)),
                IfAbout("chair", "The chair", (Telling("chair", "the chair"),)),
            ),
            outside=(Telling("council", "The council"),),
            line=4,
        ),
        Outcome(
            "none",
            "Nothing more",
            (),
            go_on=(NodeRef("online", "post"), NodeRef("online", "author")),
            line=5,
        ),
        Outcome("police", "Call 101", (), line=6),
        Outcome("emergency-999", "Call 999", (), line=7),
    ),
)

ONLINE = Flow(
    id="online",
    title="It is online",
    file="flows/online.md",
    priority=(NodeRef("online", "report"),),
    nodes=(
        Step(
            "post",
            "Is it a post?",
            (),
            (
                Choice("Yes", NodeRef("online", "report"), also=(at("police"),)),
                Choice("I am not sure", NodeRef("online", "report")),
            ),
            1,
        ),
        Outcome("report", "Report the post", (), line=2),
        Step(
            "author",
            "Who posted it?",
            (),
            (
                Choice("The head's", NodeRef("online", "report"), subject="headteacher"),
                Choice("The chair's", NodeRef("online", "report"), subject="chair"),
                Choice("I am not sure", NodeRef("online", "report"), also=(at("police"),)),
            ),
            3,
        ),
    ),
)

FLOWS = Flows({"money": MONEY, "online": ONLINE})

SCHOOL = School(
    name="A school",
    contacts={
        "line-manager": Contact("line-manager", "Your manager", when_subject="headteacher"),
        "headteacher": Contact(
            "headteacher", "Headteacher", when_subject="chair", when_away="chair"
        ),
        "dsl": Contact("dsl", "Safeguarding lead", when_subject="headteacher", same_as=""),
        "chair": Contact("chair", "Chair of governors", when_subject="council"),
        "council": Contact("council", "The council", is_body=True),
    },
)
