"""A table of the text as a grid: type in its cells, add, move and take out rows and columns."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from handbook.app.desk.tables.grid import Grid
from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.widgets.button import Button, ButtonKind
from handbook.app.widgets.flow_layout import FlowLayout
from handbook.app.widgets.popover import Popover
from handbook.app.widgets.text import Label
from handbook.markup.table_text import TableText, table_of

_WIDTH, _HEIGHT = 860, 330


class TablePanel(Popover):
    """The first row is the head. F2 or typing edits a cell."""

    put = Signal(object)
    """The table as it shall stand in the text."""

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(look, window, _WIDTH)
        self._look = look
        self._table: TableText | None = None
        self._grid = self._opened = Grid((("",),))
        self._is_told = False
        self.cells = QTableWidget()
        self.cells.setAccessibleName("Cells of the table; the first row is its head")
        self.cells.setFrameShape(QFrame.Shape.NoFrame)
        self.cells.setFixedHeight(_HEIGHT)
        self.cells.horizontalHeader().setVisible(False)
        self.cells.verticalHeader().setVisible(False)
        self.cells.setWordWrap(True)
        self.cells.setTabKeyNavigation(False)  # Tab leaves the grid, the arrows move in it
        self.cells.cellChanged.connect(self._typed)
        self.done = Button(look, "Put into the text", ButtonKind.PRIMARY, height=36)
        self.done.clicked.connect(self._put)
        self._buttons = FlowLayout(gap=0)
        self._lay_out()

    @property
    def grid(self) -> Grid:
        """The cells as they are now."""
        return self._grid

    def open_with(self, table: TableText, anchor: QPushButton) -> None:
        """Show a table of the text."""
        self._table = table
        shown = tuple(tuple(cell.replace("\\|", "|") for cell in row) for row in
                      (table.head, *table.rows))  # fmt: skip
        self._opened = Grid(shown)
        self._show(self._opened, 0, 0)
        self.open_under(anchor, anchor)

    def take_focus(self) -> None:
        """The first cell."""
        self.cells.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_panel(self, *, give_back: bool = False) -> None:
        """Close; a press beside the grid loses nothing, only Escape leaves the text as it was."""
        if not give_back and self._table is not None and not self.isHidden():
            focus = QApplication.focusWidget()
            if focus is not None and self.cells.isAncestorOf(focus):
                self.cells.setFocus()  # takes over the cell that is being typed in
            if self._grid != self._opened:
                self._put()
                return
        self._table = None
        super().close_panel(give_back=give_back)

    def change(self, act: Callable[[Grid, int, int], Grid], to: tuple[int, int] = (0, 0)) -> None:
        """Do something with the row or column that is chosen."""
        row, column = max(0, self.cells.currentRow()), max(0, self.cells.currentColumn())
        self._show(act(self._grid, row, column), row + to[0], column + to[1])

    def _show(self, grid: Grid, row: int, column: int) -> None:
        self._is_told = True
        self._grid = grid
        self.cells.setRowCount(len(grid.rows))
        self.cells.setColumnCount(grid.wide)
        for at, line in enumerate(grid.rows):
            for place, words in enumerate(line):
                item = QTableWidgetItem(words)
                item.setFont(self._look.font(Type.UI_BOLD if at == 0 else Type.UI))
                self.cells.setItem(at, place, item)
        wide = max(120, (_WIDTH - 60) // max(1, grid.wide))
        for place in range(grid.wide):
            self.cells.setColumnWidth(place, wide)
        self.cells.resizeRowsToContents()
        row = min(max(0, row), len(grid.rows) - 1)
        self.cells.setCurrentCell(row, min(max(0, column), grid.wide - 1))
        self._is_told = False

    def _typed(self, row: int, column: int) -> None:
        item = self.cells.item(row, column)
        if not self._is_told and item is not None:
            self._grid = self._grid.with_cell(row, column, item.text())
            self.cells.resizeRowToContents(row)

    def _put(self) -> None:
        table, self._table = self._table, None
        if table is not None:
            head, *rows = self._grid.rows
            self.close_panel()
            self.put.emit(table_of(head, tuple(rows), table))

    def _lay_out(self) -> None:
        acts: tuple[tuple[str, Callable[[Grid, int, int], Grid], tuple[int, int]], ...] = (
            ("Add a row", lambda grid, row, _: grid.with_row(row), (1, 0)),
            ("Add a column", lambda grid, _, column: grid.with_column(column), (0, 1)),
            ("Row up", lambda grid, row, _: grid.with_row_moved(row, -1), (-1, 0)),
            ("Row down", lambda grid, row, _: grid.with_row_moved(row, 1), (1, 0)),
            ("Column left", lambda grid, _, at: grid.with_column_moved(at, -1), (0, -1)),
            ("Column right", lambda grid, _, at: grid.with_column_moved(at, 1), (0, 1)),
            ("Take the row out", lambda grid, row, _: grid.without_row(row), (0, 0)),
            ("Take the column out", lambda grid, _, column: grid.without_column(column), (0, 0)),
        )
        holder = QWidget()
        holder.setLayout(self._buttons)
        for words, act, to in acts:
            button = Button(self._look, words, ButtonKind.GHOST, height=30)
            button.clicked.connect(lambda _=False, act=act, to=to: self.change(act, to))
            self._buttons.addWidget(button)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(12, 10, 12, 8)
        column.setSpacing(4)
        column.addWidget(Label(self._look, "Table", Type.HEADING))
        column.addWidget(self.cells)
        column.addWidget(holder)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.done)
        column.addLayout(row)
