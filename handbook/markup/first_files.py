"""The first files of a school's own handbook: the model's, whole or its people alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from handbook.markup.digest import SCHOOL, WORDS

_SYSTEM = frozenset({"desktop.ini", "thumbs.db", "icon\r"})
"""What the computer puts into folders by itself."""
_LEAVE = re.compile(r'(?m)^(\s*leave-quickly-to:) "[^"\n]*"')
"""Names a page of the model; without one the program chooses."""


def holds_content(folder: Path) -> bool:
    """True for a folder that somebody began a handbook in."""
    return (folder / SCHOOL).is_file() or (folder / "policies").is_dir()


def is_free(folder: Path) -> bool:
    """True for a folder with nothing in it that anybody put there; False where nobody may look."""
    try:
        names = [path.name for path in folder.iterdir()]
    except OSError:
        return False
    return all(name.startswith(".") or name.casefold() in _SYSTEM for name in names)


def begin_handbook(folder: Path, model: Path, *, whole: bool) -> None:
    """Put the model's files into a folder: all, or the people and the words of staff alone.

    What is there already stays as it is. Raises OSError.
    """
    for name in sorted(_files(model)) if whole else (SCHOOL, WORDS):
        path = folder / name
        if path.exists():
            continue
        data = (model / name).read_bytes()
        if not whole and name == SCHOOL:
            data = _LEAVE.sub(r'\1 ""', data.decode("utf-8")).encode("utf-8")
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(data)


def _files(model: Path) -> Iterator[str]:
    for path in model.rglob("*"):
        name = path.relative_to(model)
        if path.is_file() and not any(part.startswith(".") for part in name.parts):
            yield name.as_posix()
