"""`handbook lint`: what authors have to mend, file by file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from handbook.cli.content import folder_of
from handbook.cli.lint_rules import explain
from handbook.cli.options import content_option, json_option
from handbook.cli.printing import say, say_json, some
from handbook.domain.opening import PACK_SUFFIX

if TYPE_CHECKING:
    from handbook.lint.finding import Finding, Fix


@click.command("lint")
@click.argument("path", type=click.Path(path_type=Path), required=False)
@content_option
@click.option(
    "--since",
    type=click.Path(path_type=Path),
    metavar="DIR|PACK",
    help="Also say which ids of an earlier version are gone.",
)
@click.option("--explain", "rule", metavar="RULE", help="Say why a rule matters, and how to mend.")
@json_option
def lint(
    path: Path | None,
    content: Path | None,
    since: Path | None,
    rule: str | None,
    *,
    as_json: bool,
) -> int:
    """Check a content folder, a pack or one file, and say what to mend."""
    if rule is not None:
        return explain(rule)
    from handbook.lint.check import check, check_file

    today = date.today()  # noqa: DTZ011 - a review is due by the calendar on the wall
    if path is not None and path.is_file() and path.suffix != PACK_SUFFIX:
        if since is not None:
            raise click.UsageError("--since is for a whole folder.")
        findings = check_file(path, today)
    else:
        folder = folder_of(path or content)
        findings = check(folder, today)
        if since is not None:
            findings = _with_lost_ids(findings, folder, folder_of(since))
    if as_json:
        say_json({"findings": [_shape(finding) for finding in findings]})
    else:
        _say(findings)
    return 1 if any(finding.is_error for finding in findings) else 0


def _with_lost_ids(
    findings: tuple[Finding, ...], folder: Path, before: Path
) -> tuple[Finding, ...]:
    from handbook.lint.since import check_since
    from handbook.markup.library import read_library

    lost = check_since(folder, read_library(folder), read_library(before))
    return tuple(sorted((*findings, *lost), key=lambda finding: (finding.place, finding.rule)))


def _shape(finding: Finding) -> dict[str, Any]:
    fix = finding.fix
    return {
        "file": finding.place.file,
        "line": finding.place.line,
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "fix": {"first": fix.first, "last": fix.last, "text": fix.text} if fix else None,
    }


def _offered(fix: Fix) -> str:
    """The new words in one line, as they would stand in the file."""
    first, *rest = [line for line in fix.text.split("\n") if line.strip()] or [""]
    return f"→ {first.strip() or '(nothing)'}{' …' if rest else ''}"


def _say(findings: Sequence[Finding]) -> None:
    for file, group in groupby(findings, key=lambda finding: finding.place.file):
        click.echo()
        click.echo(click.style(file, bold=True))
        for finding in group:
            colour = "red" if finding.is_error else "yellow"
            word = click.style(finding.severity.value, fg=colour, bold=True)
            say(f"{finding.place}  {word}  {finding.rule}", indent=2)
            say(finding.message, indent=4)
            if finding.fix is not None:
                click.echo(f"      {_offered(finding.fix)}")
    errors = sum(finding.is_error for finding in findings)
    if findings:
        click.echo()
        say(f"{some(errors, 'error')}, {some(len(findings) - errors, 'warning')}.")
        say("Why a rule matters: handbook lint --explain RULE")
    else:
        say("Nothing to mend.")
