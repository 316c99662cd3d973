"""About leads editors to the desk, where the school's IT allows it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from handbook.app.about.page import AboutPage
from handbook.app.desk_door import NO_CONTENT, NOT_STARTED, DeskDoor, ourselves
from handbook.app.look.look import Look


class Trial:
    def __init__(self, chosen: str, *, starts: bool = True) -> None:
        self.said: list[str] = []
        self.started: list[list[str]] = []
        self._starts = starts
        DeskDoor(lambda: chosen, self.said.append, self._start).open()

    def _start(self, program: str, arguments: list[str]) -> bool:
        self.started.append([program, *arguments])
        return self._starts


@pytest.fixture
def content(tmp_path: Path) -> str:
    (tmp_path / "policies").mkdir()
    return str(tmp_path)


def test_the_desk_is_started_on_the_folder(content: str) -> None:
    trial = Trial(content)

    assert trial.started == [[sys.executable, "-m", "handbook", "desk", content]]
    assert trial.said == []


def test_a_folder_without_content_is_said(tmp_path: Path) -> None:
    (tmp_path / "old policy.docx").write_bytes(b"PK")
    trial = Trial(str(tmp_path))

    assert (trial.started, trial.said) == ([], [NO_CONTENT])


def test_a_handbook_can_be_begun_in_an_empty_folder(tmp_path: Path) -> None:
    assert len(Trial(str(tmp_path)).started) == 1


def test_nothing_chosen_is_nothing_done() -> None:
    trial = Trial("")

    assert (trial.started, trial.said) == ([], [])


def test_a_program_that_does_not_start_is_said(content: str) -> None:
    assert Trial(content, starts=False).said == [NOT_STARTED]


def test_the_frozen_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)

    assert ourselves() == [sys.executable]


@pytest.mark.parametrize("offered", [True, False])
def test_it_is_offered_where_it_is_allowed(qtbot: QtBot, offered: bool) -> None:
    page = AboutPage(Look())
    qtbot.addWidget(page)
    page.show()
    page.show_desk(offered=offered)

    assert page.desk.isVisible() is offered
