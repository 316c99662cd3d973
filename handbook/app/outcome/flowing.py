"""Widgets side by side, on as many lines as they need."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget


class Flowing(QWidget):
    """Lays its children out like words of a paragraph."""

    def __init__(self, gap: int) -> None:
        super().__init__()
        self._gap = gap
        self._items: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> None:
        """Add a widget behind the others."""
        widget.setParent(self)
        self._items.append(widget)

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high all lines are together."""
        return self._lines(width, move=False)

    def sizeHint(self) -> QSize:
        """At a usual width."""
        return QSize(400, self.heightForWidth(400))

    def minimumSizeHint(self) -> QSize:
        """As wide as the widest."""
        widest = max((item.sizeHint().width() for item in self._items), default=0)
        return QSize(min(widest, 400), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the children."""
        super().resizeEvent(event)
        self._lines(self.width(), move=True)

    def _lines(self, width: int, *, move: bool) -> int:
        x = y = high = 0
        for item in self._items:
            size = item.sizeHint()
            wide = min(size.width(), width)
            if x and x + wide > width:
                x, y = 0, y + high + self._gap
                high = 0
            if move:
                item.move(QPoint(x, y))
                item.resize(wide, size.height())
            x += wide + self._gap
            high = max(high, size.height())
        return y + high
