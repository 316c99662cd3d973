"""Writes a cabinet, compressed as LZX, which Windows Installer opens since it exists.

wixl compresses as MSZIP alone, a fifth larger, and Debian has no program that does better. The
compressor is build/lzx.c (needs `apt-get install gcc libc6-dev`).
"""

from __future__ import annotations

import shutil
import struct
import subprocess
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import release

_PROGRAM = release.WORK / "lzx"
_KEPT = release.WORK / "cabinet"
_SOURCE = release.ROOT / "build" / "lzx.c"
_HEADER = struct.Struct("<4sIIIIIBBHHHHH")
_FOLDER = struct.Struct("<IHH")
_FILE = struct.Struct("<IIHHHH")
_BLOCK = struct.Struct("<IHH")
_LZX_2_MB = 21 << 8 | 3
_FRAME = 32768
_ARCHIVE = 0x20
"""What Windows marks ordinary files with."""


def cabinet(files: Sequence[tuple[str, Path]]) -> bytes:
    """The files under these names, one after the other in one stream."""
    data = [path.read_bytes() for _, path in files]
    blocks = list(_blocks(b"".join(data)))
    entries, at = b"", 0
    day, time = _dos_time()
    for (name, _), content in zip(files, data, strict=True):
        entries += _FILE.pack(len(content), at, 0, day, time, _ARCHIVE) + name.encode("ascii")
        entries += b"\0"
        at += len(content)
    begin = _HEADER.size + _FOLDER.size
    first_block = begin + len(entries)
    body = b"".join(blocks)
    return b"".join(
        (
            _HEADER.pack(
                b"MSCF", 0, first_block + len(body), 0, begin, 0, 3, 1, 1, len(files), 0, 0, 0
            ),
            _FOLDER.pack(first_block, len(blocks), _LZX_2_MB),
            entries,
            body,
        )
    )


def checksum(data: bytes) -> int:
    """The exclusive or of all words of four bytes; what is left over counts backwards."""
    rest = len(data) % 4
    last = int.from_bytes(data[len(data) - rest :], "big")
    words, length = int.from_bytes(data[: len(data) - rest], "little"), len(data) // 4
    while length > 1:
        half = (length + 1) // 2
        words, length = (words >> 32 * half) ^ (words & (1 << 32 * half) - 1), half
    return words ^ last


def _blocks(data: bytes) -> Iterator[bytes]:
    """The compressed frames, each behind its sum and its two sizes."""
    packed = _packed(data)
    at = 0
    for start in range(0, len(data), _FRAME):
        (size,) = struct.unpack_from("<H", packed, at)
        frame = packed[at + 2 : at + 2 + size]
        at += 2 + size
        sizes = struct.pack("<HH", size, min(_FRAME, len(data) - start))
        yield _BLOCK.pack(checksum(sizes) ^ checksum(frame), *struct.unpack("<HH", sizes)) + frame
    if at != len(packed):
        raise SystemExit("cabinet: the compressor gave more than it was asked for")


def _packed(data: bytes) -> bytes:
    """What the compressor makes of it; kept, as it takes a minute and always is the same."""
    kept = _KEPT / sha256(_SOURCE.read_bytes() + data).hexdigest()
    if kept.is_file():
        return kept.read_bytes()
    packed = subprocess.run([_compiled()], input=data, capture_output=True, check=True).stdout
    shutil.rmtree(_KEPT, ignore_errors=True)
    _KEPT.mkdir(parents=True)
    kept.write_bytes(packed)
    return packed


def _compiled() -> Path:
    if not _PROGRAM.is_file() or _PROGRAM.stat().st_mtime < _SOURCE.stat().st_mtime:
        _PROGRAM.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(["cc", "-O2", "-o", str(_PROGRAM), str(_SOURCE)], check=True)
    return _PROGRAM


def _dos_time() -> tuple[int, int]:
    """The release's day and time as DOS writes them."""
    when = datetime.fromtimestamp(release.made(), UTC)
    day = (when.year - 1980) << 9 | when.month << 5 | when.day
    return day, when.hour << 11 | when.minute << 5 | when.second // 2
