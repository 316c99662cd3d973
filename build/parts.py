"""Lists a frozen app's parts with their sums, so that `handbook self-check` misses none.

`python build/parts.py FOLDER`, after everything else: the list lies among the parts. The programs
themselves are not in it, as signing changes them.
"""

from __future__ import annotations

import sys
from hashlib import sha256
from pathlib import Path

import release  # noqa: F401 - puts this checkout's program before any other

from handbook.cli.trials import LIST


def listed(parts: Path) -> str:
    """A line for each file, as sha256sum writes it."""
    files = sorted(path for path in parts.rglob("*") if path.is_file() and path.name != LIST)
    return "".join(
        f"{sha256(path.read_bytes()).hexdigest()}  {path.relative_to(parts).as_posix()}\n"
        for path in files
        if not path.is_symlink()
    )


def write(parts: Path) -> None:
    """Put the list among the parts."""
    (parts / LIST).write_text(listed(parts), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
