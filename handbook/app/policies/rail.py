"""The collections at the side of the list of policies."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout

from handbook.app.collections import collection_icon
from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.widgets.paint import baseline, box, focus_ring
from handbook.app.widgets.panel import Strip
from handbook.app.widgets.pressing import EnterButton
from handbook.app.widgets.text import Label

WIDTH = 280


class Rail(Strip):
    """Where you are in the list; a press goes there."""

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look, "canvas")
        self.setFixedWidth(WIDTH)
        self._look = look
        self._items: list[RailItem] = []
        title = Label(look, "Collections", Type.META_BOLD, "ink2")
        title.setContentsMargins(12, 0, 0, 4)
        note = Label(
            look,
            "A policy past its review date still applies until it is replaced.",
            Type.SMALL,
            "ink2",
            wrap=True,
        )
        note.setContentsMargins(12, 0, 8, 0)
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 20, 12, 24)
        column.setSpacing(0)
        column.addWidget(title)
        column.addLayout(self._list)
        column.addStretch(1)
        column.addWidget(note)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, and the hairline beside the list."""
        super().paintEvent(event)
        edge = QRectF(self.width() - 1, 0, 1, self.height())
        QPainter(self).fillRect(edge, self._look.color("line"))

    def show_collections(self, counts: tuple[tuple[str, int], ...], current: str) -> None:
        """Show the collections with how many policies each has."""
        for item in self._items:
            self._list.removeWidget(item)
            item.hide()
            item.deleteLater()
        self._items = []
        for name, count in counts:
            item = RailItem(self._look, name, count)
            item.clicked.connect(lambda _=False, name=name: self.chosen.emit(name))
            self._items.append(item)
            self._list.addWidget(item)
        self.show_current(current)

    def show_current(self, name: str) -> None:
        """Mark one collection."""
        for item in self._items:
            item.setChecked(item.text() == name)
            item.update()


class RailItem(EnterButton):
    """A collection."""

    def __init__(self, look: Look, name: str, count: int) -> None:
        super().__init__()
        self._look = look
        self._count = count
        self.setText(name)
        self.setAccessibleName(f"{name}, {count}")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """One row."""
        return QSize(WIDTH - 24, self._look.line_height(Type.UI) + 12)

    def nextCheckState(self) -> None:
        """Stay as the list says."""

    def paintEvent(self, event: object) -> None:
        """Draw wash and bar where it is current, icon, name and count."""
        del event
        painter = QPainter(self)
        look = self._look
        rect = QRectF(self.rect())
        here = self.isChecked()
        if here:
            box(painter, rect, 4, look.color("accent_soft"))
            painter.fillRect(QRectF(0, 0, 3, rect.height()), look.color("accent"))
        icon = look.icon(collection_icon(self.text()), "link", 18, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(12, rect.center().y() - 9), icon)
        painter.setFont(look.font(Type.UI_BOLD if here else Type.UI))
        painter.setPen(look.color("link" if here else "ink"))
        line = baseline(painter, rect)
        painter.drawText(QPointF(44, line), self.text())
        count = str(self._count)
        painter.setFont(look.font(Type.META))
        painter.setPen(look.color("ink3"))
        width = look.width_of(count, Type.META)
        painter.drawText(QPointF(rect.width() - 14 - width, line), count)
        if self.hasFocus():
            focus_ring(painter, look, rect.adjusted(5, 5, -5, -5), 4)
