"""The file of Python's modules that both programs share, and the hook that opens it."""

from __future__ import annotations

import runpy
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = ROOT / "dist" / "handbook" / "_internal" / "modules.pyz"
NETWORK = ("socket", "ssl", "http", "urllib.request", "asyncio", "ftplib", "smtplib", "email")

pytestmark = pytest.mark.package


@pytest.fixture
def shared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SimpleNamespace]:
    """The program's own archive, which holds nothing, after the hook has run."""
    loader = pytest.importorskip("PyInstaller.loader.pyimod01_archive")
    if not SHIPPED.is_file():
        pytest.fail("There is no frozen app yet: run `make package`.")
    shutil.copy(SHIPPED, tmp_path)
    own = loader.ZlibArchiveReader.__new__(loader.ZlibArchiveReader)
    own.toc = {}
    monkeypatch.setitem(sys.modules, "pyimod01_archive", loader)
    monkeypatch.setitem(sys.modules, "pyimod02_importers", SimpleNamespace(pyz_archive=own))
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    runpy.run_path(str(ROOT / "build" / "hook_modules.py"))
    yield SimpleNamespace(archive=own, file=tmp_path / SHIPPED.name)
    own.held.close()


def test_the_programs_own_archive_gives_the_shared_modules(shared: SimpleNamespace) -> None:
    code = shared.archive.extract("handbook.cli.main")

    assert "handbook" in code.co_names


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the open file cannot be replaced")
def test_an_update_under_an_open_window_leaves_it_its_modules(shared: SimpleNamespace) -> None:
    new = shared.file.with_suffix(".new")
    new.write_bytes(b"another version")
    new.replace(shared.file)

    assert shared.archive.extract("handbook.app.about.page")


def test_no_module_in_it_could_open_a_connection(shared: SimpleNamespace) -> None:
    names = set(shared.archive.toc)

    assert "handbook" in names
    assert [name for name in NETWORK if name in names] == []


def test_the_words_of_help_are_in_it_and_those_of_others_are_not(shared: SimpleNamespace) -> None:
    ours = shared.archive.extract("handbook.cli.self_check")
    others = shared.archive.extract("platformdirs")

    assert ours.co_consts[0].startswith("`handbook self-check`")
    assert not [each for each in others.co_consts if "Utilities" in str(each)]
