"""What an editor typed and did not save yet, kept where a crash does not reach it."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

_ENDING = ".unsaved.json"


@dataclass(frozen=True, slots=True)
class Unsaved:
    """The words of a file that were not saved."""

    file: str
    """Its name in the content folder."""
    text: str
    read: str
    """Names the words that the file held when it was opened; empty for none."""
    at: datetime
    """When it was kept, aware."""


class UnsavedStore:
    """Keeps unsaved words of one content folder among the editor's own data, a file each.

    A file is written whole and then takes the place of the one before, so that a crash leaves
    the older words at worst. What cannot be written is not kept, and typing goes on.
    """

    def __init__(self, data: Path, content: Path) -> None:
        name = hashlib.sha256(str(content.resolve()).encode("utf-8", "surrogatepass")).hexdigest()
        self.folder = data / "desk" / name[:16]

    def keep(self, unsaved: Unsaved) -> bool:
        """Keep the words of a file in place of those kept before; False where it cannot be."""
        path = self._path(unsaved.file)
        part = path.with_suffix(".part")
        words = {
            "file": unsaved.file,
            "text": unsaved.text,
            "read": unsaved.read,
            "at": unsaved.at.isoformat(),
        }
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            part.touch(mode=0o600)
            with part.open("w", encoding="utf-8", errors="surrogatepass") as file:
                json.dump(words, file)
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
        except OSError:
            return False
        return True

    def forget(self, file: str) -> None:
        """Let go of a file's words: they are saved, or not wanted."""
        with contextlib.suppress(OSError):
            self._path(file).unlink(missing_ok=True)

    def all(self) -> tuple[Unsaved, ...]:
        """What was kept and not let go of, by file; what cannot be read is left out."""
        found = [_read(path) for path in sorted(self.folder.glob(f"*{_ENDING}"))]
        return tuple(sorted((item for item in found if item), key=lambda item: item.file))

    def _path(self, file: str) -> Path:
        return self.folder / f"{hashlib.sha256(file.encode()).hexdigest()[:16]}{_ENDING}"


def _read(path: Path) -> Unsaved | None:
    try:
        words = json.loads(path.read_text("utf-8", "surrogatepass"))
        return Unsaved(
            words["file"], words["text"], words["read"], datetime.fromisoformat(words["at"])
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None
