"""Parts a frozen app in two, and lists each with its sums, so that `self-check` misses none.

What only editors need, to read Word files, PDFs and web pages, is installed where it is wanted.
`python build/parts.py FOLDER`, after everything else: the lists lie among the parts. The programs
themselves are in none, as signing changes them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path, PurePath

import release  # noqa: F401 - puts this checkout's program before any other

from handbook.cli.trials import EDITORS_LIST, LIST

EDITOR = ("lxml", "pypdfium2", "pypdfium2_cfg", "pypdfium2_raw")
"""The packages of the editor's part; each lies in a folder of its name."""


def is_editors(name: str) -> bool:
    """Whether a file, named from the folder of the parts, is of the editor's part."""
    first, *rest = PurePath(name).parts or ("",)
    if first == "licences" and rest:
        return rest[0].split(" ")[0] in EDITOR
    return first in (*EDITOR, EDITORS_LIST)


def listed(parts: Path, names: Iterable[str]) -> str:
    """A line for each file, as sha256sum writes it."""
    return "".join(
        f"{sha256((parts / name).read_bytes()).hexdigest()}  {name}\n" for name in sorted(names)
    )


def write(parts: Path) -> None:
    """Put the lists among the parts."""
    names = {
        path.relative_to(parts).as_posix()
        for path in parts.rglob("*")
        if path.is_file() and not path.is_symlink()
    } - {LIST, EDITORS_LIST}
    editors = {name for name in names if is_editors(name)}
    for place, part in ((LIST, names - editors), (EDITORS_LIST, editors)):
        (parts / place).write_text(listed(parts, part), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
