"""`handbook show`: a clause, a section or a whole policy as text."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import click

from handbook.cli.content import open_content
from handbook.cli.options import content_option, json_option
from handbook.cli.printing import day, iso, kind_words, say, say_json
from handbook.domain.library import Library
from handbook.domain.policy import Clause, ClauseRef, Policy

_ITEM = re.compile(r"( *)(- |\d+\. |)")


@click.command("show")
@click.argument("link")
@content_option
@json_option
def show(link: str, content: Path | None, *, as_json: bool) -> int:
    """Show what LINK names: social-media, social-media#pupils or handbook:social-media#pupils."""
    from handbook.markup.plain import clause_text, policy_text

    library = open_content(content)
    ref = ClauseRef.parse(link)
    policy = library.policy(ref.policy)
    clause = policy.clause(ref.clause) if ref.clause else None
    if clause is None:
        text = policy_text(policy, library.school)
    else:
        text = clause_text(clause, library.school)
    if as_json:
        say_json(_shape(policy, clause, text))
    else:
        _say(library, policy, clause, text)
    return 0


def _shape(policy: Policy, clause: Clause | None, text: str) -> dict[str, Any]:
    return {
        "policy": policy.id,
        "clause": clause.id if clause else None,
        "label": clause.label if clause else None,
        "title": clause.title if clause else policy.title,
        "text": text,
        "rule": clause.kind.value if clause and clause.kind else None,
        "version": policy.version,
        "review": iso(policy.review),
    }


def _say(library: Library, policy: Policy, clause: Clause | None, text: str) -> None:
    if clause is not None:
        kinds = "  ".join(kind_words(kind) for kind in clause.kinds)
        name = click.style(f"{policy.title} {clause.label}  {clause.title}", bold=True)
        say(f"{name}  {kinds}".rstrip())
    click.echo()
    for line in text.split("\n"):
        found = _ITEM.match(line)
        indent, mark = (len(found[1]), found[2]) if found else (0, "")
        say(line[indent + len(mark) :], indent=indent, mark=mark)
    click.echo()
    owner = library.school.contacts.get(policy.owner)
    owned = f", answered for by: {owner.title}" if owner else ""
    say(
        click.style(
            f"{policy.title}, version {policy.version}, approved {day(policy.approved)}, "
            f"review {day(policy.review)}{owned}",
            dim=True,
        )
    )
