"""`handbook new`: a first file to fill with words."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import click

from handbook import locations
from handbook.cli.content import folder_of
from handbook.cli.options import content_option
from handbook.cli.printing import say
from handbook.domain.library import Library
from handbook.markup.skeletons import flow_skeleton, policy_skeleton

_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")


@click.group("new")
def new() -> None:
    """Write a first file for a policy or a flow."""


@new.command("policy")
@click.argument("name")
@content_option
def new_policy(name: str, content: Path | None) -> int:
    """Write policies/NAME.md."""
    folder, library = _opened(content)
    owner = next((person.id for person in library.school.people), "headteacher")
    return _write(folder, "policies", name, policy_skeleton(_checked(name), owner, _today()))


@new.command("flow")
@click.argument("name")
@content_option
def new_flow(name: str, content: Path | None) -> int:
    """Write flows/NAME.md."""
    folder, library = _opened(content)
    contacts = library.school.contacts.values()
    person = next(((c.id, c.title) for c in contacts if not c.is_body), ("headteacher", "Head"))
    body = next(((c.id, c.title) for c in contacts if c.is_body), ("police", "Police"))
    # A guide leads to a rule and is none: an outcome rests on a policy.
    policies = (p for p in library.policies if p.file.startswith("policies/"))
    clauses = ((p.id, c.id, c.title) for p in policies for c in p.clauses)
    text = flow_skeleton(_checked(name), person, body, next(clauses, None), _today())
    return _write(folder, "flows", name, text)


def _opened(content: Path | None) -> tuple[Path, Library]:
    from handbook.markup.library import read_library

    if content is None and locations.has_packs():
        raise click.UsageError("Name the folder that you write in: --content DIR")
    if content is not None and content.is_file():
        raise click.UsageError(f"{content} is a pack: name a folder that you write in.")
    folder = folder_of(content)
    return folder, read_library(folder)


def _checked(name: str) -> str:
    if not _NAME.fullmatch(name):
        raise click.UsageError(f"{name!r}: use small letters, figures and hyphens only.")
    return name


def _write(folder: Path, group: str, name: str, text: str) -> int:
    path = folder / group / f"{name}.md"
    if path.exists():
        click.echo(f"{path} is already there, and was left as it is.", err=True)
        return 1
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    say(f"Written: {path}")
    say("Fill it with words, and check it: handbook lint " + str(folder))
    return 0


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the day of the author's own calendar
