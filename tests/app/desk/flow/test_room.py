"""The picture in the desk's window: it follows the text, and the text follows it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel

from handbook.app.widgets.accessible import guide_screen_readers
from tests.accessible.tree import UNNAMED_ROLES, controls, name, role, tab_order
from tests.app.desk.conftest import DeskTrial

CONCERN = "flows/concern.md"


@pytest.fixture(scope="module", autouse=True)
def _heard() -> Iterator[None]:
    guide_screen_readers()
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.fixture
def flow(trial: DeskTrial) -> DeskTrial:
    trial.desk.open(CONCERN)
    trial.settle()
    return trial


def line_of(trial: DeskTrial, words: str) -> int:
    return trial.window.source.toPlainText().split(words)[0].count("\n") + 1


def test_the_picture_stands_beside_the_text(flow: DeskTrial) -> None:
    pane = flow.desk.flow.pane
    assert pane.isVisible()
    assert not flow.window.preview.isVisible()
    assert pane.view.picture.boxes

    flow.desk.open("policies/phones.md")
    assert flow.window.preview.isVisible()
    assert not pane.isVisible()


def test_the_cursor_chooses_a_box_and_a_box_the_line(flow: DeskTrial) -> None:
    view = flow.desk.flow.pane.view
    boxes = [box for box in view.picture.boxes if box.line]
    last = boxes[-1]
    flow.window.source.go_to_line(last.line)
    assert view.chosen == last.key

    view.setFocus()
    flow.bot.keyClick(view, Qt.Key.Key_Left)
    chosen = view.picture.box(view.chosen)
    assert chosen is not None
    assert flow.window.source.line == chosen.line


def test_a_click_goes_to_the_text(flow: DeskTrial) -> None:
    pane = flow.desk.flow.pane
    pane.full.click()
    first = pane.view.picture.boxes[0]
    shift = pane.view._offset()
    at = QPoint(round(first.x + 20 + shift.x()), round(first.y + 20 + shift.y()))
    flow.bot.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=at)

    assert flow.window.source.line == first.line


def test_new_words_are_drawn_and_broken_ones_are_said(flow: DeskTrial) -> None:
    pane = flow.desk.flow.pane
    key = pane.view.picture.boxes[0].key
    flow.change(f" {{#{key}}}", "")
    assert "cannot be read yet" in pane.warning

    flow.press("Ctrl+Z")
    flow.settle()
    assert pane.warning == ""


def test_the_list_goes_to_the_same_lines(flow: DeskTrial) -> None:
    pane = flow.desk.flow.pane
    pane.as_list.click()
    model = pane.list.model()
    rows = [str(model.index(row, 0).data()) for row in range(model.rowCount())]
    outcome = next(i for i, words in enumerate(rows) if words.startswith("Outcome"))
    pane.list.setCurrentIndex(model.index(outcome, 0))
    flow.bot.keyClick(pane.list, Qt.Key.Key_Return)

    title = rows[outcome].removeprefix("Outcome: ").split(".")[0]
    assert flow.window.source.line == line_of(flow, f"## {title}")


def test_it_is_tried_with_the_words_that_are_not_saved(flow: DeskTrial) -> None:
    flow.change("## ", "## Unsaved: ")
    flow.press("F5")
    trial = flow.desk.flow.trial
    assert trial is not None
    flow.wait(
        lambda: any("Unsaved: " in each.text() for each in trial.window.findChildren(QLabel))
    )
    assert "Unsaved" not in flow.on_disk(CONCERN)

    flow.desk.close()
    assert flow.desk.flow.trial is None


STORIES = """\
---
title: Stories for the flow
flow: concern
---

## A fire {#fire}

It burns.

1. [Danger?](concern.md#danger): Yes

- **First**: [call 999](concern.md#emergency-999)
"""


def test_its_stories_hold_or_say_that_they_do_not(trial: DeskTrial) -> None:
    stories = trial.folder / "flows" / "concern.scenarios.md"
    stories.write_text(STORIES, "utf-8")
    trial.desk.open(CONCERN)
    trial.settle()
    button = trial.desk.flow.pane.stories
    trial.wait(lambda: button.text() == "1 story: all hold")

    button.click()
    assert trial.window.source.name == "flows/concern.scenarios.md"
    trial.change("(concern.md#danger): Yes", "(concern.md#danger): Perhaps")
    trial.desk.open(CONCERN)
    trial.settle()
    trial.wait(lambda: button.text() == "1 story: 1 problem")


def test_every_control_is_named_and_reached(flow: DeskTrial) -> None:
    found = controls(flow.window)
    for control in found:
        assert name(control).strip(), control
        assert role(control) not in UNNAMED_ROLES, name(control)
    flow.window.source.setFocus()
    reached = tab_order(flow.window)

    assert [name(each) for each in found if each not in reached] == []
