"""`handbook export html`: a folder of pages, or a sentence why not."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook import locations
from handbook.cli.main import run

CONTENT = str(locations.content())


def export(folder: Path, *more: str) -> int:
    return run(["export", "html", "-o", str(folder), "--content", CONTENT, *more])


def test_the_handbook_becomes_a_folder_of_pages(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert export(tmp_path / "site") == 0

    assert "policies" in capsys.readouterr().out
    assert (tmp_path / "site" / "social-media.html").is_file()
    assert (tmp_path / "site" / "assets" / "search-index.js").is_file()


def test_a_day_says_what_is_overdue(tmp_path: Path) -> None:
    assert export(tmp_path / "site", "--on", "2040-01-01") == 0

    page = (tmp_path / "site" / "social-media.html").read_text("utf-8")
    assert 'class="overdue" data-review="2027-09-01">' in page
    assert export(tmp_path / "other", "--on", "tomorrow") == 2


def test_a_folder_of_somebody_else_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine.txt").write_text("mine")

    assert export(tmp_path) == 1

    assert "mine.txt" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_without_a_policy_there_is_nothing_to_show(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "school.yaml").write_text("school:\n  id: a\n")

    assert (
        run(["export", "html", "-o", str(tmp_path / "s"), "--content", str(tmp_path / "content")])
        == 1
    )
