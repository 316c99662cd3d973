"""`handbook policies`: what there is to read, and what is due for review."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from handbook.cli.content import open_content
from handbook.cli.options import content_option, json_option
from handbook.cli.printing import day, iso, say, say_json, some


@click.command("policies")
@content_option
@json_option
def policies(content: Path | None, *, as_json: bool) -> int:
    """List all policies."""
    library = open_content(content)
    today = date.today()  # noqa: DTZ011 - a review is due by the calendar on the wall
    if as_json:
        say_json(
            [
                {
                    "id": policy.id,
                    "title": policy.title,
                    "version": policy.version,
                    "owner": policy.owner,
                    "approved": iso(policy.approved),
                    "review": iso(policy.review),
                    "overdue": policy.is_overdue(today),
                }
                for policy in library.policies
            ]
        )
    else:
        for policy in library.policies:
            due = "OVERDUE since" if policy.is_overdue(today) else "review"
            say(click.style(policy.title, bold=True) + f"  ({policy.id})")
            say(
                f"version {policy.version or 'not given'}, {due} {day(policy.review)}, "
                f"{some(sum(1 for _ in policy.clauses), 'clause')}",
                indent=2,
            )
    for problem in library.unreadable:
        click.echo(f"Cannot be read: {problem}", err=True)
    return 0 if library.policies else 1
