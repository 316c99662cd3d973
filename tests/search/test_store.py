"""Where the index lies, and what happens when it does not hold."""

from __future__ import annotations

import gc
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from handbook.domain.library import Library
from handbook.search.searcher import IndexedSearcher, open_searcher
from tests.search.small import LIBRARY

PHRASE = '"small present"'


def folder(cache: Path) -> Path:
    (found,) = cache.glob("search-*")
    return found


def first(searcher: IndexedSearcher, query: str) -> str:
    return str(searcher.search(query).hits[0].ref)


def test_the_index_is_made_once(tmp_path: Path) -> None:
    open_searcher(LIBRARY, tmp_path)
    made = (folder(tmp_path) / "impacts").stat().st_mtime_ns

    assert first(open_searcher(LIBRARY, tmp_path), "helmet") == "bicycles#helmets"
    assert (folder(tmp_path) / "impacts").stat().st_mtime_ns == made


def test_other_content_gets_an_index_of_its_own_and_the_old_one_goes(tmp_path: Path) -> None:
    open_searcher(LIBRARY, tmp_path)
    before = folder(tmp_path)
    open_searcher(replace(LIBRARY, digest="newer"), tmp_path)

    assert folder(tmp_path) != before


def test_whoosh_is_made_by_the_first_query_that_needs_it(tmp_path: Path) -> None:
    searcher = open_searcher(LIBRARY, tmp_path)
    searcher.search("helmet")
    assert not (folder(tmp_path) / "whoosh").exists()

    assert first(searcher, PHRASE) == "gifts#accept"
    assert (folder(tmp_path) / "whoosh").is_dir()


@pytest.mark.parametrize("content", [b"", b"nothing that holds", b"HBIMPACT3\n" + bytes(4000)])
def test_a_damaged_table_is_kept_aside_and_made_anew(tmp_path: Path, content: bytes) -> None:
    open_searcher(LIBRARY, tmp_path)
    (folder(tmp_path) / "impacts").write_bytes(content)

    assert first(open_searcher(LIBRARY, tmp_path), "helmet") == "bicycles#helmets"
    (kept,) = folder(tmp_path).glob("impacts.damaged-*")
    assert kept.read_bytes() == content


# Whoosh leaves the file open that it could not read.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_damaged_whoosh_index_is_kept_aside_and_made_anew(tmp_path: Path) -> None:
    open_searcher(LIBRARY, tmp_path).search(PHRASE)
    for file in (folder(tmp_path) / "whoosh").iterdir():
        file.write_bytes(b"nothing that holds")

    assert first(open_searcher(LIBRARY, tmp_path), PHRASE) == "gifts#accept"
    gc.collect()
    assert list(folder(tmp_path).glob("whoosh.damaged-*"))


def test_a_whoosh_index_without_its_segment_is_made_anew(tmp_path: Path) -> None:
    open_searcher(LIBRARY, tmp_path).search(PHRASE)
    for file in (folder(tmp_path) / "whoosh").glob("*.seg"):
        file.unlink()

    assert first(open_searcher(LIBRARY, tmp_path), PHRASE) == "gifts#accept"


def test_a_file_in_the_way_of_the_folder_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file")
    searcher = open_searcher(LIBRARY, tmp_path / "cache")

    assert first(searcher, "helmet") == "bicycles#helmets"
    assert first(searcher, PHRASE) == "gifts#accept"


def test_a_damaged_table_that_cannot_be_moved_is_no_obstacle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(*_arguments: object, **_options: object) -> Path:
        raise PermissionError("held open by another program")

    open_searcher(LIBRARY, tmp_path)
    (folder(tmp_path) / "impacts").write_bytes(b"nothing that holds")
    monkeypatch.setattr(Path, "replace", refuses)
    monkeypatch.setattr(Path, "unlink", refuses)

    assert first(open_searcher(LIBRARY, tmp_path), "helmet") == "bicycles#helmets"


def test_nothing_is_written_for_a_library_without_a_digest(tmp_path: Path) -> None:
    searcher = open_searcher(replace(LIBRARY, digest=""), tmp_path)

    assert first(searcher, PHRASE) == "gifts#accept"
    assert not list(tmp_path.iterdir())


def test_an_empty_library_finds_nothing(tmp_path: Path) -> None:
    searcher = open_searcher(Library(), tmp_path)

    assert searcher.search("helmet").hits == ()
    assert searcher.search('"a helmet"').hits == ()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_an_index_that_opens_but_cannot_be_read_is_made_anew(tmp_path: Path) -> None:
    open_searcher(LIBRARY, tmp_path).search(PHRASE)
    (segment,) = (folder(tmp_path) / "whoosh").glob("*.seg")
    segment.write_bytes(segment.read_bytes()[:400] + bytes(segment.stat().st_size - 400))

    assert first(open_searcher(LIBRARY, tmp_path), PHRASE) == "gifts#accept"
    gc.collect()


def test_a_query_that_fails_in_memory_too_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from handbook.search import index

    def fails(*_arguments: object, **_options: object) -> None:
        raise OSError("a bug")

    searcher = open_searcher(replace(LIBRARY, digest=""), tmp_path)
    monkeypatch.setattr(index, "ranked", fails)

    with pytest.raises(OSError, match="a bug"):
        searcher.search(PHRASE)


def test_a_table_is_set_aside_twice_on_one_day(tmp_path: Path) -> None:
    for content in (b"first", b"second"):
        open_searcher(LIBRARY, tmp_path)
        (folder(tmp_path) / "impacts").write_bytes(content)
    open_searcher(LIBRARY, tmp_path)

    (kept,) = folder(tmp_path).glob("impacts.damaged-*")
    assert kept.read_bytes() == b"second"


def test_the_stand_in_is_there_only_while_whoosh_is_imported(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from handbook.search import index

    monkeypatch.delitem(sys.modules, "urllib.request", raising=False)

    assert index._keep_network_out() is sys.modules["urllib.request"]
    assert index._keep_network_out() is None


_ASKS = """
import sys
from pathlib import Path
from handbook.search.searcher import open_searcher
from tests.search.small import LIBRARY
searcher = open_searcher(LIBRARY, Path(sys.argv[1]))
assert searcher.search(sys.argv[2]).hits
print(*sys.modules)
"""


def loaded(cache: Path, query: str) -> set[str]:
    command = [sys.executable, "-c", _ASKS, str(cache), query]
    root = Path(__file__).parents[2]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_a_plain_search_does_not_load_whoosh(tmp_path: Path) -> None:
    assert "whoosh" not in loaded(tmp_path, "helmet")


def test_whoosh_brings_no_network(tmp_path: Path) -> None:
    found = loaded(tmp_path, PHRASE)

    assert "whoosh" in found
    assert not {"socket", "ssl", "http", "http.client", "urllib.request"} & found
