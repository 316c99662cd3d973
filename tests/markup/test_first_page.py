"""What Home shows at once: kept by names, sizes and times, and never in place of other content."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from handbook.markup import first_page
from handbook.markup.compiled import open_library
from handbook.markup.first_page import keep_first, open_first

POLICY = "---\ntitle: P\napproved: 2026-09-01\n---\n## A {#a}\n\n> **You must** x.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    (folder / "policies").mkdir(parents=True)
    (folder / "school.yaml").write_text("school: {name: Hill}\n")
    (folder / "policies" / "p.md").write_text(POLICY)
    return folder


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def kept(cache: Path) -> Path:
    return cache / "first-page.json"


def test_opening_the_library_keeps_what_home_shows(folder: Path, cache: Path) -> None:
    assert open_first(folder, cache) is None

    library = open_library(folder, cache)

    assert open_first(folder, cache) == library.summary
    assert [path.name for path in cache.glob("*.part")] == []


def rewrite(folder: Path) -> None:
    (folder / "policies" / "p.md").write_text(POLICY.replace("title: P", "title: PP"))


def touch(folder: Path) -> None:
    os.utime(folder / "policies" / "p.md", ns=(1, 1))


def add(folder: Path) -> None:
    (folder / "policies" / "q.md").write_text(POLICY)


def take_away(folder: Path) -> None:
    (folder / "school.yaml").unlink()


@pytest.mark.parametrize("change", [rewrite, touch, add, take_away])
def test_changed_content_is_not_shown_as_it_was(folder: Path, cache: Path, change: object) -> None:
    open_library(folder, cache)
    assert callable(change)
    change(folder)

    assert open_first(folder, cache) is None


def test_another_folder_is_another_content(folder: Path, cache: Path, tmp_path: Path) -> None:
    open_library(folder, cache)
    folder.rename(tmp_path / "other")

    assert open_first(tmp_path / "other", cache) is None


@pytest.mark.parametrize("data", [b"", b"{}", b"00000000\n[]", b"x\n[1,2]"])
def test_what_does_not_hold_is_done_without(folder: Path, cache: Path, data: bytes) -> None:
    open_library(folder, cache)
    kept(cache).write_bytes(data)

    assert open_first(folder, cache) is None


def test_one_changed_byte_does_not_reach_the_page(folder: Path, cache: Path) -> None:
    open_library(folder, cache)
    kept(cache).write_bytes(kept(cache).read_bytes().replace(b"Hill", b"Mill"))

    assert open_first(folder, cache) is None


def test_the_same_is_not_written_twice(folder: Path, cache: Path) -> None:
    library = open_library(folder, cache)
    os.utime(kept(cache), ns=(1, 1))
    keep_first(folder, cache, library.summary)

    assert kept(cache).stat().st_mtime_ns == 1


def test_a_cache_that_cannot_be_written_is_done_without(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    library = open_library(folder, tmp_path / "cache")
    keep_first(folder, tmp_path / "file", library.summary)

    assert open_first(folder, tmp_path / "file") is None


def test_a_reader_that_cannot_be_looked_at_has_no_time(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: object) -> None:
        raise PermissionError(path)

    monkeypatch.setattr("os.scandir", refuse)

    assert first_page.reader_time() == 0


def test_it_loads_no_digests_and_no_markdown() -> None:
    script = "import sys, handbook.markup.first_page; print(*sys.modules)"
    ran = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )

    assert {"hashlib", "markdown", "yaml"} & set(ran.stdout.split()) == set()
