"""Policies and clauses on paper, made by the same builder as the reader's."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from handbook.app.document.builder import BuiltDocument, build
from handbook.app.document.front import NO_FRONT, Front
from handbook.app.paper.paper import Paper, paper_look
from handbook.domain.blocks import all_spans
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
