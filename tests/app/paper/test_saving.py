"""Writing to the file that a person chose."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from handbook.app.paper.saving import FileKind, NotSaved, Saved, write_file


def test_the_file_is_written_and_nothing_beside_it(tmp_path: Path) -> None:
    went = write_file(tmp_path / "Handbook.pdf", b"words")

    assert went == Saved(tmp_path / "Handbook.pdf")
    assert went.sentence == f"Saved as Handbook.pdf in {tmp_path}."
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [
        ("Handbook.pdf", b"words")
    ]


def test_a_file_that_was_there_is_replaced(tmp_path: Path) -> None:
    file = tmp_path / "Handbook.pdf"
    file.write_bytes(b"a longer text than the new one")
    write_file(file, b"new")

    assert file.read_bytes() == b"new"


def test_a_folder_that_is_gone_is_said_in_one_sentence(tmp_path: Path) -> None:
    went = write_file(tmp_path / "gone" / "Handbook.pdf", b"")

    assert went == NotSaved(
        f"Handbook.pdf was not saved in {tmp_path / 'gone'}: that folder is not there any more."
    )


@pytest.mark.parametrize(
    ("number", "why"),
    [
        (errno.ENOSPC, "there is no room left there"),
        (errno.EROFS, "that place can only be read"),
        (errno.EACCES, "you are not allowed to write there, or another program has the file open"),
        (12345, "the computer could not write it"),
    ],
)
def test_what_fails_half_way_leaves_no_half_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, why: str
) -> None:
    def fails(path: Path, data: bytes) -> int:
        with path.open("wb") as file:
            file.write(data[:2])
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, "write_bytes", fails)
    went = write_file(tmp_path / "Handbook.pdf", b"words")

    assert went.sentence == f"Handbook.pdf was not saved in {tmp_path}: {why}."
    assert list(tmp_path.iterdir()) == []


def test_every_kind_has_an_ending() -> None:
    assert [kind.ending for kind in FileKind] == [".pdf", ".docx"]
