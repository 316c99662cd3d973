"""The container: a ZIP so strict that one content has one form, written and read by us.

Python's zipfile takes what it finds: duplicates, entries that the directory hides, names that
lead elsewhere. Here every byte is either covered by a sum or has one value only. What is not
exactly as `write` would have made it, but for deflated entries, is no pack.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from handbook.domain.errors import NotAPack, PackNotGenuine
from handbook.packs.limits import FILE_BYTES, FILES, PACK_BYTES, RATIO, UNPACKED_BYTES
from handbook.packs.names import SIGNATURE, SUMS, clash_of, problem_of

_LOCAL, _CENTRAL, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_LOCAL_HEAD = struct.Struct("<4s5H3I2H")
_CENTRAL_HEAD = struct.Struct("<4s6H3I5H2I")
_END_HEAD = struct.Struct("<4s4H2IH")
_VERSION = 20
"""ZIP 2.0, made on no particular system: no rights, links or devices can be said with it."""
_TIME, _DATE = 0, 0x21
"""Midnight of 1 January 1980, the first day that ZIP knows."""
_STORED, _DEFLATED = 0, 8
_RAW = -15
"""Deflate without a header of zlib's own."""


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    method: int
    crc: int
    packed: int
    """Bytes in the pack."""
    size: int
    """Bytes once unpacked."""
    offset: int

    @property
    def local(self) -> bytes:
        name = self.name.encode("ascii")
        fields = (_VERSION, 0, self.method, _TIME, _DATE, self.crc, self.packed, self.size)
        return _LOCAL_HEAD.pack(_LOCAL, *fields, len(name), 0) + name

    @property
    def central(self) -> bytes:
        name = self.name.encode("ascii")
        fields = (_VERSION, 0, self.method, _TIME, _DATE, self.crc, self.packed, self.size)
        rest = (len(name), 0, 0, 0, 0, 0, self.offset)
        return _CENTRAL_HEAD.pack(_CENTRAL, _VERSION, *fields, *rest) + name


def write(files: Mapping[str, bytes]) -> bytes:
    """The container of some files, stored as they are: the same files give the same bytes.

    Stored, because deflate's bytes differ from one zlib to the next.
    """
    body, central = bytearray(), bytearray()
    for name in in_order(files):
        data = files[name]
        entry = _Entry(name, _STORED, zlib.crc32(data), len(data), len(data), len(body))
        body += entry.local + data
        central += entry.central
    return bytes(body + central + _end(len(files), len(central), len(body)))


def in_order(names: Mapping[str, bytes]) -> list[str]:
    """Names in the order of a pack: the sums, their signature, then the rest by name."""
    return sorted(names, key=lambda name: (name != SUMS, name != SIGNATURE, name))


class Container:
    """A pack's entries, none of them unpacked yet.

    Raises NotAPack where the container is not exactly as it has to be. `pack` names the file
    in what is said about it.
    """

    def __init__(self, data: bytes, pack: str) -> None:
        self._data = data
        self._pack = pack
        self._entries = {entry.name: entry for entry in self._directory()}
        self._check_locals()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all entries, in their order."""
        return tuple(self._entries)

    def read(self, name: str) -> bytes:
        """Unpack one entry.

        Raises NotAPack where it is missing, PackNotGenuine where its checksum does not hold.
        """
        entry = self._entries.get(name)
        if entry is None:
            raise self._problem(f"there is no {name} in it")
        start = entry.offset + len(entry.local)
        packed = self._data[start : start + entry.packed]
        data = packed if entry.method == _STORED else self._inflated(entry, packed)
        if zlib.crc32(data) != entry.crc:
            raise PackNotGenuine(self._pack, f"{name} was damaged or changed")
        return data

    def _problem(self, problem: str) -> NotAPack:
        return NotAPack(self._pack, problem)

    def _directory(self) -> list[_Entry]:
        count, size, start = self._find_end()
        if count > FILES:
            raise self._problem(f"it holds more than {FILES:,} files")
        entries, at, body = [], start, 0
        for _ in range(count):
            entry = self._central(at, body)
            entries.append(entry)
            at += len(entry.central)
            body += len(entry.local) + entry.packed
        if at != start + size or body != start:
            raise self._problem("there are bytes in it that belong to no file")
        if sum(entry.size for entry in entries) > UNPACKED_BYTES:
            raise self._problem(f"it unpacks to over {UNPACKED_BYTES // 1_000_000} MB")
        names = [entry.name for entry in entries]
        if clash := clash_of(names):
            raise self._problem(f"{clash} is in it twice")
        if names != in_order(dict.fromkeys(names, b"")):
            raise self._problem("its files are not in order")
        return entries

    def _find_end(self) -> tuple[int, int, int]:
        if len(self._data) > PACK_BYTES:
            raise self._problem(f"it is larger than {PACK_BYTES // 1_000_000} MB")
        at = len(self._data) - _END_HEAD.size
        if at < 0 or not self._data.startswith(_LOCAL):
            raise self._problem("it does not begin as one, or is cut short")
        _, _, _, _, count, size, start, _ = _END_HEAD.unpack_from(self._data, at)
        if start + size != at or self._data[at:] != _end(count, size, start):
            raise self._problem("it does not end as one")
        return count, size, start

    def _central(self, at: int, body: int) -> _Entry:
        end = len(self._data) - _END_HEAD.size
        if at + _CENTRAL_HEAD.size > end:
            raise self._problem("its list of files is cut short")
        head = _CENTRAL_HEAD.unpack_from(self._data, at)
        method, crc, packed, size, length = head[4], *head[7:11]
        begin = at + _CENTRAL_HEAD.size
        name = self._name(self._data[begin : begin + length])
        entry = _Entry(name, method, crc, packed, size, body)
        if self._data[at : begin + length] != entry.central:
            raise self._problem(f"{name} is not written as files in packs are")
        self._check_size(entry)
        return entry

    def _name(self, written: bytes) -> str:
        try:
            name = written.decode("ascii")
        except UnicodeDecodeError:
            raise self._problem("the name of a file holds odd letters") from None
        if problem := problem_of(name):
            raise self._problem(f"the file {name[:80]!r} cannot be in one; {problem}")
        return name

    def _check_size(self, entry: _Entry) -> None:
        if entry.size > FILE_BYTES:
            raise self._problem(f"{entry.name} is larger than {FILE_BYTES // 1_000_000} MB")
        if entry.method == _STORED and entry.packed != entry.size:
            raise self._problem(f"the sizes of {entry.name} contradict each other")
        if entry.method not in (_STORED, _DEFLATED):
            raise self._problem(f"{entry.name} is packed in a way that packs are not")
        if entry.size > RATIO * entry.packed:
            raise self._problem(f"{entry.name} would unpack to over {RATIO} times its size")

    def _check_locals(self) -> None:
        for entry in self._entries.values():
            if not self._data.startswith(entry.local, entry.offset):
                raise self._problem(f"{entry.name} is listed otherwise than it is written")

    def _inflated(self, entry: _Entry, packed: bytes) -> bytes:
        unpacking = zlib.decompressobj(_RAW)
        try:
            data = unpacking.decompress(packed, entry.size + 1)
        except zlib.error:
            raise PackNotGenuine(self._pack, f"{entry.name} was damaged or changed") from None
        if not unpacking.eof or unpacking.unused_data or len(data) != entry.size:
            raise self._problem(f"{entry.name} does not unpack to what is written")
        return data


def _end(count: int, size: int, start: int) -> bytes:
    return _END_HEAD.pack(_END, 0, 0, count, count, size, start, 0)
