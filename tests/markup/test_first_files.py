"""A school's own handbook begins with the model's files, and never over anything."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook import locations
from handbook.lint.check import check
from handbook.markup.first_files import begin_handbook, holds_content, is_free


@pytest.mark.parametrize("whole", [True, False])
def test_what_it_begins_with_lints_clean(tmp_path: Path, whole: bool) -> None:
    begin_handbook(tmp_path, locations.bundled_content(), whole=whole)

    assert [f for f in check(tmp_path) if f.is_error] == []
    assert holds_content(tmp_path)
    assert (tmp_path / "policies").is_dir() is whole


def test_what_is_there_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "words.yaml").write_text("words: []\n", "utf-8")
    begin_handbook(tmp_path, locations.bundled_content(), whole=True)

    assert (tmp_path / "words.yaml").read_text("utf-8") == "words: []\n"


def test_a_folder_is_free_until_somebody_puts_something_there(tmp_path: Path) -> None:
    (tmp_path / "Thumbs.db").touch()
    (tmp_path / ".hidden").touch()
    assert is_free(tmp_path)

    (tmp_path / "old.docx").touch()
    assert not is_free(tmp_path)
    assert not is_free(tmp_path / "nowhere")
