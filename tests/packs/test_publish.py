"""A folder of content becomes the files of a pack, or the file in the way is named."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from handbook.domain.errors import CannotPublish
from handbook.packs import limits
from handbook.packs.keys import CHEAP, SecretKey
from handbook.packs.names import OWN, problem_of
from handbook.packs.publish import make_pack, read_content
from tests.packs.small import CONTENT, manifest


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, data in CONTENT.items():
        path = tmp_path / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return tmp_path / "content"


def test_every_file_is_taken_but_hidden_ones(folder: Path) -> None:
    (folder / ".git").mkdir()
    (folder / ".git" / "config").write_bytes(b"x")
    (folder / ".DS_Store").write_bytes(b"x")
    (folder / "empty").mkdir()

    assert read_content(folder) == CONTENT


@pytest.mark.parametrize("name", ["Notes.md", "a b.md", "é.md", "con.md", "x" * 121, "a.", "~a"])
def test_a_name_that_no_pack_can_hold_is_named(folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"x")

    with pytest.raises(CannotPublish, match="cannot be in a pack; "):
        read_content(folder)


@pytest.mark.skipif(os.name == "nt", reason="there are no such files")
def test_links_and_pipes_are_refused(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    with pytest.raises(CannotPublish, match="pipe is a link or no ordinary file"):
        read_content(folder)
    (folder / "pipe").unlink()
    (folder / "link.md").symlink_to("/etc/passwd")
    with pytest.raises(CannotPublish, match=r"link\.md is a link"):
        read_content(folder)


def test_a_secret_key_is_recognised_in_any_file(folder: Path) -> None:
    sealed = SecretKey.make().sealed("words", CHEAP).encode()
    (folder / "policies" / "phones.md").write_bytes(b"Our key:\n\n" + sealed)

    with pytest.raises(CannotPublish, match=r"policies/phones\.md is a secret key"):
        read_content(folder)


def test_more_files_than_a_pack_may_hold(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handbook.packs.publish.FILES", 3 + len(OWN))

    with pytest.raises(CannotPublish, match="holds more than 3 files"):
        read_content(folder)


def test_a_pack_that_would_be_too_large(key: SecretKey) -> None:
    content = {f"f{number}": bytes(limits.FILE_BYTES) for number in range(10)}

    with pytest.raises(CannotPublish, match="larger than 50 MB"):
        make_pack(content, manifest(1), key)


@pytest.mark.parametrize(
    "wrong",
    [
        replace(manifest(1), school="Hill"),
        replace(manifest(1), version=0),
        replace(manifest(1), name="a\nb"),
        replace(manifest(1), name="x" * 201),
    ],
)
def test_a_manifest_that_no_reader_would_take_is_not_signed(wrong: object, key: SecretKey) -> None:
    with pytest.raises(CannotPublish):
        make_pack(CONTENT, wrong, key)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["SHA256SUMS", "school.yaml", "policies/a-b_c.md", "a/b/c/d/e"])
def test_ordinary_names_are_in_order(name: str) -> None:
    assert problem_of(name) == ""
