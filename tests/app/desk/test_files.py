"""Files are read and written whole; nothing of somebody else's is lost."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from handbook.app.desk.files import CannotOpen, CannotSave, ContentFiles, Group

NOW = datetime(2026, 11, 21, 17, 0, tzinfo=UTC)


@pytest.fixture
def files(tmp_path: Path) -> ContentFiles:
    (tmp_path / "policies").mkdir()
    (tmp_path / "policies" / "rules.md").write_bytes(b"One\n")
    (tmp_path / "school.yaml").write_bytes(b"people: {}\n")
    return ContentFiles(tmp_path)


def test_files_are_listed_by_group(files: ContentFiles) -> None:
    assert files.names() == (
        (Group.POLICIES, ("policies/rules.md",)),
        (Group.GUIDES, ()),
        (Group.FLOWS, ()),
        (Group.SCHOOL, ("school.yaml",)),
    )


def test_what_is_saved_is_read_again(files: ContentFiles) -> None:
    stamp = files.save("policies/rules.md", "Two\n")

    assert files.read("policies/rules.md").text == "Two\n"
    assert files.stamp("policies/rules.md") == stamp


def test_a_stamp_follows_what_somebody_else_writes(files: ContentFiles) -> None:
    path = files.folder / "policies" / "rules.md"
    before = files.stamp("policies/rules.md")
    assert files.stamp("policies/rules.md") == before
    path.write_bytes(b"Two\n")
    second = files.stamp("policies/rules.md")
    path.write_bytes(b"One\n")

    assert second != before
    assert files.stamp("policies/rules.md") == before
    assert files.stamp("policies/rules.md") == files.read("policies/rules.md").stamp


def test_windows_line_ends_stay_as_they_were(files: ContentFiles) -> None:
    path = files.folder / "policies" / "rules.md"
    path.write_bytes(b"One\r\nTwo\r\n")
    text = files.read("policies/rules.md").text
    files.save("policies/rules.md", text + "Three\n")

    assert text == "One\nTwo\n"
    assert path.read_bytes() == b"One\r\nTwo\r\nThree\r\n"


def test_nothing_is_left_beside_a_saved_file(files: ContentFiles) -> None:
    files.save("policies/new.md", "New\n")

    names = {path.name for path in (files.folder / "policies").iterdir()}
    assert names == {"rules.md", "new.md"}


def test_what_is_no_text_is_said_with_its_line(files: ContentFiles) -> None:
    (files.folder / "policies" / "rules.md").write_bytes(b"One\nCaf\xe9\n")

    with pytest.raises(CannotOpen, match=r"not UTF-8 text \(line 2\)"):
        files.read("policies/rules.md")


def test_a_file_that_has_gone_is_said(files: ContentFiles) -> None:
    with pytest.raises(CannotOpen, match="not there any more"):
        files.read("policies/gone.md")
    assert files.stamp("policies/gone.md") == ""


def test_a_file_that_cannot_be_written_is_said_and_stays(files: ContentFiles) -> None:
    (files.folder / "flows").write_text("a file where a folder should be", "utf-8")

    with pytest.raises(CannotSave, match=r"concern\.md cannot be written"):
        files.save("flows/concern.md", "words")


def test_other_words_are_kept_beside_and_are_no_content(files: ContentFiles) -> None:
    first = files.keep_beside("policies/rules.md", "Theirs", NOW)
    second = files.keep_beside("policies/rules.md", "Theirs too", NOW)

    assert first == "policies/.rules.md.kept-2026-11-21-170000"
    assert second != first
    assert (files.folder / first).read_text("utf-8") == "Theirs"
    assert files.names()[0] == (Group.POLICIES, ("policies/rules.md",))
