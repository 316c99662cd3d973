"""The content that a command works on."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import click

from handbook import locations
from handbook.domain.errors import ContentMissing
from handbook.domain.library import Library


def folder_of(chosen: Path | None) -> Path:
    """The folder that was chosen, or the installed one; raises ContentMissing.

    The installed pack is checked first, and mended. A pack that was chosen is unpacked into a
    folder that goes with the command; it must be whole, whoever signed it, else a PackError is
    raised.
    """
    if chosen is None:
        return _installed()
    if chosen.is_file():
        return _unpacked(chosen)
    if not chosen.is_dir():
        raise ContentMissing(str(chosen))
    return chosen


def files_of(chosen: Path | None) -> dict[str, bytes]:
    """Every file of the content, by name, without what a pack adds to it.

    Raises ContentMissing, a PackError, or CannotPublish for a file that no pack can hold.
    """
    from handbook.packs.publish import read_content

    folder = folder_of(chosen)
    return read_content(folder, is_pack=chosen is None and folder == locations.installed_content())


def open_content(chosen: Path | None) -> Library:
    """Everything that the content holds; raises ContentMissing."""
    from handbook.markup.compiled import open_library

    return open_library(folder_of(chosen), locations.cache())


def _installed() -> Path:
    if locations.has_packs():
        from handbook.packs.shelf import Shelf

        place = Shelf(locations.data()).check().place
        if place is not None:
            return place.content
        click.echo(
            "The school's policies on this computer are damaged: install their pack again. "
            "Until then the model that comes with the program answers.",
            err=True,
        )
    folder = locations.bundled_content()
    if not folder.is_dir():
        raise ContentMissing(str(folder))
    return folder


def _unpacked(file: Path) -> Path:
    from handbook.packs.pack import open_pack, read_pack

    pack = open_pack(read_pack(file), file.name, None)
    folder = Path(click.get_current_context().with_resource(TemporaryDirectory()))
    for name, data in pack.content.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder
