"""The pictures of the content: the only files that a document may show."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QImage

_SUFFIXES = (".png", ".jpg", ".jpeg")


def load_picture(content: Path | None, name: str) -> QImage | None:
    """A picture of the folder `images`; None for anything else, and where it is missing."""
    if content is None or not name:
        return None
    folder = (content / "images").resolve()
    file = (content / name).resolve()
    if not file.is_relative_to(folder) or file.suffix.lower() not in _SUFFIXES:
        return None
    picture = QImage(str(file))
    return None if picture.isNull() else picture
