"""The folders of the computer that built a library do not go out with it."""

from __future__ import annotations

import runpy
import struct
from pathlib import Path

import pytest

cleaned = runpy.run_path(str(Path(__file__).resolve().parents[2] / "build" / "runpath.py"))[
    "cleaned"
]
STRINGS_AT, RUNPATH, RPATH, NEEDED, STRINGS = 0x200, 29, 15, 1, 5


def library(strings: bytes, *entries: tuple[int, int]) -> bytes:
    """As small a library as the loader's own headers allow."""
    dynamic = b"".join(
        struct.pack("<qQ", *entry) for entry in (*entries, (STRINGS, 0x1200), (0, 0))
    )
    head = b"\x7fELF\x02\x01".ljust(32, b"\0") + struct.pack("<Q", 64)
    head = head.ljust(54, b"\0") + struct.pack("<HH", 56, 2)
    load = struct.pack("<IIQQQQQQ", 1, 4, 0, 0x1000, 0x1000, 0x400, 0x400, 0x1000)
    where = struct.pack("<IIQQQQQQ", 2, 4, 0x100, 0x1100, 0x1100, len(dynamic), len(dynamic), 8)
    out = head.ljust(64, b"\0") + load + where
    return (out.ljust(0x100, b"\0") + dynamic).ljust(STRINGS_AT, b"\0") + strings.ljust(
        0x200, b"\0"
    )


@pytest.mark.parametrize("tag", [RUNPATH, RPATH])
def test_a_folder_of_the_builder_is_taken_out(tag: int) -> None:
    before = library(b"\0libc.so.6\0/home/builder/lib\0", (NEEDED, 1), (tag, 11))

    after = cleaned(before)

    assert b"/home/builder" not in after
    assert after[0x100:0x130] == struct.pack("<qQqQqQ", NEEDED, 1, STRINGS, 0x1200, 0, 0)
    assert len(after) == len(before)


def test_a_name_that_others_share_with_the_folder_stays() -> None:
    """Linkers keep a text once where another ends in it: here a symbol named `lib`."""
    after = cleaned(library(b"\0/home/builder/lib\0", (RUNPATH, 1), (NEEDED, 15)))

    assert after[STRINGS_AT + 15 : STRINGS_AT + 19] == b"lib\0"


def test_a_folder_beside_the_library_stays() -> None:
    before = library(b"\0$ORIGIN/../lib\0", (RUNPATH, 1))

    assert cleaned(before) == before


def test_what_is_no_library_stays() -> None:
    assert cleaned(b"#!/bin/sh\n") == b"#!/bin/sh\n"
