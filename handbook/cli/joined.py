"""What commands need of the app, which the command line does not know."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from handbook.domain.handbook_changes import HandbookChanges
from handbook.domain.library import Library

TryDraft = Callable[[Path, Path], int]
"""Opens a window on a draft among the content of a folder; returns the exit code."""
WritePdf = Callable[[Library, Path], bytes]
"""Puts the content of a folder on pages; returns the bytes of a PDF."""
WriteChanges = Callable[[HandbookChanges, Library, Library, str, str], bytes]
"""Puts what changed on pages, both versions called by name; returns the bytes of a PDF."""
OpenDesk = Callable[[Path, str], int]
"""Opens the editors' desk on a folder of content, at a file if named; returns the exit code."""


@dataclass(frozen=True, slots=True)
class Joined:
    """What the program's own start hands to the commands; None where there is no Qt."""

    try_draft: TryDraft | None = None
    write_pdf: WritePdf | None = None
    open_desk: OpenDesk | None = None
    write_changes: WriteChanges | None = None
