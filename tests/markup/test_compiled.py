"""The compiled library: read back whole, made anew where it does not hold."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from handbook.domain.errors import ContentMissing
from handbook.markup.compiled import open_library, open_summary
from handbook.markup.library import read_library

CONTENT = Path(__file__).resolve().parents[2] / "content"
POLICY = "---\ntitle: P\napproved: 2026-09-01\n---\n## A {#a}\n\n> **You must** x.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "content" / "policies").mkdir(parents=True)
    (tmp_path / "content" / "school.yaml").write_text("school: {name: Hill}\n")
    (tmp_path / "content" / "policies" / "p.md").write_text(POLICY)
    return tmp_path / "content"


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def compiled(cache: Path) -> list[Path]:
    return sorted((cache / "content").glob("*"))


def test_the_whole_content_is_read_back_as_it_was(cache: Path) -> None:
    library = read_library(CONTENT)

    assert open_library(CONTENT, cache) == library
    assert open_library(CONTENT, cache) == library
    assert open_summary(CONTENT, cache) == library.summary


def test_there_is_no_summary_before_the_content_was_compiled(folder: Path, cache: Path) -> None:
    assert open_summary(folder, cache) is None
    open_library(folder, cache)
    assert open_summary(folder, cache) is not None


def test_changed_content_is_compiled_anew(folder: Path, cache: Path) -> None:
    open_library(folder, cache)
    (folder / "policies" / "p.md").write_text(POLICY.replace("title: P", "title: Q"))

    assert open_summary(folder, cache) is None
    assert open_library(folder, cache).policies[0].title == "Q"


@pytest.mark.parametrize(
    "damage",
    [b"", b"{", b"[]", b'["os.system","x"]', b'["()"]', b'["links.Link",1,2]', b"\xff"],
)
def test_a_damaged_cache_is_made_anew(folder: Path, cache: Path, damage: bytes) -> None:
    library = open_library(folder, cache)
    for path in compiled(cache):
        path.write_bytes(damage)

    assert open_summary(folder, cache) is None
    assert open_library(folder, cache) == library
    assert open_summary(folder, cache) == library.summary


def test_old_compiled_content_is_removed(folder: Path, cache: Path) -> None:
    for number in range(8):
        (folder / "policies" / "p.md").write_text(POLICY.replace("x.", f"x {number}."))
        open_library(folder, cache)

    assert len(compiled(cache)) == 8  # a library and a summary each of the last four


def test_a_cache_that_cannot_be_written_is_done_without(folder: Path, cache: Path) -> None:
    cache.write_text("a file where the folder should be")

    assert open_library(folder, cache).school.name == "Hill"


def test_a_folder_without_content_is_refused(tmp_path: Path, cache: Path) -> None:
    with pytest.raises(ContentMissing):
        open_library(tmp_path, cache)
    assert open_summary(tmp_path, cache) is None


def test_a_cache_that_holds_loads_neither_markdown_nor_yaml(folder: Path, cache: Path) -> None:
    open_library(folder, cache)
    code = (
        "import sys; from pathlib import Path\n"
        "from handbook.markup.compiled import open_library, open_summary\n"
        "folder, cache = map(Path, sys.argv[1:])\n"
        "assert open_library(folder, cache) and open_summary(folder, cache)\n"
        "print([name for name in ('markdown', 'yaml', 'xml') if name in sys.modules])\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", code, str(folder), str(cache)],
        capture_output=True,
        text=True,
        check=True,
        cwd=CONTENT.parent,
    )

    assert done.stdout.strip() == "[]"
