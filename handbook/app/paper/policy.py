"""Policies and clauses on paper, made by the same builder as the reader's."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from handbook.app.dates import long_date
from handbook.app.document.builder import BuiltDocument, build
from handbook.app.document.front import NO_FRONT, Front, front_of
from handbook.app.paper.paper import FOLLOWED, Paper, paper_look
from handbook.app.paper.sheets import Entry
from handbook.app.paper.steps import Progress, Steps
from handbook.domain.blocks import all_spans
from handbook.domain.links import Link, LinkKind
from handbook.domain.policy import Clause, Policy
from handbook.domain.school import School


def policy_paper(
    policy: Policy,
    school: School,
    *,
    footer: str,
    front: Front = NO_FRONT,
    content: Path | None = None,
) -> Paper:
    """A whole policy. `content` is the folder whose pictures may be shown."""
    look = paper_look()
    built = build(policy, school, look, front=front, content=content)
    return Paper(built, look, title=policy.title, footer=footer)


def clause_paper(
    policy: Policy,
    clause: Clause,
    school: School,
    *,
    footer: str,
    front: Front = NO_FRONT,
    content: Path | None = None,
) -> Paper:
    """One clause under the title of its policy, with the footnotes that it refers to."""
    return policy_paper(_only(policy, clause), school, footer=footer, front=front, content=content)


def policy_steps(
    policy: Policy,
    school: School,
    today: date,
    *,
    clause: str = "",
    content: Path | None = None,
    followed: tuple[str, ...] = FOLLOWED,
    at: Progress = Progress(0, 1),  # noqa: B008 - it never changes
) -> Steps[Paper]:
    """Lay out a policy, or one clause of it, as it is on a day; `at` is said at each step.

    Raises NotFound for a clause that the policy does not hold.
    """
    shown = _only(policy, policy.clause(clause)) if clause else policy
    look = paper_look()
    front = _front(policy, school, today)
    yield at
    built = build(shown, school, look, front=front, content=content)
    yield at
    footer = footer_of(policy, clause, today)
    paper = Paper(built, look, title=policy.title, footer=footer, followed=followed)
    paper.entries = tuple(
        Entry(f"{section.label} {section.title}".strip(), _page(paper, built, section.id))
        for section in shown.sections
    )
    paper.places = {
        Link(LinkKind.CLAUSE, f"{policy.id}#{place}").url: paper.page_of(extent.first)
        for place, extent in (*built.sections.items(), *built.clauses.items())
    }
    return paper


def name_of(policy: Policy, clause: str = "") -> str:
    """The policy, and the clause's number where it is about one: "Social media 4.3"."""
    label = policy.clause(clause).label if clause else ""
    return f"{policy.title} {label}".strip()


def footer_of(policy: Policy, clause: str, today: date) -> str:
    """What it is, in which version, and when it was printed."""
    version = f", version {policy.version}" if policy.version else ""
    return f"{name_of(policy, clause)}{version}, printed {long_date(today)}"


def _front(policy: Policy, school: School, today: date) -> Front:
    """As on the screen, with the day of the next review, which the screen shows in its list."""
    front = front_of(policy, school, today)
    if policy.review is None:
        return front
    due = f"review by {long_date(policy.review)}".replace(" ", "\N{NO-BREAK SPACE}")
    return replace(front, meta=f"{front.meta}  ·  {due}" if front.meta else due)


def _page(paper: Paper, built: BuiltDocument, section: str) -> int:
    return paper.page_of(built.sections[section].first)


def built_paper(built: BuiltDocument, *, title: str, footer: str) -> Paper:
    """A document that was built in the look of `paper_look`."""
    return Paper(built, paper_look(), title=title, footer=footer)


def _only(policy: Policy, clause: Clause) -> Policy:
    """A policy that has this clause only."""
    for section in policy.sections:
        if clause in section.clauses:
            alone = replace(section, blocks=(), clauses=(clause,))
            named = {span.footnote for span in all_spans(clause.blocks)}
            notes = tuple(note for note in policy.footnotes if note.number in named)
            return replace(policy, intro=(), sections=(alone,), footnotes=notes)
    return replace(policy, sections=())
