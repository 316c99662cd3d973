"""`handbook desk`: the window in which the school's policies are written."""

from __future__ import annotations

from pathlib import Path

import click

from handbook.cli.joined import Joined
from handbook.domain.errors import ContentMissing

_GROUPS = ("policies", "guides", "flows")


@click.command("desk")
@click.argument(
    "folder", type=click.Path(path_type=Path), default=None, required=False, metavar="[FOLDER]"
)
@click.pass_obj
def desk(joined: Joined, folder: Path | None) -> int:
    """Write policies in a window: source, problems, preview.

    FOLDER holds the content, or is one file of it; without it, the folder `content` here.
    """
    if joined.open_desk is None:
        raise click.UsageError("There is no window here.")
    chosen = (folder or Path("content")).absolute()
    file = ""
    if chosen.is_file():
        above = chosen.parent.parent if chosen.parent.name in _GROUPS else chosen.parent
        chosen, file = above, chosen.relative_to(above).as_posix()
    if not (chosen / "school.yaml").is_file() and not (chosen / "policies").is_dir():
        raise ContentMissing(str(chosen))
    return joined.open_desk(chosen, file)
