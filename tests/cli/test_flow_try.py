"""`handbook flow try` finds the draft and the content around it, then hands over to a window."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook import locations
from handbook.cli.main import run


class FakeWindow:
    def __init__(self) -> None:
        self.opened: list[tuple[Path, Path]] = []

    def __call__(self, draft: Path, content: Path) -> int:
        self.opened.append((draft, content))
        return 0


@pytest.fixture
def window() -> FakeWindow:
    return FakeWindow()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "flows").mkdir()
    (tmp_path / "school.yaml").write_text("people: {}\n", "utf-8")
    (tmp_path / "flows" / "concern.md").write_text("## Words\n", "utf-8")
    return tmp_path


def test_a_file_is_tried_in_the_content_that_it_lies_in(
    window: FakeWindow, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder / "flows")

    assert run(["flow", "try", "concern.md"], window) == 0
    assert window.opened == [(folder / "flows" / "concern.md", folder)]


def test_a_file_elsewhere_is_tried_in_the_installed_content(
    window: FakeWindow, tmp_path: Path
) -> None:
    draft = tmp_path / "concern.md"
    draft.write_text("", "utf-8")

    assert run(["flow", "try", str(draft)], window) == 0
    assert window.opened == [(draft, locations.content())]


def test_content_can_be_named(window: FakeWindow, folder: Path, tmp_path: Path) -> None:
    draft = tmp_path / "concern.md"
    draft.write_text("", "utf-8")

    run(["flow", "try", str(draft), "--content", str(folder)], window)
    run(["flow", "try", "concern", "--content", str(folder)], window)

    assert window.opened == [(draft, folder), (folder / "flows" / "concern.md", folder)]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["nothing-of-this-name"], 1),
        (["a/file/that/is/not/there.md"], 3),
        (["concern", "--content", "not/there"], 3),
        (["concern.scenarios.md"], 2),
        ([], 2),
    ],
)
def test_what_cannot_be_tried_opens_no_window(
    words: list[str], code: int, window: FakeWindow
) -> None:
    assert run(["flow", "try", *words], window) == code
    assert window.opened == []


def test_without_a_window_it_is_wrong_use(folder: Path) -> None:
    assert run(["flow", "try", str(folder / "flows" / "concern.md")]) == 2
