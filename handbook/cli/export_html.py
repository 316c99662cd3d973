"""`handbook export html`: the whole handbook as web pages for the school's intranet."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from handbook import locations
from handbook.cli.content import folder_of
from handbook.cli.options import content_option
from handbook.cli.printing import say, some
from handbook.domain.errors import NotFound, NotKept

REFUSED = 1


@click.command("html")
@click.option(
    "-o",
    "--output",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    metavar="DIR",
    help="The folder to write: new, empty, or written by an earlier export.",
)
@click.option(
    "--on",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="The day on which reviews are overdue or not. [default: today]",
)
@content_option
def html(folder: Path, content: Path | None, day: datetime | None) -> int:
    """Write the handbook as web pages that need no server and no script.

    The folder changes only once everything is written. One that holds anything else is
    refused, and nothing of it is touched.
    """
    from handbook.exporters.site.search_index import Words
    from handbook.exporters.site.site import site_files
    from handbook.exporters.site.writing import write_folder
    from handbook.markup.compiled import open_library
    from handbook.search.english import STOP_WORDS
    from handbook.search.words import folded_words, stem

    source = folder_of(content)
    library = open_library(source, locations.cache())
    for problem in library.unreadable:
        click.echo(f"Cannot be read: {problem}", err=True)
    if not library.policies:
        raise NotFound("There is no policy to put on a page")
    today = day.date() if day else date.today()  # noqa: DTZ011 - the calendar on the wall
    words = Words(folded_words, stem, STOP_WORDS)
    try:
        files = site_files(library, source, locations.resources(), today, words)
        write_folder(folder, files)
    except NotKept as problem:
        click.echo(str(problem), err=True)
        return REFUSED
    count = some(len(library.policies), "policy", "policies")
    say(f"{folder}: {count}, {some(len(files), 'file')}")
    return REFUSED if library.unreadable else 0
