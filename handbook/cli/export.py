"""`handbook export`: the whole handbook in another form."""

from __future__ import annotations

from pathlib import Path

import click

from handbook import locations
from handbook.cli.content import folder_of
from handbook.cli.export_html import html
from handbook.cli.joined import Joined
from handbook.cli.options import content_option
from handbook.cli.printing import say, some
from handbook.cli.whole_file import may_write, write_whole
from handbook.domain.errors import NotFound

REFUSED = 1


@click.group("export")
def export() -> None:
    """Put the whole handbook into another form."""


export.add_command(html)


@export.command("pdf")
@click.option(
    "-o",
    "--output",
    "file",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    metavar="FILE",
    help="The PDF to write.",
)
@click.option("--replace", is_flag=True, help="Write over a file that is there already.")
@content_option
@click.pass_obj
def pdf(joined: Joined, file: Path, content: Path | None, *, replace: bool) -> int:
    """Write every policy into one PDF, for print: cover, contents, bookmarks.

    A file that is there already stays as it is unless --replace is given. What cannot be
    written whole is not written at all.
    """
    if joined.write_pdf is None:
        raise click.UsageError("Pages cannot be made here.")
    if not may_write(file, replace=replace):
        return REFUSED
    from handbook.markup.compiled import open_library

    folder = folder_of(content)
    library = open_library(folder, locations.cache())
    for problem in library.unreadable:
        click.echo(f"Cannot be read: {problem}", err=True)
    if not library.policies:
        raise NotFound("There is no policy to put on paper")
    data = joined.write_pdf(library, folder)
    write_whole(file, data)
    say(f"{file}: {some(len(library.policies), 'policy', 'policies')}")
    return REFUSED if library.unreadable else 0
