"""ICU's data, cut down to what an English program uses."""

from __future__ import annotations

import ctypes
import importlib.util
import runpy
from pathlib import Path

import pytest

ICU = runpy.run_path(str(Path(__file__).resolve().parents[2] / "build" / "icu.py"))
HEAD = b"\x18\x00\xda\x27" + b"\0" * 8 + b"CmnD" + b"\0" * 8


def shipped_library() -> Path:
    spec = importlib.util.find_spec("PySide6")
    folder = Path(str(spec.origin)).parent if spec else Path()
    found = list(folder.glob("Qt/lib/libicudata.so.*"))
    if not found:
        pytest.skip("Qt brings no ICU library of its own on this system")
    return found[0]


def test_what_is_written_reads_the_same() -> None:
    files = {"icudt/en.res": b"english" + b"\0" * 9, "icudt/root.res": b"root" * 4}

    head, read = ICU["read_archive"](ICU["write_archive"](HEAD, files))

    assert (head, read) == (HEAD, files)


@pytest.mark.parametrize("name", ["en.res", "en_GB.res", "cy.res", "root.res", "coll/ucadata.icu"])
def test_english_welsh_and_what_all_languages_share_is_kept(name: str) -> None:
    assert ICU["is_kept"](f"icudt73l/{name}")


@pytest.mark.parametrize("name", ["de.res", "zh_Hant.res", "coll/ja.res", "brkitr/cjdict.dict"])
def test_other_languages_go(name: str) -> None:
    assert not ICU["is_kept"](f"icudt73l/{name}")


def test_the_library_that_qt_brings_is_much_smaller_and_still_loads(tmp_path: Path) -> None:
    shipped = shipped_library()
    whole = shipped.read_bytes()
    small = tmp_path / "libicudata.so"
    constant = f"icudt{shipped.suffix[1:]}_dat"

    small.write_bytes(ICU["cut"](whole))

    assert small.stat().st_size < len(whole) / 5
    assert b"CmnD" in ctypes.string_at(getattr(ctypes.CDLL(str(small)), constant), 32)


def test_another_library_is_refused_rather_than_spoilt() -> None:
    with pytest.raises(ICU["NotAsExpected"]):
        ICU["cut"](b"\x7fELF\x01\x01" + b"\0" * 100)
