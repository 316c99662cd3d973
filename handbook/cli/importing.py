"""`handbook import`: files of other programs to drafts in Markdown."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from handbook.cli.exits import CANNOT_READ, DONE, sentence
from handbook.cli.options import json_option
from handbook.cli.printing import say, say_json, some
from handbook.domain.errors import NotImported, NotKept

if TYPE_CHECKING:
    from handbook.importers.draft import Draft

REFUSED = 1
_SHOWN = 12
_RESERVED = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)))
)


@click.command("import")
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE..."
)
@click.option(
    "-o",
    "--output",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    metavar="DIR",
    help="The folder for the drafts.",
)
@click.option("--replace", is_flag=True, help="Write over drafts that are there already.")
@json_option
def import_files(files: tuple[Path, ...], folder: Path, *, replace: bool, as_json: bool) -> int:
    """Make drafts of Word, PDF, HTML, Markdown and text files.

    Word files, PDFs and web pages take the editor's part of the handbook.
    Each draft is a Markdown file in DIR, with a list of what to look at. A file that cannot be
    imported is named with the reason, and nothing is written for it.
    """
    from handbook.importers.importing import import_file

    code = DONE
    written: list[tuple[Draft, Path]] = []
    for file in files:
        try:
            draft = import_file(file)
        except NotImported as problem:
            click.echo(sentence(problem), err=True)
            code = CANNOT_READ
            continue
        path = _free(folder, draft.name, {path for _, path in written})
        if os.path.lexists(path) and not replace:
            click.echo(f"{path} is there already. To write over it, add --replace.", err=True)
            code = code or REFUSED
            continue
        _write(path, draft.text)
        written.append((draft, path))
    if as_json:
        say_json({"drafts": [_shape(draft, path) for draft, path in written]})
    else:
        for draft, path in written:
            _say(draft, path)
    return code


def _free(folder: Path, name: str, taken: set[Path]) -> Path:
    """Where a draft goes: two files of one name in one run do not overwrite each other."""
    name = f"{name}-policy" if name in _RESERVED else name
    path, number = folder / f"{name}.md", 2
    while path in taken:
        path, number = folder / f"{name}-{number}.md", number + 1
    return path


def _write(path: Path, text: str) -> None:
    """Write beside the file first, so that half a draft never takes its place."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("x", encoding="utf-8", newline="\n") as out:
            out.write(text)
        part.replace(path)
    except OSError as problem:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise NotKept(f"{path} cannot be written: {problem.strerror}") from problem


def _say(draft: Draft, path: Path) -> None:
    say(f"{path}: {draft.title}")
    for name, value in draft.fields.items():
        if name != "title":
            say(f"{name}: {value}", indent=4)
    if draft.unsure:
        say(f"Look at {some(len(draft.unsure), 'place')}:", indent=2)
    for text in draft.unsure[:_SHOWN]:
        say(text, indent=4, mark="- ")
    if len(draft.unsure) > _SHOWN:
        say(f"... and {len(draft.unsure) - _SHOWN} more: --json lists them all.", indent=4)


def _shape(draft: Draft, path: Path) -> dict[str, Any]:
    return {
        "source": draft.source,
        "output": str(path),
        "title": draft.title,
        "fields": draft.fields,
        "unsure": list(draft.unsure),
    }
