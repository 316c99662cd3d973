"""A folder without a handbook: the desk offers to begin, and shows nothing that is not so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from handbook.app.desk.preview.pane import NO_FILE, NO_PAGE
from tests.app.desk.conftest import DeskTrial


@pytest.fixture
def empty(tmp_path: Path, qtbot: QtBot) -> Iterator[DeskTrial]:
    (tmp_path / "content").mkdir()
    trial = DeskTrial(tmp_path / "content", tmp_path / "data", qtbot)
    trial.desk.start()
    yield trial
    trial.close()


def answer(trial: DeskTrial, words: str) -> None:
    trial.wait(lambda: bool(trial.window.asking.words))
    next(b for b in trial.window.asking.buttons() if b.text() == words).click()
    trial.settle()


def test_an_empty_desk_claims_nothing_of_a_file(empty: DeskTrial) -> None:
    labels = [
        label.text() for label in empty.window.head.findChildren(QLabel) if label.isVisible()
    ]

    assert not {"Not saved yet", "Changed by somebody else too", "Saved"} & set(labels)
    assert not empty.window.head.form.isVisible()
    empty.wait(lambda: empty.desk.problems.checked is not None)
    said = [label.text() for label in empty.window.findChildren(QLabel) if label.isVisible()]
    assert {"No file is open", NO_FILE} <= set(said)
    assert not {"None in this file", NO_PAGE} & set(said)


def test_it_begins_with_the_people_alone(empty: DeskTrial) -> None:
    answer(empty, "With people alone")

    assert empty.desk.work.shown == "school.yaml"
    assert "who is who" in empty.window.asking.words
    assert sorted(path.name for path in empty.folder.iterdir()) == ["school.yaml", "words.yaml"]
    empty.wait(lambda: empty.desk.problems.checked is not None)
    assert empty.desk.problems.findings == ()


def test_it_begins_with_the_model(empty: DeskTrial) -> None:
    answer(empty, "With the model")

    assert (empty.folder / "policies" / "safeguarding.md").is_file()
    assert empty.desk.work.shown == "school.yaml"


def test_people_are_offered_where_policies_are_already(empty: DeskTrial) -> None:
    answer(empty, "Not now")
    (empty.folder / "policies").mkdir()
    (empty.folder / "policies" / "a.md").write_text("---\ntitle: A\n---\n", "utf-8")
    empty.desk.start()
    answer(empty, "Add it")

    assert "Your line manager" in empty.on_disk("school.yaml")
    assert empty.on_disk("policies/a.md") == "---\ntitle: A\n---\n"
