"""Writing bytes to the file that a person chose, and what came of it."""

from __future__ import annotations

import errno
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from pathlib import Path


class FileKind(Enum):
    """What can be saved: the ending of its name, and what people call it."""

    PDF = (".pdf", "PDF")
    WORD = (".docx", "Word document")

    @property
    def ending(self) -> str:
        """The end of the file's name, with its dot."""
        return self.value[0]

    @property
    def called(self) -> str:
        """What a dialog calls it."""
        return self.value[1]


@dataclass(frozen=True, slots=True)
class Saved:
    """The file is there."""

    path: Path

    @property
    def sentence(self) -> str:
        """Where it is now."""
        return f"Saved as {self.path.name} in {self.path.parent}."


@dataclass(frozen=True, slots=True)
class NotSaved:
    """It could not be written, or not be printed; the sentence says where and why."""

    sentence: str


@dataclass(frozen=True, slots=True)
class Printed:
    """The printer has it."""

    sentence: str = "Sent to the printer."


@dataclass(frozen=True, slots=True)
class Cancelled:
    """The person thought better of it; there is nothing to say."""

    sentence: str = ""


Went = Saved | Printed | NotSaved | Cancelled
"""What came of saving or printing. The sentence of each is for the person who asked."""

_REASONS = {
    errno.EACCES: "you are not allowed to write there, or another program has the file open",
    errno.EPERM: "you are not allowed to write there",
    errno.EROFS: "that place can only be read",
    errno.ENOSPC: "there is no room left there",
    errno.ENOENT: "that folder is not there any more",
    errno.ENOTDIR: "that folder is not there any more",
    errno.EISDIR: "a folder has that name",
    errno.ENAMETOOLONG: "the name is too long",
    errno.EIO: "the drive does not answer",
    errno.ENODEV: "the drive is not there any more",
    errno.ENXIO: "the drive is not there any more",
}


def write_file(path: Path, data: bytes) -> Saved | NotSaved:
    """Write a file at once, with no other file beside it; what was there is replaced.

    Where it cannot be written whole, a file that was not there before is taken away again.
    """
    is_new = not path.exists()
    try:
        path.write_bytes(data)
    except OSError as problem:
        if is_new:
            with suppress(OSError):
                path.unlink(missing_ok=True)
        why = _REASONS.get(problem.errno or 0, "the computer could not write it")
        return NotSaved(f"{path.name} was not saved in {path.parent}: {why}.")
    return Saved(path)
