"""The files of a content folder as the desk reads and writes them."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from handbook.domain.errors import HandbookError


class Group(StrEnum):
    """How the files are grouped in the list."""

    POLICIES = "Policies"
    GUIDES = "Guides"
    FLOWS = "Flows"
    SCHOOL = "School"


_FOLDERS = {Group.POLICIES: "policies", Group.GUIDES: "guides", Group.FLOWS: "flows"}
_ALONE = ("school.yaml", "words.yaml", "provisions.csv")


class CannotSave(HandbookError):
    """A file cannot be written."""


class CannotOpen(HandbookError):
    """A file cannot be read as text."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A file as it was read."""

    text: str
    """With line ends as the editor has them."""
    stamp: str
    """Names exactly these bytes; empty for a file that is not there."""


GONE = Opened("", "")


class ContentFiles:
    """Reads and writes the files of one folder. Nothing is ever written in part."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._known: dict[str, tuple[tuple[int, int, int], str]] = {}
        """Stamps by name, with the size and times of the file that they were made of."""

    def names(self) -> tuple[tuple[Group, tuple[str, ...]], ...]:
        """Every file that the desk edits, by group, in the order of names."""
        found = [
            (group, tuple(f"{name}/{path.name}" for path in self._markdown(name)))
            for group, name in _FOLDERS.items()
        ]
        alone = tuple(name for name in _ALONE if (self.folder / name).is_file())
        return (*found, (Group.SCHOOL, alone))

    def read(self, name: str) -> Opened:
        """A file's words; raises CannotOpen where it is no text or is not there."""
        data = self._data(name)
        if data is None:
            raise CannotOpen(f"{name} is not there any more")
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as problem:
            line = data[: problem.start].count(b"\n") + 1
            raise CannotOpen(
                f"{name} is not UTF-8 text (line {line}): open it in the program that wrote it, "
                "and save it as UTF-8"
            ) from None
        return Opened(_plain(text), _stamp(data))

    def stamp(self, name: str) -> str:
        """Names what the file holds now; empty where it is not there.

        A file whose size and times stayed as they were is not read again: the folder may lie
        on a slow share, and is looked at every few seconds.
        """
        try:
            about = (self.folder / name).stat()
        except OSError:
            about = None
        sign = (about.st_size, about.st_mtime_ns, about.st_ctime_ns) if about else None
        known = self._known.get(name)
        if sign is not None and known is not None and known[0] == sign:
            return known[1]
        data = self._data(name)
        if data is None:
            return ""
        stamp = _stamp(data)
        if sign is not None:
            self._known[name] = (sign, stamp)
        return stamp

    def save(self, name: str, text: str) -> str:
        """Write a file whole; returns its new stamp. Raises CannotSave."""
        path = self.folder / name
        before = self._data(name)
        # Some editors of the same folder end lines as Windows does; the file stays as it was.
        if before is not None and b"\r\n" in before:
            text = text.replace("\n", "\r\n")
        try:
            data = text.encode("utf-8")
        except UnicodeEncodeError:
            raise CannotSave(f"{name} holds half a letter that cannot be saved") from None
        _write(path, data)
        return _stamp(data)

    def rename(self, old: str, new: str) -> None:
        """Give a file another name; raises CannotSave where there is one of that name."""
        source, target = self.folder / old, self.folder / new
        if target.exists():
            raise CannotSave(f"There is {new} already")
        try:
            source.rename(target)
        except OSError as problem:
            raise CannotSave(f"{old} cannot be renamed: {problem.strerror}") from problem

    def keep_beside(self, name: str, text: str, now: datetime) -> str:
        """Keep other words of a file beside it; returns the name that they have there.

        A name that begins with a full stop is neither read as content nor put in a pack.
        """
        path = self.folder / name
        day = now.strftime("%Y-%m-%d-%H%M%S")
        kept = path.with_name(f".{path.name}.kept-{day}")
        number = 2
        while kept.exists():
            kept = path.with_name(f".{path.name}.kept-{day}-{number}")
            number += 1
        _write(kept, text.encode("utf-8", "replace"))
        return kept.relative_to(self.folder).as_posix()

    def _markdown(self, name: str) -> list[Path]:
        found = (self.folder / name).glob("*.md")
        return sorted(path for path in found if path.is_file() and path.name[0] != ".")

    def _data(self, name: str) -> bytes | None:
        try:
            return (self.folder / name).read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as problem:
            raise CannotOpen(f"{name} cannot be opened: {problem.strerror}") from problem


def _write(path: Path, data: bytes) -> None:
    path = path.resolve()
    part = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            shutil.copymode(path, part)
        part.replace(path)
    except OSError as problem:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise CannotSave(f"{path.name} cannot be written: {problem.strerror}") from problem


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _stamp(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
