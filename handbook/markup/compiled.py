"""The library as read once, kept in the cache under its digest and the app's version.

Opening it loads neither Markdown nor YAML. A cache that does not hold is made anew.

A file is three lines: the proof of the rest, the value, and the parts of it that are read later.
All of it is proved before a word of it is believed, and the parts stay in memory as they were
proved, so that what happens to the file afterwards changes nothing.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

from handbook import __version__
from handbook.domain.errors import ContentMissing
from handbook.domain.summary import Summary
from handbook.markup.codec import FORMAT, decode, dumped, encode
from handbook.markup.digest import content_files, digest
from handbook.markup.first_page import keep_first, reader_time

if TYPE_CHECKING:  # the home page needs the summary alone
    from handbook.domain.library import Library

Kept = TypeVar("Kept", "Library", Summary)
_FOLDER = "content"
_KEPT = 4
"""How many compiled contents stay: switching between two schools' content is quick."""
_PROOF = 65
"""How long the first line is: a sum and the end of the line."""
_NOT_OURS = (OSError, ValueError, KeyError, TypeError, IndexError, RecursionError, zlib.error)
"""What reading says of a file that is not there, or holds something else."""


def open_library(folder: Path, cache: Path) -> Library:
    """The library of a folder, from the cache where it holds; raises ContentMissing."""
    from handbook.domain.library import Library

    _require(folder)
    now = digest(folder)
    kept, summary = (_path(cache, _key(now), name) for name in ("library", "summary"))
    library, shown = _load(kept), _load(summary)
    if not isinstance(library, Library):
        from handbook.markup.library import read_library

        read = read_library(folder)
        if read.digest != now:  # the content changed while it was read
            return read
        library, shown = _kept(kept, read), None
        library.keep_cards(read.summary.cards)
    if isinstance(shown, Summary):
        library.keep_cards(shown.cards)
    else:
        _kept(summary, library.summary)
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
        return _read(path, path.read_bytes())
    except _NOT_OURS:
        return None


def _read(path: Path, data: bytes) -> Any:
    """The value that these bytes hold; None where they are not what was written."""
    proved, now = data.find(b"\n") + 1, data.find(b"\n", _PROOF) + 1
    whole = memoryview(data)  # a copy of so much would not be given back to the system
    if proved != _PROOF or whole[: _PROOF - 1] != _proof(path, whole[_PROOF:]):
        return None
    return decode(json.loads(data[_PROOF:now]), whole[now:])


def _proof(path: Path, data: memoryview) -> bytes:
    """Stands before the data: words of a policy must never change by a fault of the disk."""
    proof = hashlib.sha256(path.name.encode())
    proof.update(data)
    return proof.hexdigest().encode()


def _kept(path: Path, value: Kept) -> Kept:
    """Write a value and return what is read back; the value itself if that were another.

    What is believed later without a look at it has been read once, and found to be the same.
    """
    parts = bytearray()
    now = dumped(encode(value, parts))
    rest = now + b"\n" + parts
    data = _proof(path, memoryview(rest)) + b"\n" + rest
    with contextlib.suppress(*_NOT_OURS):
        if _read(path, data) == value:
            _write(path, data)
            return cast("Kept", _read(path, data))
    return value


def _write(path: Path, data: bytes) -> None:
    """Write whole or not at all; a cache that cannot be written is done without."""
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
        for path in (*by_age[: -2 * _KEPT], *folder.glob("*.part")):
            path.unlink()
