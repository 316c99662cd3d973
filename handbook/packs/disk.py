"""Writing so that a power cut at any moment leaves the old or the new, never half.

Every change of the installed packs goes through `Disk`, one step a method, so that a test can
cut the power at each of them.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from pathlib import Path


class Disk:
    """The real disk."""

    def make_folder(self, folder: Path) -> None:
        """Make a folder, for this user alone; one that is there stays."""
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    def write(self, path: Path, data: bytes) -> None:
        """Write a file and wait until it lies on the disk."""
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(path, flags | getattr(os, "O_NOFOLLOW", 0), 0o600), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())

    def flush(self, folder: Path) -> None:
        """Wait until the names in a folder lie on the disk; Windows does that by itself."""
        if sys.platform == "win32":
            return
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

    def rename(self, path: Path, over: Path) -> None:
        """Put a file in the place of another in one step."""
        path.replace(over)

    def remove(self, path: Path) -> None:
        """Remove a file, a link or a folder; what cannot be removed stays."""
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            with contextlib.suppress(OSError):
                path.unlink()


def put(disk: Disk, path: Path, data: bytes) -> None:
    """Write a file whole in the place of another: beside it first, then one rename."""
    part = path.with_name(f"{path.name}.part")
    disk.write(part, data)
    disk.rename(part, path)
    disk.flush(path.parent)
