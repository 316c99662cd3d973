"""Coming in: a further start hands over its link; only the first loads the window."""

from __future__ import annotations

import gc
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from handbook import locations
from handbook.app.one_window import claim
from handbook.domain.opening import Opening

if TYPE_CHECKING:
    from handbook.domain.handbook_changes import HandbookChanges
    from handbook.domain.library import Library

NO_SCREEN = (
    "There is no screen here to show the window on. In a terminal, "
    "`handbook search WORDS` answers a question and `handbook --help` lists the rest."
)
WRONG_USE = 2
"""The exit code of what cannot be done as it was asked for."""


def run(arguments: list[str]) -> int:
    """Open the window at a `handbook:` link where one is given; returns the exit code."""
    if not _has_screen():
        print(NO_SCREEN, file=sys.stderr)  # noqa: T201 - there is no window to say it in
        return WRONG_USE
    opening = Opening.of(arguments[0] if arguments else "")
    if opening.file:  # the window that is there may stand in another folder
        opening = replace(opening, file=str(Path(opening.file).absolute()))
    seat = claim(locations.data() / "window", opening)
    if seat is None:
        return 0
    gc.disable()  # the window has a collector of its own; a start leaves nothing to free
    _leave_openssl_out()
    import handbook.app.plain_imports  # noqa: F401 - before all that is loaded after Qt
    from handbook.app.start import run as open_window

    try:
        return open_window(opening, seat)
    finally:
        seat.close()


def try_draft(draft: Path, content: Path) -> int:
    """Open a window of its own on a draft of a flow; returns the exit code."""
    if not _has_screen():
        print(NO_SCREEN, file=sys.stderr)  # noqa: T201 - there is no window to say it in
        return WRONG_USE
    from handbook.app.desk.try_it.window import run as open_window

    return open_window(draft, content)


def open_desk(folder: Path, file: str) -> int:
    """Open the editors' desk on a folder of content; returns the exit code."""
    if not _has_screen():
        print(NO_SCREEN, file=sys.stderr)  # noqa: T201 - there is no window to say it in
        return WRONG_USE
    from handbook.app.desk.start import run as open_window

    return open_window(folder, file)


def write_pdf(library: Library, content: Path) -> bytes:
    """The whole handbook as a PDF, without a window or a screen; `content` has its pictures."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from handbook.app.export_pdf import write

    return write(library, content)


def write_changes(
    changes: HandbookChanges, was: Library, now: Library, was_name: str, now_name: str
) -> bytes:
    """What changed between two versions as a PDF, without a window or a screen."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from handbook.app.changes.compared import Compared, Sides
    from handbook.app.export_pdf import write_changed

    return write_changed(Compared(Sides(was, now, was_name, now_name), changes))


def _leave_openssl_out() -> None:
    """It takes 4 MB for sums that most Pythons compute by themselves; the packages have none."""
    own = "_sha2" if sys.version_info >= (3, 12) else "_sha256"
    if getattr(sys, "frozen", False):
        return
    try:
        __import__(own)
    except ImportError:  # as Fedora builds it
        return
    sys.modules.setdefault("_hashlib", None)  # type: ignore[arg-type]


def _has_screen() -> bool:
    """Qt itself aborts with a page of words where there is none."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
