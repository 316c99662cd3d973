"""Takes out of a bundle's libraries the folders of the computer that built them.

A library may name folders in which the loader looks for others. Those beside itself (`$ORIGIN`)
are how the bundle finds its own; any other is the builder's, says where it was built, and on a
laptop would be a place from which somebody else could slip a library in.
"""

from __future__ import annotations

import struct
import sys
from collections.abc import Iterator
from pathlib import Path

_ELF64 = b"\x7fELF\x02\x01"
_PROGRAM_HEADER = struct.Struct("<IIQQQQQQ")
_ENTRY = struct.Struct("<qQ")
_LOAD, _DYNAMIC = 1, 2
_NOTHING, _STRINGS, _RPATH, _RUNPATH = 0, 5, 15, 29


def cleaned(library: bytes) -> bytes:
    """The library without search paths that do not begin beside itself."""
    if not library.startswith(_ELF64):
        return library
    headers = list(_headers(library))
    dynamic = next((header for header in headers if header[0] == _DYNAMIC), None)
    if dynamic is None:
        return library
    begin, size = dynamic[2], dynamic[5]
    entries = list(_ENTRY.iter_unpack(library[begin : begin + size]))
    strings = next((value for tag, value in entries if tag == _STRINGS), 0)
    at = _offset(headers, strings)
    out = bytearray(library)
    kept = []
    for tag, value in entries:
        if tag in (_RPATH, _RUNPATH):
            path = library[at + value : library.index(b"\0", at + value)]
            if not path.startswith(b"$ORIGIN"):
                # A name that others use may be the end of this text, from the last slash on.
                length = path.rfind(b"/") + 1
                out[at + value : at + value + length] = bytes(length)
                continue
        kept.append((tag, value))
    kept += [(_NOTHING, 0)] * (len(entries) - len(kept))
    out[begin : begin + size] = b"".join(_ENTRY.pack(*entry) for entry in kept)
    return bytes(out)


def _headers(library: bytes) -> Iterator[tuple[int, ...]]:
    (begin,) = struct.unpack_from("<Q", library, 32)
    size, count = struct.unpack_from("<HH", library, 54)
    for number in range(count):
        yield _PROGRAM_HEADER.unpack_from(library, begin + size * number)


def _offset(headers: list[tuple[int, ...]], address: int) -> int:
    """Where in the file an address of memory lies."""
    for kind, _, offset, start, _, in_file, _, _ in headers:
        if kind == _LOAD and start <= address < start + in_file:
            return offset + address - start
    raise ValueError(f"no part of the file is loaded at {address:#x}")


def main() -> int:
    """Clean every library below the folder named."""
    for path in sorted(Path(sys.argv[1]).rglob("*")):
        if path.is_symlink() or not path.is_file():
            continue
        library = path.read_bytes()
        if (better := cleaned(library)) != library:
            path.write_bytes(better)
    return 0


if __name__ == "__main__":
    sys.exit(main())
