"""A small search over everything that can be put into the text."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from handbook.app.desk.insert.items import Item, found
from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.widgets.field import SMALL, SearchField
from handbook.app.widgets.paint import cut_line
from handbook.app.widgets.popover import Popover
from handbook.app.widgets.scroll_bar import ScrollBar
from handbook.app.widgets.text import Label

Index = QModelIndex | QPersistentModelIndex
ITEM = Qt.ItemDataRole.UserRole
_WIDTH, _HEIGHT = 640, 420


class Palette(Popover):
    """Type some words, choose with Up and Down, insert with Enter."""

    chosen = Signal(object)

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(look, window, _WIDTH)
        self._items: tuple[Item, ...] = ()
        self.field = SearchField(look, "A clause, a person, a choice or a rule", SMALL)
        self.field.edited.connect(self._find)
        self.field.submitted.connect(self._choose)
        self.field.cleared.connect(lambda: self.close_panel(give_back=True))
        self.field.list_key_pressed.connect(self._list_key)
        self.model = _Items()
        self.list = QListView()
        self.list.setAccessibleName("What can be inserted")
        self.list.setModel(self.model)
        self.list.setItemDelegate(_Rows(look, self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setVerticalScrollBar(ScrollBar(look, "raised"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFixedHeight(_HEIGHT - 80)
        self.list.activated.connect(self._choose)
        self.list.clicked.connect(self._choose)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(2)
        column.addWidget(self.field)
        column.addWidget(self.list)
        self._nothing = Label(look, "Nothing fits these words.", Type.META, "ink2")
        self._nothing.setContentsMargins(14, 0, 14, 8)
        column.addWidget(self._nothing)

    def open_with(self, items: tuple[Item, ...], anchor: QPushButton) -> None:
        """Offer these."""
        self._items = items
        self.field.set_text("")
        self._find("")
        self.open_under(anchor, anchor)

    def take_focus(self) -> None:
        """Type at once."""
        self.field.select_all()

    def _find(self, words: str) -> None:
        self.model.show(found(self._items, words))
        is_any = self.model.rowCount() > 0
        self.list.setVisible(is_any)
        self._nothing.setVisible(not is_any)
        self.list.setCurrentIndex(self.model.index(0, 0))
        self.list.scrollToTop()

    def _list_key(self, key: int) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -6}.get(Qt.Key(key), 6)
        row = min(max(0, self.list.currentIndex().row() + step), self.model.rowCount() - 1)
        self.list.setCurrentIndex(self.model.index(row, 0))

    def _choose(self) -> None:
        item = self.list.currentIndex().data(ITEM)
        if item is not None:
            self.close_panel()
            self.chosen.emit(item)


class _Items(QAbstractListModel):
    """Shows a tuple of items; replaced whole."""

    def __init__(self) -> None:
        super().__init__()
        self._items: tuple[Item, ...] = ()

    def show(self, items: tuple[Item, ...]) -> None:
        """Replace every row."""
        self.beginResetModel()
        self._items = items
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Answer Qt for one row."""
        if not index.isValid() or index.row() >= len(self._items):
            return None
        item = self._items[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return f"{item.kind}: {item.words}. {item.detail}".strip()
            case Qt.ItemDataRole.UserRole:
                return item
            case _:
                return None


class _Rows(QStyledItemDelegate):
    """Draws a row: the kind, the words, and what is behind them."""

    def __init__(self, look: Look, view: QListView) -> None:
        super().__init__(view)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines."""
        del option, index
        look = self._look
        return QSize(200, look.line_height(Type.UI) + look.line_height(Type.SMALL) + 10)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw it."""
        item: Item | None = index.data(ITEM)
        if item is None:
            return
        look, rect = self._look, QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, look.color("accent_soft"))
            painter.fillRect(
                QRectF(rect.left(), rect.top(), 4, rect.height()), look.color("accent")
            )
        high = look.line_height(Type.UI)
        first = QRectF(rect.left() + 14, rect.top() + 5, rect.width() - 24, high)
        second = first.translated(0, high)
        second.setHeight(look.line_height(Type.SMALL))
        cut_line(painter, look, first, item.words, Type.UI_BOLD, "ink")
        said = f"{item.kind}  ·  {item.detail}" if item.detail else item.kind
        cut_line(painter, look, second, said, Type.SMALL, "ink2")
        painter.restore()
