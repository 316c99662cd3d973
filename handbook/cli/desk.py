"""`handbook desk`: the window in which the school's policies are written."""

from __future__ import annotations

from pathlib import Path

import click

from handbook.cli.joined import Joined
from handbook.domain.errors import ContentMissing
from handbook.markup.first_files import holds_content, is_free

_GROUPS = ("policies", "guides", "flows")


@click.command("desk")
@click.argument(
    "folder", type=click.Path(path_type=Path), default=None, required=False, metavar="[FOLDER]"
)
@click.pass_obj
def desk(joined: Joined, folder: Path | None) -> int:
    """Write policies in a window: source, problems, preview.

    FOLDER holds the content, or is one file of it; without it, the folder `content` here.
    In an empty folder the desk offers to begin a handbook.
    """
    if joined.open_desk is None:
        raise click.UsageError("There is no window here.")
    chosen = (folder or Path("content")).absolute()
    file = ""
    if chosen.is_file():
        above = chosen.parent.parent if chosen.parent.name in _GROUPS else chosen.parent
        chosen, file = above, chosen.relative_to(above).as_posix()
    if not holds_content(chosen) and not is_free(chosen):
        raise ContentMissing(str(chosen))
    return joined.open_desk(chosen, file)
