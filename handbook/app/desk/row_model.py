"""The rows of a list at the left of the desk, some of which are headings."""

from __future__ import annotations

from typing import Any, Protocol

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
"""The row itself."""


class Row(Protocol):
    """What every row can say of itself."""

    @property
    def id(self) -> str:
        """What can be chosen by it; empty for a heading."""

    @property
    def said(self) -> str:
        """What is read aloud."""

    @property
    def tip(self) -> str:
        """What is shown beside the pointer; empty for nothing."""


class RowModel(QAbstractListModel):
    """Shows a tuple of rows; replaced whole."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[Row, ...] = ()

    def show(self, rows: tuple[Row, ...]) -> None:
        """Replace every row; where they stand for the same, the chosen one stays chosen."""
        if rows == self._rows:
            return
        if [row.id for row in rows] == [row.id for row in self._rows]:
            self._rows = rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, 0))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_of(self, row_id: str) -> int:
        """Where something stands; -1 where it does not."""
        return next((i for i, row in enumerate(self._rows) if row.id == row_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A heading cannot be chosen."""
        row = index.data(ROW)
        if row is not None and not row.id:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Answer Qt for one row."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return row.said
            case Qt.ItemDataRole.ToolTipRole:
                return row.tip or None
            case Qt.ItemDataRole.UserRole:
                return row
            case _:
                return None
