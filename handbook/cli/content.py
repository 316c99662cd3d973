"""The content that a command works on."""

from __future__ import annotations

from pathlib import Path

from handbook import locations
from handbook.domain.errors import ContentMissing
from handbook.domain.library import Library


def folder_of(chosen: Path | None) -> Path:
    """The folder that was chosen, or the installed one; raises ContentMissing."""
    folder = locations.content() if chosen is None else chosen
    if not folder.is_dir():
        raise ContentMissing(str(folder))
    return folder


def open_content(chosen: Path | None) -> Library:
    """Everything that the content holds; raises ContentMissing."""
    from handbook.markup.compiled import open_library

    return open_library(folder_of(chosen), locations.cache())
