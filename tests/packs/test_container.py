"""One content has one container, and a container is exactly that or none."""

from __future__ import annotations

import io
import shutil
import struct
import subprocess
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook.domain.errors import NotAPack, PackError, PackNotGenuine
from handbook.packs.container import Container, write
from handbook.packs.limits import FILE_BYTES, FILES, PACK_BYTES

NAMES = st.from_regex(r"[a-z0-9_][a-z0-9_-]{0,8}(/[a-z0-9_][a-z0-9_-]{0,8}){0,3}", fullmatch=True)


def entry(
    name: bytes,
    data: bytes,
    offset: int = 0,
    *,
    method: int = 0,
    packed: bytes | None = None,
    size: int | None = None,
    flags: int = 0,
    attributes: int = 0,
    made_by: int = 20,
    extra: bytes = b"",
    comment: bytes = b"",
    local_name: bytes | None = None,
) -> tuple[bytes, bytes]:
    """A local entry and its line in the directory, as right or as wrong as is asked for."""
    body = data if packed is None else packed
    size = len(data) if size is None else size
    same = struct.pack("<5H3I", 20, flags, method, 0, 0x21, zlib.crc32(data), len(body), size)
    said = name if local_name is None else local_name
    lengths = struct.pack("<2H", len(said), len(extra))
    local = b"PK\3\4" + same + lengths + said + extra + body
    rest = struct.pack("<5H2I", len(name), len(extra), len(comment), 0, 0, attributes, offset)
    central = b"PK\1\2" + struct.pack("<H", made_by) + same + rest + name + extra + comment
    return local, central


def joined(*entries: tuple[bytes, bytes], before: bytes = b"", between: bytes = b"") -> bytes:
    body, central = before + b"".join(e[0] for e in entries), b"".join(e[1] for e in entries)
    start = len(body) + len(between)
    count = len(entries)
    end = b"PK\5\6" + struct.pack("<4H2IH", 0, 0, count, count, len(central), start, 0)
    return body + between + central + end


@given(st.dictionaries(NAMES, st.binary(max_size=300), min_size=1, max_size=8))
def test_what_is_written_reads_back(files: dict[str, bytes]) -> None:
    folders = {name[:at] for name in files for at, letter in enumerate(name) if letter == "/"}
    names = {part for name in files for part in name.split("/")}
    reserved = {"con", "prn", "aux", "nul"} | {
        f"{p}{n}" for p in ("com", "lpt") for n in range(10)
    }
    if folders & set(files) or names & reserved:
        return

    container = Container(write(files), "x.handbook")

    assert {name: container.read(name) for name in container.names} == files


def test_the_order_of_the_files_changes_nothing() -> None:
    files = {"b": b"2", "a/c": b"3", "SHA256SUMS": b"1"}

    assert write(files) == write(dict(reversed(files.items())))
    assert Container(write(files), "x").names == ("SHA256SUMS", "a/c", "b")


def test_pythons_own_reader_and_unzip_read_it(tmp_path: Path) -> None:
    data = write({"policies/a.md": b"words", "empty": b""})

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert archive.read("policies/a.md") == b"words"
    if shutil.which("unzip"):
        (tmp_path / "x.handbook").write_bytes(data)
        done = subprocess.run(["unzip", "-tq", "x.handbook"], cwd=tmp_path, check=False)
        assert done.returncode == 0


def deflated(data: bytes) -> bytes:
    packing = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packing.compress(data) + packing.flush()


def test_a_deflated_entry_is_read() -> None:
    words = b"Tell the safeguarding lead. " * 20

    data = joined(entry(b"a.md", words, method=8, packed=deflated(words)))

    assert Container(data, "x").read("a.md") == words


ODD_NAMES = [
    b"../a", b"a/../b", b"/a", b"a//b", b"a/", b"./a", b"a/.", b".hidden", b"c:/a", b"c:a",
    b"a\\b", b"\\\\host\\a", b"A.md", b"con", b"con.md", b"policies/nul.txt", b"com1", b"lpt9.md",
    b"a.", b"a ", b" a", b"a\0b", b"a\nb", "é.md".encode(), "e\u0301".encode(), b"\xff\xfe",
    b"a:stream", b"a*", b"-rf", b"", b"a" * 121, b"a/b/c/d/e/f", b"\xef\xbd\x81",
]  # fmt: skip


@pytest.mark.parametrize("name", ODD_NAMES)
def test_a_name_that_could_lead_elsewhere_is_refused(name: bytes) -> None:
    with pytest.raises(NotAPack):
        Container(joined(entry(name, b"x")), "x.handbook")


UNIX = 3 << 8 | 20
LINK, DEVICE = 0o120777 << 16, 0o020666 << 16
WRONG: dict[str, Callable[[], bytes]] = {
    "nothing": lambda: b"",
    "a text": lambda: b"words" * 20,
    "no files": joined,
    "a comment at the end": lambda: joined(entry(b"a", b"x"))[:-2] + b"\1\0c",
    "bytes before": lambda: joined(entry(b"a", b"x", 4), before=b"MZ.."),
    "bytes after": lambda: joined(entry(b"a", b"x")) + b"x",
    "bytes between": lambda: joined(entry(b"a", b"x"), between=b"hidden"),
    "an entry that the list hides": lambda: joined(
        (entry(b"a", b"x")[0] + entry(b"b", b"y")[0], entry(b"a", b"x")[1])
    ),
    "a name twice": lambda: joined(entry(b"a", b"x"), entry(b"a", b"y", 32)),
    "a file that is a folder": lambda: joined(entry(b"a", b"x"), entry(b"a/b", b"y", 32)),
    "out of order": lambda: joined(entry(b"b", b"x"), entry(b"a", b"y", 32)),
    "two entries in one place": lambda: joined(entry(b"a", b"x"), entry(b"b", b"y", 0)),
    "another name in the entry itself": lambda: joined(entry(b"a", b"x", local_name=b"b")),
    "a symbolic link": lambda: joined(entry(b"a", b"/etc", attributes=LINK, made_by=UNIX)),
    "a device": lambda: joined(entry(b"a", b"", attributes=DEVICE, made_by=UNIX)),
    "a folder": lambda: joined(entry(b"a", b"", attributes=0x10)),
    "encrypted": lambda: joined(entry(b"a", b"x", flags=1)),
    "sizes that come later": lambda: joined(entry(b"a", b"x", flags=8)),
    "a name in another encoding": lambda: joined(entry(b"a", b"x", flags=0x800)),
    "an extra field": lambda: joined(entry(b"a", b"x", extra=b"up\1\0x")),
    "a comment on a file": lambda: joined(entry(b"a", b"x", comment=b"c")),
    "another way of packing": lambda: joined(entry(b"a", b"x", method=12)),
    "ZIP64": lambda: joined(entry(b"a", b"x", size=0xFFFFFFFF)),
    "a size that is not so": lambda: joined(entry(b"a", b"x", size=2)),
    "too large a file": lambda: joined(entry(b"a", b"x", method=8, size=FILE_BYTES + 1)),
    "too large together": lambda: joined(
        *(
            entry(b"%02d" % n, b"x", 50_032 * n, method=8, packed=bytes(50_000), size=FILE_BYTES)
            for n in range(41)
        )
    ),
    "a list that ends too early": lambda: joined(entry(b"a", b"x"), (entry(b"b", b"")[0], b"")),
    "a bomb": lambda: joined(
        entry(b"a", bytes(4_000_000), method=8, packed=deflated(bytes(4_000_000)))
    ),
    "too many files": lambda: write({f"{number}": b"" for number in range(FILES + 1)}),
    "too large": lambda: bytes(PACK_BYTES + 1),
}  # fmt: skip


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
def test_what_is_not_exactly_a_container_is_refused(wrong: Callable[[], bytes]) -> None:
    with pytest.raises(NotAPack, match=r"^x\.handbook is not a pack: "):
        Container(wrong(), "x.handbook").read("a")


@pytest.mark.parametrize(
    "packed",
    [b"", b"\xff\xff", deflated(b"words")[:-1], deflated(b"words!"), deflated(b"words") + b"x"],
    ids=["nothing", "no deflate", "cut short", "more than was said", "bytes after it"],
)
def test_a_deflated_entry_that_does_not_unpack_to_what_was_said(packed: bytes) -> None:
    with pytest.raises(PackError):
        Container(joined(entry(b"a", b"words", method=8, packed=packed)), "x").read("a")


def test_a_changed_byte_in_a_file_is_a_sum_that_does_not_hold() -> None:
    data = bytearray(write({"a": b"words"}))
    data[data.index(b"words")] ^= 1

    with pytest.raises(PackNotGenuine, match="a was damaged or changed"):
        Container(bytes(data), "x").read("a")


def test_every_cut_is_refused() -> None:
    data = write({"a": b"words", "b": b"more"})

    for length in range(len(data)):
        with pytest.raises(NotAPack):
            Container(data[:length], "x")
