"""Gathers the licences of all that is bundled: `python build/licences.py FOLDER`.

They come from each package's own metadata, as pip installed it. Each becomes a file in the
folder `licences` of the bundle's parts, and *About* lists them.
"""

from __future__ import annotations

import platform
import re
import shutil
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

import release

NOT_BUNDLED = frozenset(("fonttools", "pycparser"))
"""In requirements.lock for what is made before: the typefaces, PyNaCl's bridge to C."""
TEXTS = release.ROOT / "resources" / "licences"
_STATED = ("License-Expression", "License")
_OF_QT = frozenset(("pyside6-essentials", "shiboken6"))
_LICENCE = re.compile(r"licen[cs]e|copying|notice", re.IGNORECASE)
_NAME = re.compile(r"^([a-z0-9-]+)==", re.MULTILINE)


def bundled() -> list[str]:
    """The packages in the app, by name; those of another system are left out."""
    names = _NAME.findall((release.ROOT / "requirements.lock").read_text("utf-8"))
    return [name for name in names if name not in NOT_BUNDLED and _found(name) is not None]


def texts() -> dict[str, str]:
    """Every licence, by what it is of."""
    found = {_title("Python", platform.python_version()): _python()}
    for name in bundled():
        if name not in _OF_QT:
            of = distribution(name)
            found[_title(of.metadata["Name"], of.version)] = _text_of(of)
    parts = [(TEXTS / name).read_text("utf-8") for name in ("LGPL-3.0.txt", "GPL-3.0.txt")]
    found[_title("Qt and PySide6", distribution("pyside6-essentials").version)] = "\n\n".join(
        parts
    )
    return found


def write(parts: Path) -> None:
    """Put them among the parts of a bundle."""
    folder = parts / "licences"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for title, text in texts().items():
        (folder / f"{title}.txt").write_text(text, encoding="utf-8", newline="\n")


def _found(name: str) -> Distribution | None:
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


def _title(name: str, version: str) -> str:
    return f"{name.replace('_', '-')} {version}"


def _text_of(found: Distribution) -> str:
    stated = [found.metadata[name] for name in _STATED if name in found.metadata]
    told = stated[0] if stated else ""
    texts = [
        Path(str(found.locate_file(file))).read_text("utf-8", "replace")
        for file in sorted(found.files or [])
        if ".dist-info" in file.parts[0] and _LICENCE.search("/".join(file.parts[1:]))
    ]
    return "\n\n".join((told.strip(), *(texts or ["\n".join(_head_of(found))]))).strip() + "\n"


def _head_of(found: Distribution) -> Iterator[str]:
    """The comment at the top of a package that has no file for its licence."""
    for top in (found.read_text("top_level.txt") or "").split():
        file = Path(str(found.locate_file(f"{top}/__init__.py")))
        for line in file.read_text("utf-8").splitlines():
            if not line.startswith("#"):
                return
            yield line.lstrip("# ").rstrip()
    raise SystemExit(f"licences: {found.metadata['Name']} says nowhere under which it stands")


def _python() -> str:
    library = Path(re.__file__).resolve().parent.parent
    for place in (library, library.parent):
        for name in ("LICENSE.txt", "LICENSE"):
            if (place / name).is_file():
                return (place / name).read_text("utf-8")
    raise SystemExit("licences: Python's own is not beside its library")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
