"""Cuts the ICU data that Qt brings along to what an English program uses: 32 MB become 3.

Qt's Linux wheels hold ICU's data as one constant in a shared library of nothing else. The constant
is an archive: a table of names and offsets, then the files. We write a smaller archive in its
place, move what follows it in the file down by whole pages, and leave all addresses as they are.
"""

from __future__ import annotations

import re
import struct
import sys
from collections.abc import Mapping
from pathlib import Path

LANGUAGES = {"en", "cy"}
UNUSED = re.compile(
    r"(\.(cnv|dict|spp|cfu)|/unames\.icu)$|/(translit|rbnf|unit|curr|lang|region|zone|brkitr)/"
)
LOCALE = re.compile(r"(?:^|/)([a-z]{2,3})(?:_\w+)?\.res$")
PAGE = 0x1000

_PROGRAM_HEADER = struct.Struct("<IIQQQQQQ")
_LOAD = 1


class NotAsExpected(Exception):
    """The library is built in another way; it is better left alone."""


def is_kept(name: str) -> bool:
    """Whether a file of the archive is of use in English or Welsh."""
    locale = LOCALE.search(name)
    return not UNUSED.search(name) and (locale is None or locale[1] in LANGUAGES)


def read_archive(data: bytes) -> tuple[bytes, dict[str, bytes]]:
    """The archive's head, and its files by name."""
    (start,) = struct.unpack_from("<H", data)
    if data[2:4] != b"\xda\x27" or data[12:16] != b"CmnD":
        raise NotAsExpected("no ICU archive stands where it should")
    (count,) = struct.unpack_from("<I", data, start)
    places = [struct.unpack_from("<II", data, start + 4 + 8 * number) for number in range(count)]
    ends = [place for _, place in places[1:]] + [len(data) - start]
    files = {}
    for (name_at, begin), end in zip(places, ends, strict=True):
        name_end = data.index(b"\0", start + name_at)
        files[data[start + name_at : name_end].decode("ascii")] = data[start + begin : start + end]
    return data[:start], files


def write_archive(head: bytes, files: Mapping[str, bytes]) -> bytes:
    """An archive of these files, in the order of their names, as ICU looks them up."""
    names = sorted(files)
    name_at = 4 + 8 * len(names)
    labels = b"".join(name.encode("ascii") + b"\0" for name in names)
    labels += b"\0" * (-(len(head) + name_at + len(labels)) % 16)
    place = name_at + len(labels)
    table, body = struct.pack("<I", len(names)), b""
    for name in names:
        table += struct.pack("<II", name_at, place + len(body))
        name_at += len(name) + 1
        body += files[name] + b"\0" * (-len(files[name]) % 16)
    return head + table + labels + body


def cut(library: bytes) -> bytes:
    """The shared library with the smaller archive."""
    first, second = _segments(library)
    begin = PAGE
    head, files = read_archive(library[begin : first[5]])
    archive = write_archive(head, {name: data for name, data in files.items() if is_kept(name)})
    shift = (first[5] - begin - len(archive)) // PAGE * PAGE
    if shift <= 0:
        return library
    out = bytearray(library[:begin] + archive)
    out += b"\0" * (second[2] - shift - len(out)) + library[second[2] : second[2] + second[5]]
    _move(out, library, first, shift)
    return bytes(out)


def _segments(library: bytes) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The two loaded parts: the constant, and the table for the loader behind it."""
    if library[:6] != b"\x7fELF\x02\x01":
        raise NotAsExpected("it is no 64-bit ELF library")
    loads = [header for header in _headers(library).values() if header[0] == _LOAD]
    if len(loads) != 2 or loads[0][2] != 0 or library[PAGE + 12 : PAGE + 16] != b"CmnD":
        raise NotAsExpected("it holds more than one constant")
    return loads[0], loads[1]


def _headers(library: bytes) -> dict[int, tuple[int, ...]]:
    (begin,) = struct.unpack_from("<Q", library, 32)
    size, count = struct.unpack_from("<HH", library, 54)
    places = range(begin, begin + size * count, size)
    return {place: _PROGRAM_HEADER.unpack_from(library, place) for place in places}


def _move(out: bytearray, library: bytes, first: tuple[int, ...], shift: int) -> None:
    """Say in the headers where things lie in the smaller file; addresses stay."""
    for place, header in _headers(library).items():
        kind, flags, offset, address, physical, in_file, in_memory, align = header
        if header == first:
            in_file, in_memory = in_file - shift, in_memory - shift
        elif offset >= first[5]:
            offset -= shift
        moved = (kind, flags, offset, address, physical, in_file, in_memory, align)
        _PROGRAM_HEADER.pack_into(out, place, *moved)
    struct.pack_into("<Q", out, 40, 0)  # the table of sections, which only linkers read, is gone
    struct.pack_into("<HHH", out, 58, 0, 0, 0)


def main() -> int:
    """Cut the libraries named; one that is not as expected is left as it is."""
    for path in map(Path, sys.argv[1:]):
        try:
            smaller = cut(path.read_bytes())
        except NotAsExpected as problem:
            print(f"icu: {path.name} is left whole: {problem}", file=sys.stderr)
            continue
        path.write_bytes(smaller)
    return 0


if __name__ == "__main__":
    sys.exit(main())
