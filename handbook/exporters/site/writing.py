"""Writing a folder of files so that it is whole or as it was, and never somebody else's."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from handbook.domain.errors import NotKept

MARK = "handbook-site.json"
"""The list of what the folder holds: by it an earlier export is known again."""


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make `folder` hold these files and the list of them, and nothing else.

    The folder may be new, empty, or one that was written here before. Everything is written
    beside it first and then takes its place, so that a write that breaks off changes nothing.
    Raises NotKept, saying why, where the folder holds anything else or cannot be written.
    """
    folder = folder.resolve()
    _refuse_what_is_not_ours(folder)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        part = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    except OSError as problem:
        raise NotKept(f"{folder} cannot be written: {problem.strerror}") from problem
    try:
        _fill(part, files)
        _take_place(part, folder)
    except OSError as problem:
        raise NotKept(f"{folder} cannot be written: {problem.strerror}") from problem
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _refuse_what_is_not_ours(folder: Path) -> None:
    if not folder.exists():
        return
    if not folder.is_dir():
        raise NotKept(f"{folder} is a file. Name a folder.")
    there = {
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir()
    }
    others = sorted(there - _listed(folder) - {MARK}) if there else []
    if others:
        raise NotKept(
            f"{folder} holds something that this export did not write: {others[0]}. Name a new "
            "or empty folder, so that nothing of yours is lost."
        )


def _listed(folder: Path) -> set[str]:
    """What an earlier export wrote here; nothing where there was none."""
    try:
        read = json.loads((folder / MARK).read_text("utf-8"))
    except (OSError, ValueError):
        return set()
    files = read.get("files") if isinstance(read, dict) else None
    return {name for name in files if isinstance(name, str)} if isinstance(files, list) else set()


def _fill(part: Path, files: Mapping[str, bytes]) -> None:
    listed = json.dumps({"format": 1, "files": sorted(files)}, indent=1) + "\n"
    part.chmod(0o755)  # a web server reads it as another user
    for name, data in (*files.items(), (MARK, listed.encode())):
        path = part / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _take_place(part: Path, folder: Path) -> None:
    """One rename where nothing was there, else two; the earlier folder goes back if one fails."""
    if not folder.exists():
        part.rename(folder)
        return
    before = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent)) / "before"
    try:
        folder.rename(before)
        try:
            part.rename(folder)
        except OSError:
            before.rename(folder)
            raise
    finally:
        shutil.rmtree(before.parent, ignore_errors=True)
