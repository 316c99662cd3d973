"""The list of changes at the left: one row a change, under the name of its policy."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QPalette,
    QResizeEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from handbook.app.changes.change_rows import ChangeRows, Role
from handbook.app.changes.view_of import in_words
from handbook.app.changes.views import ChangeGroup, ChangeRow
from handbook.app.look.look import Look
from handbook.app.widgets.scroll_bar import ScrollBar

_Action = QAbstractItemView.CursorAction
_FORWARDS = (
    _Action.MoveDown, _Action.MoveNext, _Action.MoveRight, _Action.MovePageDown, _Action.MoveHome,
)  # fmt: skip
"""Where a name of a policy is met, what stands behind it is meant."""


class ChangeList(QListView):
    """Up and Down move, Enter goes to the change, Escape back to the text.

    It is also the plain list for those who hear the page: each row says what became of a
    clause, and the words that went and came.
    """

    chosen = Signal(str)
    """The key of a change."""
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._model = QStandardItemModel(self)
        self._items: dict[str, QStandardItem] = {}
        self._rows = ChangeRows(look, self)
        self.setModel(self._model)
        self.setItemDelegate(self._rows)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(ScrollBar(look))
        self.setMouseTracking(True)
        self.setAccessibleName("Changes")
        self.clicked.connect(self._choose)
        look.changed.connect(self._dress)
        self._dress()

    def show_groups(self, groups: Iterable[ChangeGroup], *, named: bool) -> None:
        """List other changes; with the names of their policies where there are several."""
        self._model.clear()
        self._items = {}
        self._rows.current = ""
        for group in groups:
            if named:
                self._model.appendRow(_heading(group))
            for row in group.rows:
                item = _item(row)
                self._items[row.key] = item
                self._model.appendRow(item)

    def show_current(self, key: str) -> None:
        """Mark the change that is being read."""
        self._rows.current = key
        item = self._items.get(key)
        if item is not None:
            if not self.hasFocus():
                self.setCurrentIndex(item.index())
            self.scrollTo(item.index())
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with Enter, leave with Escape."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold words to the new width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Pass over the names of policies: there is nothing to choose, and no ring to be seen."""
        index = super().moveCursor(action, modifiers)
        forth = 1 if action in _FORWARDS else -1
        for by in (forth, -forth):
            found = index
            while found.isValid() and found.data(Role.KEY) is None:
                found = found.siblingAtRow(found.row() + by)
            if found.isValid():
                return found
        return index

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at what is being read."""
        super().focusInEvent(event)
        item = self._items.get(self._rows.current)
        if item is not None:
            self.setCurrentIndex(item.index())
        elif not self.currentIndex().isValid() and self._items:
            self.setCurrentIndex(next(iter(self._items.values())).index())

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid() and (key := str(index.data(Role.KEY) or "")):
            self.chosen.emit(key)

    def _dress(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, self._look.color("canvas"))
        self.setPalette(palette)
        self.scheduleDelayedItemsLayout()


def _heading(group: ChangeGroup) -> QStandardItem:
    item = QStandardItem(group.title)
    item.setData(len(group.rows), Role.COUNT)
    words = f"{group.title}, {len(group.rows)}"
    item.setData(words, Qt.ItemDataRole.AccessibleTextRole)
    # The arrows pass over it; it is still read in its place.
    item.setFlags(Qt.ItemFlag.ItemIsEnabled)
    return item


def _item(row: ChangeRow) -> QStandardItem:
    item = QStandardItem(row.title)
    item.setData(row.key, Role.KEY)
    item.setData(row.label, Role.LABEL)
    item.setData(row.kind, Role.KIND)
    item.setData(row.tone.value, Role.TONE)
    item.setData(in_words(row), Qt.ItemDataRole.AccessibleTextRole)
    item.setToolTip(f"{row.label} {row.title}\n{row.kind}".strip())
    return item
