"""The start from a cold disk: the frozen app over the bare window, nothing of either in memory.

The system is asked to forget the files of both; it does so but for those that another running
program holds, so this wants a computer on which no other Qt program of this checkout runs.
"""

from __future__ import annotations

import os
import sys
import sysconfig
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import median

from tests.bench.start import BARE, FROZEN, Times, marks_of, ratio

RUNS = 5
_LOADED = ("PySide6", "shiboken6")


def forget(files: Iterable[Path]) -> int:
    """Have the system drop what it keeps of these files in memory; returns how many."""
    dropped = 0
    for path in files:
        try:
            handle = os.open(path, os.O_RDONLY)
        except OSError:
            continue
        try:
            os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
            dropped += 1
        finally:
            os.close(handle)
    return dropped


def of_bare() -> Iterator[Path]:
    """The files of the bare window: Python, its library, and Qt's."""
    paths = sysconfig.get_paths()
    yield Path(sys.executable).resolve()
    yield from Path(sys.base_prefix, "lib").glob("libpython*")
    yield from _files(Path(paths["stdlib"]))
    for name in _LOADED:
        yield from _files(Path(paths["purelib"], name))


def of_frozen() -> Iterator[Path]:
    """The files of the frozen app."""
    return _files(Path(FROZEN[0]).parent)


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def measure(runs: int = RUNS) -> dict[str, float | None]:
    """Its part of bench.json; nothing where there is no frozen app, or no way to forget."""
    if not Path(FROZEN[0]).is_file() or not hasattr(os, "posix_fadvise"):
        return {}
    seen: dict[str, Times] = {"bare": [], "frozen": []}
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work)
        marks_of(FROZEN, folder)  # the reader's data and what is made of the content
        for _ in range(runs):
            for name, command, files in (
                ("bare", BARE, of_bare()),
                ("frozen", FROZEN, of_frozen()),
            ):
                forget(files)
                seen[name].append(marks_of(command, folder))
    for name, marks in seen.items():
        seconds = median(each["home-painted"] for each in marks)
        print(f"{name}, from a cold disk: home-painted {seconds * 1000:.0f} ms")
    return {"cold_ratio": ratio(seen["frozen"], seen["bare"], "home-painted")}


if __name__ == "__main__":
    print(measure())
