"""Imports a file: the one door to this package."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

from handbook.domain.errors import NotImported
from handbook.importers.draft import Draft
from handbook.importers.limits import MAX_FILE, SECONDS

READ_ONE = "read-for-import"
"""The word by which the program starts itself as the reader of one file."""


def import_file(path: Path, seconds: float = SECONDS) -> Draft:
    """The draft of a file; raises NotImported, whose sentence names the file.

    The file is read by another process, which has limits on time and memory, can write
    nothing, and whose end ends nothing here. Nothing is ever fetched.
    """
    _look_at(path)
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    if not _is_frozen():
        root = str(Path(__file__).resolve().parents[2])
        known = os.environ.get("PYTHONPATH", "")
        environment["PYTHONPATH"] = os.pathsep.join(part for part in (root, known) if part)
    try:
        done = subprocess.run(
            [*_ourselves(), READ_ONE, os.path.abspath(path)],  # noqa: PTH100 - links stay links
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=seconds,
            check=False,
            env=environment,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired:
        raise NotImported(path.name, f"reading it takes over {seconds:g} seconds") from None
    except OSError as problem:
        raise NotImported(path.name, f"its reader cannot be started ({problem})") from None
    return _draft(done.stdout, done.returncode, path.name)


def _look_at(path: Path) -> None:
    """Refuse what is no plain file before anything is read."""
    try:
        found = path.lstat()
        if stat.S_ISLNK(found.st_mode):
            raise NotImported(path.name, "it is a link to another file: name that file itself")
        if stat.S_ISDIR(found.st_mode):
            raise NotImported(path.name, "it is a folder: name the files in it")
        if not stat.S_ISREG(found.st_mode):
            raise NotImported(path.name, "it is no ordinary file")
        if found.st_size > MAX_FILE:
            most = MAX_FILE // 1_000_000
            raise NotImported(path.name, f"it is larger than {most} MB")
        with path.open("rb"):
            pass
    except OSError as problem:
        why = (problem.strerror or "it cannot be opened").lower()
        raise NotImported(path.name, why) from None
    except ValueError:
        raise NotImported(path.name, "it has a name that no file has") from None


def _draft(said: bytes, code: int, name: str) -> Draft:
    try:
        shape: dict[str, Any] = json.loads(said)
    except ValueError:
        raise NotImported(name, _end(code)) from None
    if "draft" in shape:
        return Draft.from_data(shape["draft"])
    raise NotImported(name, str(shape.get("problem", _end(code))))


def _end(code: int) -> str:
    """Why a reader ended without an answer, as far as its exit code says."""
    if code in (-24, -9):  # SIGXCPU, SIGKILL
        return "reading it takes more time or memory than a file may"
    return "it is damaged, or made in a way that cannot be read"


def _is_frozen() -> bool:
    return bool(getattr(sys, "frozen", False))


def _ourselves() -> list[str]:
    """The command that starts this program, for a terminal."""
    if not _is_frozen():
        return [sys.executable, "-X", "utf8", "-m", "handbook"]
    program = Path(sys.executable)
    console = program.with_name("handbook.exe" if os.name == "nt" else "handbook")
    return [str(console if console.exists() else program)]
