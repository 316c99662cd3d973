"""Two versions of a small handbook: something of every kind changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from handbook.app.changes.compared import Compared, Sides
from handbook.domain.blocks import Span
from handbook.domain.flow import Choice, Flow, Flows, NodeRef, Outcome, Step
from handbook.domain.handbook_changes import compare_handbooks, compare_questions
from handbook.domain.library import Library
from handbook.domain.policy import Clause, Policy, Section
from handbook.domain.rule import RuleKind
from handbook.domain.school import Contact, School
from tests.app.social_media import bullets, callout, clause, words


def section(label: str, name: str, title: str, *clauses: Clause) -> Section:
    return Section(name, title, label, (), clauses, 1)


def policy(name: str, title: str, *sections: Section, version: str) -> Policy:
    return Policy(
        name, title, f"policies/{name}.md", version=version, owner="head", sections=sections
    )


def social(version: str, *clauses: Clause, day: date) -> Policy:
    kept = clause("2.1", "kept", "Kept", words("Always the same."))
    found = policy(
        "social-media",
        "Social media",
        section("1", "accounts", "Your accounts", *clauses),
        section("2", "more", "More", kept),
        version=version,
    )
    return replace(found, approved=day, review=day.replace(year=day.year + 1))


def chats(*spans: Span | str) -> Clause:
    return clause("1.1", "chats", "Group chats", words(*spans))


SAME = clause("1.2", "same", "The same", words("Nothing changes here."))
OLD = social(
    "3.2",
    chats("Leave any group chat and report it to your manager."),
    SAME,
    clause("1.3", "parents", "Parents", callout(RuleKind.MAY, " add parents.")),
    clause("1.4", "bebo", "Bebo", words("Older sites too.")),
    day=date(2023, 3, 14),
)
NEW = social(
    "4.0",
    chats("Leave any group chat and say so to your manager the same day."),
    SAME,
    clause("1.3", "parents", "Parents", callout(RuleKind.MUST_NOT, " add parents.")),
    clause("1.4", "write", "Write it down", words("Sign it."), bullets("when", "who")),
    day=date(2026, 11, 18),
)
UNTOUCHED = policy(
    "visitors",
    "Visitors",
    section("1", "gate", "At the gate", clause("1.1", "badge", "Badge", words("Wear one."))),
    version="1.0",
)
GONE = policy("pets", "Pets", section("1", "dogs", "Dogs"), version="2.0")
NEWCOMER = replace(policy("trips", "Trips", version="1.0"), summary="On trips.")


def asks(*ways: tuple[str, str]) -> Flows:
    """A flow of one question."""
    choices = tuple(Choice(text, NodeRef("concern", place)) for text, place in ways)
    start = Step("start", "Who is it?", (), choices, 1)
    ends = (Outcome("dsl", "Tell the lead", ()), Outcome("head", "Tell the head", ()))
    return Flows(
        {"concern": Flow("concern", "I have a concern", "flows/concern.md", (start, *ends))}
    )


def school(phone: str) -> School:
    return School(contacts={"head": Contact("head", "Headteacher", phone=phone)})


WAS = Library(
    school("0204 000"), (GONE, OLD, UNTOUCHED), asks(("A pupil", "dsl"), ("Somebody", "head"))
)
NOW = Library(
    school("0204 111"), (NEW, NEWCOMER, UNTOUCHED), asks(("A pupil", "dsl"), ("Somebody", "dsl"))
)


def compared(was: Library | Policy = WAS, now: Library = NOW, *, whole: bool = True) -> Compared:
    """What a comparison comes to."""
    sides = Sides(was, now, "version 41", "version 42")
    changes = compare_handbooks(was, now)
    if whole and isinstance(was, Library):
        changes = changes.with_flows(compare_questions(was, now))
    return Compared(sides, changes, is_whole=whole)
