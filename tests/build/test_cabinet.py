"""The cabinet of the Windows package, read back by libarchive, which knows nothing of ours."""

from __future__ import annotations

import ctypes
import ctypes.util
import random
import shutil
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

import cabinet
import pytest

LIBRARY = ctypes.util.find_library("archive")
needs_tools = pytest.mark.skipif(
    not (shutil.which("cc") and LIBRARY), reason="not installed: gcc or libarchive"
)
FRAME = 32768


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(cabinet, "_KEPT", tmp_path / "kept")
    return tmp_path / "kept"


@pytest.fixture
def made(tmp_path: Path) -> Callable[..., bytes]:
    def of(**files: bytes) -> bytes:
        for name, data in files.items():
            (tmp_path / name).write_bytes(data)
        return cabinet.cabinet([(name, tmp_path / name) for name in files])

    return of


def read_back(package: bytes) -> dict[str, bytes]:
    """The files of a cabinet by name."""
    archive = ctypes.CDLL(str(LIBRARY))
    pointer = ctypes.c_void_p

    def call(name: str, *given: Any, result: Any = ctypes.c_int) -> Any:
        function = archive[f"archive_{name}"]
        function.restype = result
        return function(*given)

    reader = pointer(call("read_new", result=pointer))
    call("read_support_format_cab", reader)
    assert call("read_open_memory", reader, package, ctypes.c_size_t(len(package))) == 0
    entry, found = pointer(), {}
    while call("read_next_header", reader, ctypes.byref(entry)) == 0:
        name = call("entry_pathname", entry, result=ctypes.c_char_p).decode()
        room = ctypes.create_string_buffer(1 << 22)
        size = call("read_data", reader, room, ctypes.c_size_t(len(room)), result=ctypes.c_ssize_t)
        assert size >= 0, call("error_string", reader, result=ctypes.c_char_p)
        found[name] = room.raw[:size]
    call("read_free", reader)
    return found


def program(size: int) -> bytes:
    """Bytes like a program's: calls to a few places among what repeats and what does not."""
    chance = random.Random(7)
    out = bytearray()
    while len(out) < size:
        out += chance.randbytes(chance.randrange(1, 12))
        out += b"\xe8" + struct.pack("<i", 4096 * chance.randrange(9) - len(out))
        out += b"mov rax, [rbp+8]" * chance.randrange(3)
    return bytes(out[:size])


@needs_tools
@pytest.mark.parametrize("size", [1, 2, 9, FRAME - 1, FRAME, FRAME + 1, 5 * FRAME, 5 * FRAME + 7])
def test_a_file_of_any_size_comes_back(made: Callable[..., bytes], size: int) -> None:
    assert read_back(made(file=program(size))) == {"file": program(size)}


@needs_tools
@pytest.mark.parametrize(
    "data",
    [bytes(200_000), b"\xe8" * 100_000, random.Random(1).randbytes(150_000), b"ab" * 70_000],
    ids=["zeros", "calls", "chance", "pairs"],
)
def test_a_file_of_any_kind_comes_back(made: Callable[..., bytes], data: bytes) -> None:
    assert read_back(made(file=data)) == {"file": data}


@needs_tools
@pytest.mark.package
def test_what_lies_two_megabytes_back_is_found_and_what_lies_further_is_not_asked_for(
    made: Callable[..., bytes],
) -> None:
    once = random.Random(2).randbytes(1_900_000)
    far = random.Random(3).randbytes(2_300_000)
    near, further = made(one=once, two=once), made(one=far, two=far)

    assert len(near) < 1.1 * len(once)
    assert read_back(near) == {"one": once, "two": once}
    assert read_back(further) == {"one": far, "two": far}


@needs_tools
def test_several_files_stay_in_order_and_an_empty_one_is_one(made: Callable[..., bytes]) -> None:
    files = {"b": b"words " * 9_000, "a": b"", "c": program(70_000)}

    assert list(read_back(made(**files)).items()) == list(files.items())


@needs_tools
def test_the_same_files_give_the_same_bytes(made: Callable[..., bytes], kept: Path) -> None:
    first = made(file=program(100_000))
    shutil.rmtree(kept)

    assert made(file=program(100_000)) == first


def test_the_sum_of_a_block_is_that_of_its_words() -> None:
    assert cabinet.checksum(b"") == 0
    assert cabinet.checksum(bytes.fromhex("01000000 04000000 10000000")) == 0x15
    assert cabinet.checksum(bytes.fromhex("01000000 0a0b")) == 0x01 ^ 0x0A0B
