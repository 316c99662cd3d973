"""The compiled library: read back whole, made anew where it does not hold."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from handbook.domain.errors import ContentMissing
from handbook.domain.later import Later
from handbook.domain.library import Library
from handbook.markup.compiled import open_library, open_summary
from handbook.markup.library import read_library

CONTENT = Path(__file__).resolve().parents[2] / "content"
FLOW = "---\ntitle: F\n---\n## So? {#a}\n\n- [Yes](#b)\n\n## Do it {#b}\n\n### Do now\n\n- Do.\n"
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


def is_read(value: Later) -> bool:
    """Whether what comes later has been read."""
    return not hasattr(value, "_rest")


def test_of_what_is_kept_only_what_is_asked_for_is_read(folder: Path, cache: Path) -> None:
    (folder / "policies" / "q.md").write_text(POLICY)
    (folder / "flows").mkdir()
    (folder / "flows" / "f.md").write_text(FLOW)
    for _ in range(2):  # as it was written, and as it was read
        library = open_library(folder, cache)
        policy, other = library.policies
        (flow,) = library.flows
        assert [card.words for card in library.summary.cards] == [3, 3]
        assert not any(map(is_read, (library, policy, other, flow)))

        clause = policy.clause("a")
        assert is_read(policy)
        assert not is_read(clause)
        assert clause.text == "You must x."
        assert is_read(clause)
        assert not is_read(other)


def test_what_happens_to_the_file_afterwards_changes_no_word(folder: Path, cache: Path) -> None:
    whole = read_library(folder)
    library = open_library(folder, cache)
    for path in compiled(cache):
        path.write_bytes(path.read_bytes().replace(b"You must", b"You may "))

    assert library == whole


def test_what_would_be_read_back_as_something_else_is_not_kept(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def without_parts(path: Path, data: bytes) -> object:
        raise KeyError(path, data)

    monkeypatch.setattr("handbook.markup.compiled._read", without_parts)

    assert open_library(folder, cache) == read_library(folder)
    assert compiled(cache) == []


def test_a_cache_with_one_wrong_letter_is_made_anew(folder: Path, cache: Path) -> None:
    library = open_library(folder, cache)
    (kept,) = (cache / "content").glob("*.library.json")
    data = kept.read_bytes()
    kept.write_bytes(data.replace(b"You must", b"You may "))

    assert b"You must" in data
    assert open_library(folder, cache) == library
    assert kept.read_bytes() == data


@pytest.mark.parametrize("length", [0, 10, 64, 65, 66, 500])
def test_a_cache_that_was_cut_off_is_made_anew(folder: Path, cache: Path, length: int) -> None:
    library = open_library(folder, cache)
    for path in compiled(cache):
        path.write_bytes(path.read_bytes()[:length])

    assert open_library(folder, cache) == library


def test_the_cache_of_other_content_is_not_read(folder: Path, cache: Path) -> None:
    open_library(folder, cache)
    (other,) = (cache / "content").glob("*.library.json")
    (folder / "policies" / "p.md").write_text(POLICY.replace("title: P", "title: Q"))
    open_library(folder, cache)
    (now,) = set((cache / "content").glob("*.library.json")) - {other}
    now.write_bytes(other.read_bytes())

    assert open_library(folder, cache).policies[0].title == "Q"


def test_a_summary_that_was_lost_is_made_anew(folder: Path, cache: Path) -> None:
    library = open_library(folder, cache)
    (summary,) = (cache / "content").glob("*.summary.json")
    summary.unlink()
    open_library(folder, cache)

    assert open_summary(folder, cache) == library.summary


@pytest.mark.parametrize(("name", "value"), [("__version__", "0.0"), ("FORMAT", 0)])
def test_another_program_compiles_anew(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: object
) -> None:
    library = open_library(folder, cache)
    monkeypatch.setattr(f"handbook.markup.compiled.{name}", value)

    assert open_summary(folder, cache) is None
    assert open_library(folder, cache) == library
    assert len(compiled(cache)) == 4


def test_content_that_changes_while_it_is_read_is_not_kept(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def changed_then_read(path: Path) -> Library:
        (path / "policies" / "q.md").write_text(POLICY)
        return read_library(path)

    monkeypatch.setattr("handbook.markup.library.read_library", changed_then_read)

    assert len(open_library(folder, cache).policies) == 2
    assert compiled(cache) == []


def test_a_file_of_another_encoding_in_its_name_still_opens(folder: Path, cache: Path) -> None:
    try:
        (folder / "policies" / "caf\udce9.md").write_text(POLICY)
    except (OSError, UnicodeError):
        pytest.skip("this system has no such names")
    library = open_library(folder, cache)

    assert len(library.policies) == 2
    assert open_library(folder, cache) == library


def test_a_file_that_cannot_be_opened_does_not_stop_the_rest(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "policies" / "locked.md").write_text(POLICY)
    whole = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "locked.md":
            raise PermissionError(13, "Permission denied")
        return whole(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    monkeypatch.setattr(Path, "read_text", lambda path, encoding: refuse(path).decode(encoding))
    library = open_library(folder, cache)

    assert [policy.id for policy in library.policies] == ["p"]
    assert [str(problem) for problem in library.unreadable] == [
        "policies/locked.md:1: the file cannot be opened (Permission denied)"
    ]


def test_a_disk_that_is_full_leaves_nothing_behind(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device", str(path), str(target))

    monkeypatch.setattr(Path, "replace", full)

    assert open_library(folder, cache).school.name == "Hill"
    assert compiled(cache) == []


def test_what_a_broken_start_left_behind_is_removed(folder: Path, cache: Path) -> None:
    (cache / "content").mkdir(parents=True)
    (cache / "content" / "x.part").write_text("")
    open_library(folder, cache)

    assert {path.suffix for path in compiled(cache)} == {".json"}


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
