"""The outline at the left: sections, and the clauses of the one that is being read."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QModelIndex, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView, QVBoxLayout, QWidget

from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.reader.outline_rows import OutlineRows
from handbook.app.widgets.paint import baseline, keycap, keycap_height
from handbook.app.widgets.scroll_bar import ScrollBar
from handbook.domain.policy import Clause, Policy, Section
from handbook.domain.rule import RuleKind

WIDE, NARROW = 280, 240


class Role(IntEnum):
    """What an item carries besides its title."""

    ID = Qt.ItemDataRole.UserRole
    LABEL = Qt.ItemDataRole.UserRole + 1
    FLAG = Qt.ItemDataRole.UserRole + 2
    IS_SECTION = Qt.ItemDataRole.UserRole + 3
    IS_SAVED = Qt.ItemDataRole.UserRole + 4


class Outline(QWidget):
    """The panel: its head with the key, and the tree."""

    chosen = Signal(str)
    """A clause or section, by id."""
    left = Signal()
    """The reader wants to go back to the text."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.tree = OutlineTree(look)
        self.tree.chosen.connect(self.chosen)
        self.tree.left.connect(self.left)
        self.setFocusProxy(self.tree)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.tree)
        look.changed.connect(self._dress)
        self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, the head and the edge."""
        del event
        painter = QPainter(self)
        look = self._look
        painter.fillRect(self.rect(), look.color("canvas"))
        painter.fillRect(QRectF(self.width() - 1, 0, 1, self.height()), look.color("line"))
        painter.setFont(look.font(Type.META_BOLD))
        painter.setPen(look.color("ink2"))
        head = QRectF(0, 18, self.width(), keycap_height(look))
        left = 24 if self.width() >= WIDE else 20
        painter.drawText(QPointF(left, baseline(painter, head)), "On this page")
        if look.letter_keys:
            at = QPointF(self.width() - 23 - head.height(), 18)
            keycap(painter, look, at, "O", fill="canvas")

    def _dress(self) -> None:
        self._column.setContentsMargins(0, 26 + keycap_height(self._look), 1, 0)
        self.update()


class OutlineTree(QTreeView):
    """The tree of sections and clauses. Up, Down, Enter; Escape goes back to the text."""

    chosen = Signal(str)
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._model = QStandardItemModel(self)
        self._items: dict[str, QStandardItem] = {}
        self._rows = OutlineRows(look, self)
        self.setModel(self._model)
        self.setItemDelegate(self._rows)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(ScrollBar(look))
        self.setMouseTracking(True)
        self.setAccessibleName("On this page")
        self.clicked.connect(self._choose)
        look.changed.connect(self._dress)
        self._dress()

    def show_policy(self, policy: Policy) -> None:
        """List a policy."""
        self._model.clear()
        self._items = {}
        self._rows.current = ""
        for section in policy.sections:
            item = self._item(section, is_section=True)
            if not section.is_clause:
                item.appendRows([self._item(clause) for clause in section.clauses])
            self._model.appendRow(item)

    def show_current(self, clause: str) -> None:
        """Mark the clause that is being read, and unfold its section alone."""
        if clause == self._rows.current and self._items:
            return
        self._rows.current = clause
        item = self._items.get(clause)
        section = item.parent() or item if item is not None else None
        for row in range(self._model.rowCount()):
            index = self._model.index(row, 0)
            self.setExpanded(index, section is not None and index.row() == section.row())
        if item is not None and not self.hasFocus():
            self.setCurrentIndex(item.index())
        if item is not None:
            self.scrollTo(item.index())
        self.viewport().update()

    def show_saved(self, clauses: frozenset[str]) -> None:
        """Mark the clauses that are saved."""
        for name, item in self._items.items():
            saved = name in clauses
            said = f"{item.data(Role.LABEL)} {item.text()}"
            item.setData(saved, Role.IS_SAVED)
            item.setData(f"{said}, saved" if saved else said, Qt.ItemDataRole.AccessibleTextRole)
        self.scheduleDelayedItemsLayout()  # a title may need a second line now

    def section_of_current(self) -> str:
        """The section that is marked, as the breadcrumb names it."""
        item = self._items.get(self._rows.current)
        if item is None:
            return ""
        section = item.parent() or item
        return f"{section.data(Role.LABEL)} {section.text()}".strip()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold titles to the new width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with Enter, leave with Escape."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at what is being read."""
        super().focusInEvent(event)
        item = self._items.get(self._rows.current)
        if item is not None:
            self.setCurrentIndex(item.index())
        elif not self.currentIndex().isValid():
            self.setCurrentIndex(self._model.index(0, 0))

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(str(index.data(Role.ID)))

    def _item(self, part: Section | Clause, *, is_section: bool = False) -> QStandardItem:
        item = QStandardItem(part.title)
        item.setData(part.id, Role.ID)
        item.setData(part.label, Role.LABEL)
        item.setData(_flag(part), Role.FLAG)
        item.setData(is_section, Role.IS_SECTION)
        item.setData(f"{part.label} {part.title}", Qt.ItemDataRole.AccessibleTextRole)
        item.setToolTip(part.title)
        self._items[part.id] = item
        return item

    def _dress(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, self._look.color("canvas"))
        self.setPalette(palette)
        self.doItemsLayout()


def _flag(part: Section | Clause) -> str:
    """The icon that lets a risky clause be seen from the outline."""
    if isinstance(part, Section):
        return _flag(part.clauses[0]) if part.is_clause else ""
    if RuleKind.MUST_NOT in part.kinds:
        return "stop"
    return "concern" if RuleKind.TELL in part.kinds else ""
