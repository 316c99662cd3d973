"""The library as read once, kept in the cache under its digest and the app's version.

Opening it loads neither Markdown nor YAML. A cache that does not hold is made anew.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from handbook import __version__
from handbook.domain.errors import ContentMissing
from handbook.domain.summary import Summary
from handbook.markup.codec import FORMAT, decode, encode
from handbook.markup.digest import content_files, digest

if TYPE_CHECKING:  # the home page needs the summary alone
    from handbook.domain.library import Library

_FOLDER = "content"
_KEPT = 4
"""How many compiled contents stay: switching between two schools' content is quick."""


def open_library(folder: Path, cache: Path) -> Library:
    """The library of a folder, from the cache where it holds; raises ContentMissing."""
    _require(folder)
    key = _key(folder)
    from handbook.domain.library import Library

    library = _load(_path(cache, key, "library"))
    if not isinstance(library, Library):
        from handbook.markup.library import read_library

        library = read_library(folder)
        _save(_path(cache, key, "library"), library)
        _save(_path(cache, key, "summary"), library.summary)
        _tidy(cache / _FOLDER)
    return library


def open_summary(folder: Path, cache: Path) -> Summary | None:
    """What the home page shows; None where this content has not been compiled yet."""
    try:
        summary = _load(_path(cache, _key(folder), "summary"))
    except OSError:
        return None
    return summary if isinstance(summary, Summary) else None


def _require(folder: Path) -> None:
    if not any(content_files(folder)):
        raise ContentMissing(str(folder))


def _key(folder: Path) -> str:
    stamp = f"{__version__}\0{FORMAT}\0{_reader()}\0{digest(folder)}"
    return hashlib.sha256(stamp.encode()).hexdigest()[:32]


def _reader() -> int:
    """When the reader was last changed, in a checkout; nothing in a frozen program."""
    folder = Path(__file__).parent
    with contextlib.suppress(OSError):
        return max((path.stat().st_mtime_ns for path in folder.glob("*.py")), default=0)
    return 0


def _path(cache: Path, key: str, name: str) -> Path:
    return cache / _FOLDER / f"{key}.{name}.json"


def _load(path: Path) -> Any:
    try:
        return decode(json.loads(path.read_bytes()))
    except (OSError, ValueError, KeyError, TypeError, IndexError, RecursionError):
        return None


def _save(path: Path, value: Library | Summary) -> None:
    """Write whole or not at all; a cache that cannot be written is done without."""
    data = json.dumps(encode(value), ensure_ascii=False, separators=(",", ":")).encode()
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.stem, suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(name).replace(path)
        except OSError:
            Path(name).unlink(missing_ok=True)


def _tidy(folder: Path) -> None:
    with contextlib.suppress(OSError):
        by_age = sorted(folder.glob("*.json"), key=lambda path: path.stat().st_mtime)
        for path in by_age[: -2 * _KEPT]:
            path.unlink()
