"""How answers look in a terminal: wrapped, indented, with rule kinds in words."""

from __future__ import annotations

import json
import shutil
import sys
import textwrap
from datetime import date
from typing import Any

import click

from handbook.domain.rule import RuleKind

_NARROWEST, _WIDEST = 40, 96
_KIND_WORDS = {
    RuleKind.MUST_NOT: "MUST NOT",
    RuleKind.MUST: "MUST",
    RuleKind.TELL: "TELL SOMEBODY",
    RuleKind.MAY: "MAY",
    RuleKind.NOTE: "NOTE",
}
_KIND_COLOURS = {
    RuleKind.MUST_NOT: "red",
    RuleKind.MUST: "blue",
    RuleKind.TELL: "magenta",
    RuleKind.MAY: "green",
    RuleKind.NOTE: "yellow",
}


def say(text: str = "", *, indent: int = 0, mark: str = "") -> None:
    """Print a text, wrapped; `mark` stands before its first line."""
    width = min(max(shutil.get_terminal_size((88, 24)).columns, _NARROWEST), _WIDEST)
    first = " " * indent + mark
    rest = " " * len(first)
    for line in text.split("\n"):
        click.echo(
            textwrap.fill(
                line,
                width,
                initial_indent=first,
                subsequent_indent=rest,
                break_long_words=False,
                break_on_hyphens=False,
            )
        )
        first = rest


def say_title(text: str) -> None:
    """Print a heading, with a blank line before it."""
    click.echo()
    say(click.style(text, bold=True))


def say_json(shape: Any) -> None:
    """Print JSON to standard output, and nothing else.

    In a console that does not speak UTF-8 every other letter is escaped, so that it holds.
    """
    speaks_utf8 = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    click.echo(json.dumps(shape, ensure_ascii=not speaks_utf8, indent=2))


def kind_words(kind: RuleKind | None) -> str:
    """A rule kind in words for the terminal, in its colour; empty where there is none."""
    if kind is None:
        return ""
    return click.style(_KIND_WORDS[kind], fg=_KIND_COLOURS[kind], bold=True)


def day(moment: date | None) -> str:
    """A date as people write it; `no date` where there is none."""
    return f"{moment.day} {moment:%B %Y}" if moment else "no date"


def iso(moment: date | None) -> str | None:
    """A date for JSON."""
    return moment.isoformat() if moment else None


def some(count: int, noun: str, plural: str = "") -> str:
    """A count with its noun: `1 clause`, `3 clauses`."""
    return f"{count:,} {noun if count == 1 else plural or noun + 's'}"
