"""The typefaces that come with the program."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFontDatabase

FACES = (
    "AtkinsonHyperlegibleNext-Regular.ttf",
    "AtkinsonHyperlegibleNext-Italic.ttf",
    "AtkinsonHyperlegibleNext-SemiBold.ttf",
    "AtkinsonHyperlegibleNext-Bold.ttf",
    "AtkinsonHyperlegibleNext-BoldItalic.ttf",
    "SourceSerif4-SemiBold.ttf",
)


def load_fonts(folder: Path) -> tuple[str, ...]:
    """Make the bundled faces known to Qt; returns the files that are missing or unusable.

    Without them the program goes on with the system's fonts and says so in its log.
    """
    missing = tuple(
        name
        for name in FACES
        if not (folder / name).is_file()
        or QFontDatabase.addApplicationFont(str(folder / name)) < 0
    )
    if missing:
        from logging import getLogger  # no start needs it unless there is something to say

        words = "System fonts are used: %d of %d faces are missing"
        getLogger(__name__).info(words, len(missing), len(FACES))
    return missing
