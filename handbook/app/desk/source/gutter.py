"""The strip at the left of the source: line numbers, and a sign where something is wrong."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from handbook.app.look.look import Look
from handbook.app.look.tokens import Token
from handbook.app.widgets.paint import baseline

_SIGN = 15
_PAD = 8
_SIGNS: dict[bool, tuple[str, Token]] = {True: ("error", "stop"), False: ("warning", "warn")}
"""The icon and its colour, for errors and for warnings."""


class Numbered(QPlainTextEdit):
    """What the strip asks of the editor that it stands in."""

    def seen_blocks(self) -> Iterator[tuple[int, float, float]]:
        """The lines that show: number from 0, top, height."""
        block = self.firstVisibleBlock()
        offset = self.contentOffset()
        while block.isValid():
            rect = self.blockBoundingGeometry(block).translated(offset)
            if rect.top() > self.viewport().height():
                return
            if block.isVisible():
                yield block.blockNumber(), rect.top(), rect.height()
            block = block.next()

    def problem_at(self, line: int) -> bool | None:
        """True for an error in a line, False for a warning, None where all is well."""
        del line
        return None

    def go_to_line(self, line: int) -> None:
        """Put the cursor at the start of a line and show it with room around."""
        block = self.document().findBlockByNumber(max(0, line - 1))
        if block.isValid():
            cursor = self.textCursor()
            cursor.setPosition(block.position())
            self.setTextCursor(cursor)
            self.centerCursor()


class Gutter(QWidget):
    """Line numbers; the editor says which lines have problems. It is no stop of the Tab key."""

    def __init__(self, look: Look, editor: Numbered) -> None:
        super().__init__(editor)
        self._look = look
        self._editor = editor
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def room(self) -> int:
        """How wide it is for the number of lines."""
        digits = max(2, len(str(self._editor.blockCount())))
        return _PAD + _SIGN + 8 + self._editor.fontMetrics().horizontalAdvance("9") * digits + 14

    def sizeHint(self) -> QSize:
        """As wide as its longest number."""
        return QSize(self.room(), 0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the cursor into the line."""
        at = self._editor.cursorForPosition(QPoint(0, round(event.position().y())))
        self._editor.go_to_line(at.blockNumber() + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the numbers of the lines that show."""
        painter = QPainter(self)
        look = self._look
        painter.fillRect(event.rect(), look.color("canvas"))
        painter.fillRect(QRectF(self.width() - 1, 0, 1, self.height()), look.color("line"))
        painter.setFont(self._editor.font())
        here = self._editor.textCursor().blockNumber()
        for block, top, height in self._editor.seen_blocks():
            row = QRectF(
                0, top, self.width(), min(height, self._editor.fontMetrics().height() + 2)
            )
            self._paint_line(painter, row, block, is_here=block == here)

    def _paint_line(self, painter: QPainter, row: QRectF, block: int, *, is_here: bool) -> None:
        look = self._look
        if is_here:
            painter.fillRect(row.adjusted(0, 0, -1, 0), look.color("wash"))
        severe = self._editor.problem_at(block + 1)
        if severe is not None:
            name, token = _SIGNS[severe]
            icon = look.icon(name, token, _SIGN, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(_PAD, row.center().y() - _SIGN / 2), icon)
        painter.setPen(look.color("ink" if is_here else "ink3"))
        text = str(block + 1)
        x = self.width() - 12 - painter.fontMetrics().horizontalAdvance(text)
        painter.drawText(QPointF(x, baseline(painter, row)), text)
