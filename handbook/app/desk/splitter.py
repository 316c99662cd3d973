"""Parts of the desk with a hairline between them that can be dragged."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle

from handbook.app.look.look import Look


class DeskSplitter(QSplitter):
    """Parts with a hairline between them that can be dragged."""

    def __init__(self, look: Look, sides: Qt.Orientation) -> None:
        super().__init__(sides)
        self._look = look
        self.setHandleWidth(5)
        self.setChildrenCollapsible(False)

    def createHandle(self) -> QSplitterHandle:
        """The line."""
        return _Handle(self._look, self.orientation(), self)


class _Handle(QSplitterHandle):
    """A hairline with room to catch it."""

    def __init__(self, look: Look, sides: Qt.Orientation, parent: QSplitter) -> None:
        super().__init__(sides, parent)
        self._look = look

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._look.color("surface"))
        middle = self.rect().center()
        if self.orientation() is Qt.Orientation.Horizontal:
            painter.fillRect(middle.x(), 0, 1, self.height(), self._look.color("line"))
        else:
            painter.fillRect(0, middle.y(), self.width(), 1, self._look.color("line"))
