"""What the home page shows, kept so that the first paint reads one file.

The digest of the content needs every file read, and the library for digests costs more to load
than Home takes to paint. For the moment until the library itself is open, and shows Home anew
by the digest, the names, sizes and times of the files say well enough that nothing changed.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

from handbook import __version__
from handbook.domain.summary import Summary
from handbook.markup.codec import FORMAT, decode, encode

_FILE = "first-page.json"
_GROUPS = ("", "policies", "guides", "flows")


def open_first(folder: Path, cache: Path) -> Summary | None:
    """What was kept for this content; None where it has changed, or nothing holds."""
    try:
        proof, _, data = (cache / _FILE).read_bytes().partition(b"\n")
        if proof != _proof(data):
            return None
        stamp, shape = json.loads(data)
        summary = decode(shape) if stamp == _stamp(folder) else None
    except (OSError, ValueError, KeyError, TypeError, IndexError, RecursionError):
        return None
    return summary if isinstance(summary, Summary) else None


def keep_first(folder: Path, cache: Path, summary: Summary) -> None:
    """Keep what Home shows; what cannot be written is done without."""
    shape = [_stamp(folder), encode(summary)]
    text = json.dumps(shape, ensure_ascii=False, separators=(",", ":"))
    data = text.encode("utf-8", "surrogatepass")  # a file's name may be no UTF-8
    whole = _proof(data) + b"\n" + data
    path = cache / _FILE
    part = path.with_suffix(f".{os.getpid()}.part")
    with contextlib.suppress(OSError):
        if path.is_file() and path.read_bytes() == whole:
            return
        cache.mkdir(parents=True, exist_ok=True)
        part.write_bytes(whole)
        part.replace(path)


def reader_time() -> int:
    """When the reader was last changed, in a checkout; nothing in a frozen program."""
    with contextlib.suppress(OSError):
        return max((at for _, _, at in _files(Path(__file__).parent, ".py")), default=0)
    return 0


def _stamp(folder: Path) -> list[list[object]]:
    files = [
        [group, *file]
        for group in _GROUPS
        for file in sorted(_files(folder / group, ".md", ".yaml"))
    ]
    return [[__version__, FORMAT, reader_time(), str(folder)], *files]


def _files(folder: Path, *endings: str) -> Iterator[tuple[str, int, int]]:
    """Name, size and time of the files of a folder; none where there is no folder."""
    with contextlib.suppress(FileNotFoundError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(endings) and entry.is_file():
                found = entry.stat()
                yield entry.name, found.st_size, found.st_mtime_ns


def _proof(data: bytes) -> bytes:
    """Stands before the data: a fault of the disk must not reach the page."""
    return f"{crc32(data):08x}".encode()
