"""The folder is whole or as it was, and nobody else's file is touched."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.domain.errors import NotKept
from handbook.exporters.site.writing import MARK, write_folder

FILES = {"index.html": b"one", "assets/a.css": b"two"}


def held(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != MARK
    }


def test_a_new_folder_and_an_empty_one_are_filled(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    for name in ("new", "empty", "deep/er"):
        write_folder(tmp_path / name, FILES)
        assert held(tmp_path / name) == dict(sorted(FILES.items()))
        assert (tmp_path / name).stat().st_mode & 0o777 == 0o755


def test_an_earlier_export_is_replaced_whole(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write_folder(site, {**FILES, "gone.html": b"old"})

    write_folder(site, {"index.html": b"new"})

    assert held(site) == {"index.html": b"new"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("name", ["notes.txt", "assets/mine.css", ".htaccess"])
def test_a_folder_with_anything_else_is_refused(tmp_path: Path, name: str) -> None:
    site = tmp_path / "site"
    write_folder(site, FILES)
    (site / name).write_text("mine")
    before = held(site)

    with pytest.raises(NotKept, match=name):
        write_folder(site, {"index.html": b"new"})

    assert held(site) == before


def test_a_folder_that_was_never_ours_is_refused(tmp_path: Path) -> None:
    (tmp_path / MARK).write_text("[1]")
    (tmp_path / "index.html").write_text("mine")

    with pytest.raises(NotKept, match=r"index\.html"):
        write_folder(tmp_path, FILES)


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("mine")

    with pytest.raises(NotKept, match="is a file"):
        write_folder(tmp_path / "site", FILES)


def test_a_write_that_breaks_off_leaves_the_folder_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    write_folder(site, FILES)
    write = Path.write_bytes

    def full(path: Path, data: bytes) -> int:
        if path.name == "a.css":
            raise OSError(28, "No space left on device")
        return write(path, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(NotKept, match="No space left"):
        write_folder(site, {"index.html": b"new", "assets/a.css": b"new"})

    assert held(site) == dict(sorted(FILES.items()))
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_folder_that_cannot_take_its_place_goes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    write_folder(site, FILES)
    rename = Path.rename

    def stuck(path: Path, target: Path) -> Path:
        if target == site and path.name != "before":
            raise OSError(13, "Permission denied")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", stuck)
    with pytest.raises(NotKept, match="Permission denied"):
        write_folder(site, {"index.html": b"new"})

    assert held(site) == dict(sorted(FILES.items()))
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_link_to_a_folder_is_followed_and_stays(tmp_path: Path) -> None:
    (tmp_path / "site").symlink_to(tmp_path / "real")
    (tmp_path / "real").mkdir()

    write_folder(tmp_path / "site", FILES)

    assert (tmp_path / "site").is_symlink()
    assert held(tmp_path / "real") == dict(sorted(FILES.items()))
