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
from handbook.markup.first_page import keep_first, reader_time

if TYPE_CHECKING:  # the home page needs the summary alone
    from handbook.domain.library import Library

_FOLDER = "content"
_KEPT = 4
"""How many compiled contents stay: switching between two schools' content is quick."""


def open_library(folder: Path, cache: Path) -> Library:
    """The library of a folder, from the cache where it holds; raises ContentMissing."""
    from handbook.domain.library import Library

    _require(folder)
    now = digest(folder)
    kept, summary = (_path(cache, _key(now), name) for name in ("library", "summary"))
    library = _load(kept)
    if not isinstance(library, Library):
        from handbook.markup.library import read_library

        library = read_library(folder)
        if library.digest != now:  # the content changed while it was read
            return library
        _save(kept, library)
    if _load(summary) is None:
        _save(summary, library.summary)
        _tidy(cache / _FOLDER)
    keep_first(folder, cache, library.summary)
    return library


def open_summary(folder: Path, cache: Path) -> Summary | None:
    """What the home page shows; None where this content has not been compiled yet.

    Slower than `open_first`, and right also where that finds files newer than they were.
    """
    summary = _load(_path(cache, _key(digest(folder)), "summary"))
    return summary if isinstance(summary, Summary) else None


def _require(folder: Path) -> None:
    if not any(content_files(folder)):
        raise ContentMissing(str(folder))


def _key(content: str) -> str:
    stamp = f"{__version__}\0{FORMAT}\0{reader_time()}\0{content}"
    return hashlib.sha256(stamp.encode()).hexdigest()[:32]


def _path(cache: Path, key: str, name: str) -> Path:
    return cache / _FOLDER / f"{key}.{name}.json"


def _load(path: Path) -> Any:
    try:
        proof, _, data = path.read_bytes().partition(b"\n")
        return decode(json.loads(data)) if proof == _proof(path, data) else None
    except (OSError, ValueError, KeyError, TypeError, IndexError, RecursionError):
        return None


def _proof(path: Path, data: bytes) -> bytes:
    """Stands before the data: words of a policy must never change by a fault of the disk."""
    return hashlib.sha256(path.name.encode() + data).hexdigest().encode()


def _save(path: Path, value: Library | Summary) -> None:
    """Write whole or not at all; a cache that cannot be written is done without."""
    text = json.dumps(encode(value), ensure_ascii=False, separators=(",", ":"))
    data = text.encode("utf-8", "surrogatepass")  # a file's name may be no UTF-8
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.stem, suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(_proof(path, data) + b"\n" + data)
            Path(name).replace(path)
        except OSError:
            Path(name).unlink(missing_ok=True)


def _tidy(folder: Path) -> None:
    with contextlib.suppress(OSError):
        by_age = sorted(folder.glob("*.json"), key=lambda path: path.stat().st_mtime)
        for path in (*by_age[: -2 * _KEPT], *folder.glob("*.part")):
            path.unlink()
