"""The editor: undo in one step, the cursor's place, and what a screen reader is told."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from handbook.app.desk.source.editor import SourceEditor
from handbook.app.look.look import Look


@pytest.fixture
def editor(qtbot: QtBot) -> SourceEditor:
    editor = SourceEditor(Look())
    qtbot.addWidget(editor)
    editor.resize(500, 300)
    editor.show()
    editor.show_file("policies/a.md", "One\nTwo\nThree")
    return editor


def test_lines_are_replaced_in_one_step_that_undo_takes_back(editor: SourceEditor) -> None:
    editor.replace_lines(2, 3, "2\n2a\n3")
    assert editor.toPlainText() == "One\n2\n2a\n3"
    assert editor.line == 2

    editor.undo()
    assert editor.toPlainText() == "One\nTwo\nThree"


def test_other_words_are_put_in_one_step(editor: SourceEditor) -> None:
    editor.replace("policies/a.md", "One\n\U0001f600 two\nThree, four")
    editor.replace("policies/a.md", "One\n\U0001f600 deux\nThree, four")
    assert editor.toPlainText() == "One\n\U0001f600 deux\nThree, four"

    editor.undo()
    editor.undo()
    assert editor.toPlainText() == "One\nTwo\nThree"


def test_each_file_keeps_its_own_undo_and_place(editor: SourceEditor, qtbot: QtBot) -> None:
    editor.go_to_line(3)
    qtbot.keyClicks(editor, "x")
    editor.show_file("policies/b.md", "Other")
    editor.undo()
    assert editor.toPlainText() == "Other"

    editor.show_file("policies/a.md", "One\nTwo\nxThree")
    assert editor.line == 3
    editor.undo()
    assert editor.toPlainText() == "One\nTwo\nThree"


def test_typing_is_told_and_showing_is_not(editor: SourceEditor, qtbot: QtBot) -> None:
    told: list[tuple[str, str]] = []
    editor.edited.connect(lambda name, text: told.append((name, text)))
    editor.show_file("policies/b.md", "Other")
    assert told == []

    qtbot.keyClicks(editor, "x")
    assert told == [("policies/b.md", "xOther")]


def test_problems_are_waves_and_signs(editor: SourceEditor) -> None:
    editor.show_problems({2: True, 3: False, 99: True})

    assert editor.problem_at(2) is True
    assert editor.problem_at(3) is False
    assert editor.problem_at(1) is None
    assert len(editor.extraSelections()) == 3, "the current line and two waves"


def test_tab_leaves_the_editor_and_says_so(editor: SourceEditor) -> None:
    assert editor.tabChangesFocus()
    assert editor.accessibleDescription() == "Tab leaves the editor."
