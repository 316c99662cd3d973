"""`handbook flow try`: a draft on the real pages, as staff would meet it."""

from __future__ import annotations

from pathlib import Path

import click

from handbook.cli.content import folder_of
from handbook.cli.joined import Joined
from handbook.cli.options import content_option
from handbook.domain.errors import NotFound


@click.command("try")
@click.argument("name", metavar="NAME|FILE.md")
@content_option
@click.pass_obj
def try_flow(joined: Joined, name: str, content: Path | None) -> int:
    """Try a draft of a flow in a window, as staff would meet it.

    The other flows, the policies and the people are those of the content that the file lies
    in; where it lies in none, those that are installed. Staff do not see any of it.
    """
    window = joined.try_draft
    if window is None:
        raise click.UsageError("There is no window here.")
    if name.endswith(".scenarios.md"):
        raise click.UsageError("That is a file of stories. Name the flow, or its file.")
    if name.endswith(".md"):
        draft = Path(name)
        draft.read_bytes()  # what cannot be opened is said here, before a window is
        return window(draft.absolute(), folder_of(content or _own_content(draft)).absolute())
    folder = folder_of(content)
    draft = folder / "flows" / f"{name}.md"
    if not draft.is_file():
        raise NotFound(f"There is no flow {name!r}")
    return window(draft.absolute(), folder.absolute())


def _own_content(draft: Path) -> Path | None:
    folder = draft.absolute().parent
    if folder.name == "flows" and (folder.parent / "school.yaml").is_file():
        return folder.parent
    return None
