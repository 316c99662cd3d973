"""Ten small policies, made by hand."""

from __future__ import annotations

from handbook.domain.blocks import Block, Callout, Item, Listing, Paragraph, Span
from handbook.domain.flow import Choice, Flow, Flows, NodeRef, Outcome, Step
from handbook.domain.library import Library
from handbook.domain.links import Link, LinkKind
from handbook.domain.policy import Clause, Policy, Section
from handbook.domain.rule import RuleKind
from handbook.domain.school import Contact, School


def words(text: str) -> Paragraph:
    """A paragraph."""
    return Paragraph((Span(text),), 1)


def rule(kind: RuleKind, text: str) -> Callout:
    """A rule, set apart."""
    lead = Span(kind.lead, strong=True)
    return Callout(kind, (Paragraph((lead, Span(f" {text}")), 1),), 1)


def bullets(*texts: str) -> Listing:
    """A list."""
    return Listing(tuple(Item((words(text),), 1) for text in texts), False, 1, 1)


def clause(name: str, title: str, label: str, *blocks: Block, asked: str = "") -> Clause:
    """A clause; what staff ask stands between dots."""
    phrases = tuple(part.strip() for part in asked.split("·") if part.strip())
    return Clause(name, title, label, blocks, 1, phrases)


def policy(name: str, title: str, *clauses: Clause, keywords: tuple[str, ...] = ()) -> Policy:
    """A policy of one section."""
    section = Section("main", "The rules", "1", (), clauses, 1)
    return Policy(
        name, title, f"policies/{name}.md", "School life", keywords=keywords, sections=(section,)
    )


_POLICIES = (
    policy(
        "bicycles",
        "Bicycles",
        clause("sheds", "Bicycle sheds", "1.1", words("Lock your bicycle in the shed.")),
        clause(
            "helmets",
            "Helmets",
            "1.2",
            rule(RuleKind.MUST, "wear a helmet on every ride with pupils."),
            asked="do i need a lid on my bike",
        ),
    ),
    policy(
        "catering", "Catering", clause("menu", "Menus", "1.1", words("Menus hang by the hall."))
    ),
    policy(
        "fire", "Fire drills", clause("drill", "The drill", "1.1", words("Leave by the door."))
    ),
    policy(
        "gifts",
        "Gifts",
        clause(
            "accept",
            "Accepting a gift",
            "1.1",
            rule(RuleKind.MUST_NOT, "accept money from a parent."),
            rule(RuleKind.MAY, "accept a card or a small present."),
            asked="mum gave me a voucher · end of term present",
        ),
        clause("register", "The gift register", "1.2", words("Every gift is written down.")),
    ),
    policy(
        "keys", "Keys", clause("lost", "Lost keys", "1.1", words("Tell the office of a lost key."))
    ),
    policy(
        "library", "Library books", clause("loans", "Loans", "1.1", words("Return books in July."))
    ),
    policy(
        "parking",
        "Parking",
        clause(
            "permits",
            "Permits",
            "1.1",
            Paragraph(
                (
                    Span("A permit costs "),
                    Span("ten pounds", link=Link(LinkKind.SETTING, "permit-price")),
                    Span("."),
                ),
                1,
            ),
        ),
    ),
    policy(
        "phones",
        "Mobile phones",
        clause(
            "lessons",
            "Phones in lessons",
            "1.1",
            words("In a lesson staff must not:"),
            bullets("answer a call", "film the class", "charge a telephone at the board"),
        ),
        clause("breaks", "Phones at break", "1.2", words("You may use your phone at break.")),
        keywords=("smartphone",),
    ),
    policy(
        "trips", "Trips", clause("coach", "The coach", "1.1", words("Count the pupils twice."))
    ),
    policy(
        "visitors",
        "Visitors",
        clause(
            "badge", "Badges", "1.1", words("Every visitor wears a badge. José wears one too.")
        ),
        clause("parents", "Parents", "1.2", words("A parent who calls without notice waits.")),
    ),
)

_FLOW = Flow(
    "concern",
    "I have a concern",
    "flows/concern.md",
    (
        Step(
            "treated",
            "Is it about how you are treated at work?",
            (words("Your own treatment has its own route."),),
            (
                Choice("My manager shouts at me or bullies me", NodeRef("concern", "unkind")),
                Choice("I am not sure", NodeRef("concern", "unkind")),
            ),
            1,
            asked=("the team leaves me out",),
        ),
        Outcome("unkind", "Raise how you are treated", (words("Nobody has to bear it."),)),
    ),
)

_SCHOOL = School(
    contacts={
        contact.id: contact
        for contact in (
            Contact("headteacher", "Headteacher"),
            Contact("dsl", "Designated Safeguarding Lead"),
            Contact("business-manager", "Bursar"),
            Contact("ico", "Information Commissioner's Office", is_body=True),
        )
    },
    settings={"permit-price": "thirty crowns"},
)

LIBRARY = Library(
    school=_SCHOOL,
    policies=_POLICIES,
    flows=Flows({_FLOW.id: _FLOW}),
    words=(
        ("bicycle", "bike", "pushbike"),
        ("present", "gift", "little something"),
        ("dsl", "safeguarding lead"),
        ("pupil", "kid"),
    ),
    digest="small-handbook",
)
