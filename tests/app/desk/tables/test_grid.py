"""Rows and columns are added, moved and taken out; the head stays on top."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from handbook.app.desk.tables.grid import Grid
from tests.app.desk.conftest import DeskTrial

GRID = Grid((("A", "B"), ("1", "2"), ("3", "4")))


def test_rows_and_columns_are_added() -> None:
    assert GRID.with_row(1).rows == (("A", "B"), ("1", "2"), ("", ""), ("3", "4"))
    assert GRID.with_column(0).rows == (("A", "", "B"), ("1", "", "2"), ("3", "", "4"))


def test_rows_move_below_the_head() -> None:
    assert GRID.with_row_moved(2, -1).rows == (("A", "B"), ("3", "4"), ("1", "2"))
    assert GRID.with_row_moved(1, -1) == GRID
    assert GRID.with_row_moved(0, 1) == GRID
    assert GRID.with_row_moved(2, 1) == GRID


def test_columns_move_whole() -> None:
    assert GRID.with_column_moved(0, 1).rows == (("B", "A"), ("2", "1"), ("4", "3"))
    assert GRID.with_column_moved(1, 1) == GRID


def test_the_head_and_one_row_and_column_stay() -> None:
    assert GRID.without_row(1).rows == (("A", "B"), ("3", "4"))
    assert GRID.without_row(0) == GRID
    assert GRID.without_row(1).without_row(1) == GRID.without_row(1)
    assert GRID.without_column(0).without_column(0).rows == (("B",), ("2",), ("4",))


def test_a_table_is_edited_as_a_grid(trial: DeskTrial) -> None:
    source = trial.window.source
    before = source.toPlainText()
    source.go_to_line(before.split("| On the day")[0].count("\n") + 1)
    trial.press("Ctrl+T")
    panel = trial.desk.acts.table_panel
    assert panel.grid.rows[0] == ("Question", "Ask")

    panel.cells.setCurrentCell(2, 0)
    panel.change(lambda grid, row, _: grid.with_row(row), (1, 0))
    item = panel.cells.item(3, 0)
    assert item is not None
    item.setText("After | the trip")
    panel.done.click()
    assert "| On the day | the trip leader |\n| After \\| the trip |  |" in source.toPlainText()

    trial.press("Ctrl+Z")
    assert source.toPlainText() == before


def test_a_press_beside_the_grid_loses_nothing_and_escape_leaves_all(trial: DeskTrial) -> None:
    source = trial.window.source
    before = source.toPlainText()
    source.go_to_line(before.split("| On the day")[0].count("\n") + 1)
    trial.press("Ctrl+T")
    panel = trial.desk.acts.table_panel
    panel.cells.setCurrentCell(2, 0)
    trial.bot.keyClicks(panel.cells, "W")
    editor = QApplication.focusWidget()
    assert editor is not None
    trial.bot.keyClicks(editor, "hile away")
    trial.bot.mouseClick(trial.window.problems, Qt.MouseButton.LeftButton)
    assert not panel.isVisible()
    assert "| While away |" in source.toPlainText()

    trial.press("Ctrl+Z")
    assert source.toPlainText() == before
    trial.press("Ctrl+T")
    item = panel.cells.item(1, 0)
    assert item is not None
    item.setText("Never")
    panel.cells.setFocus()
    trial.press("Esc")
    assert not panel.isVisible()
    assert source.toPlainText() == before


def test_outside_a_table_it_says_so(trial: DeskTrial) -> None:
    trial.window.source.go_to_line(1)
    trial.press("Ctrl+T")

    assert "Put the cursor into a table first" in trial.window.asking.words
