"""`handbook desk` finds the folder, and the file in it, then hands over to a window."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.cli.main import run


class FakeWindow:
    def __init__(self) -> None:
        self.opened: list[tuple[Path, str]] = []

    def __call__(self, folder: Path, file: str) -> int:
        self.opened.append((folder, file))
        return 0


@pytest.fixture
def window() -> FakeWindow:
    return FakeWindow()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "policies").mkdir()
    (tmp_path / "school.yaml").write_text("people: {}\n", "utf-8")
    (tmp_path / "policies" / "rules.md").write_text("## Words\n", "utf-8")
    return tmp_path


def test_a_folder_is_opened(window: FakeWindow, folder: Path) -> None:
    assert run(["desk", str(folder)], open_desk=window) == 0
    assert window.opened == [(folder, "")]


def test_a_file_opens_the_content_that_it_lies_in(window: FakeWindow, folder: Path) -> None:
    run(["desk", str(folder / "policies" / "rules.md")], open_desk=window)
    run(["desk", str(folder / "school.yaml")], open_desk=window)

    assert window.opened == [(folder, "policies/rules.md"), (folder, "school.yaml")]


def test_the_content_here_is_opened_without_a_name(
    window: FakeWindow, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "content" / "policies").mkdir(parents=True)
    monkeypatch.chdir(folder)
    run(["desk"], open_desk=window)

    assert window.opened == [(folder / "content", "")]


def test_a_folder_without_content_is_said(
    window: FakeWindow, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "old policy.docx").write_bytes(b"PK")

    assert run(["desk", str(tmp_path)], open_desk=window) == 3
    assert "No handbook content was found" in capsys.readouterr().err
    assert window.opened == []


def test_a_handbook_can_be_begun_in_an_empty_folder(window: FakeWindow, tmp_path: Path) -> None:
    (tmp_path / "desktop.ini").write_text("", "utf-8")

    assert run(["desk", str(tmp_path)], open_desk=window) == 0
    assert run(["desk", str(tmp_path / "mistyped")], open_desk=window) == 3
    assert window.opened == [(tmp_path, "")]


def test_without_a_window_it_says_so(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    assert run(["desk", str(folder)]) == 2
    assert "There is no window here." in capsys.readouterr().err
