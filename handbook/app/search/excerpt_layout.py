"""Two lines of text with the words that were searched for marked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.widgets.paint import box

LINES = 2


class ExcerptLayout:
    """Lays out a text on two lines, the second cut with "…", and draws its marks first."""

    def __init__(
        self, look: Look, text: str, found: Sequence[tuple[int, int]], width: float
    ) -> None:
        self._look = look
        self._found = found
        self._font = look.font(Type.UI)
        self._line = look.line_height(Type.UI)
        self._layout, self._lines = self._lay_out(text.replace("\n", " "), width)

    def draw(self, painter: QPainter, at: QPointF) -> None:
        """Draw marks and text with the first line's left top corner at a point."""
        painter.save()
        for line in self._lines:
            for start, end in self._found:
                self._draw_mark(painter, at, line, start, end)
        painter.setPen(self._look.color("ink2"))
        for line in self._lines:
            line.draw(painter, at)
        painter.restore()

    def _lay_out(self, text: str, width: float) -> tuple[QTextLayout, list[QTextLine]]:
        layout = self._make(text)
        lines, end = self._break(layout, width)
        if end < len(text):
            layout = self._make(self._cut(text, lines, width))
            lines, _ = self._break(layout, width)
        return layout, lines

    def _make(self, text: str) -> QTextLayout:
        layout = QTextLayout(text, self._font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        layout.setTextOption(option)
        layout.setFormats([self._format(start, end) for start, end in self._found])
        return layout

    def _format(self, start: int, end: int) -> QTextLayout.FormatRange:
        words = QTextLayout.FormatRange()
        words.start = start
        words.length = end - start
        style = QTextCharFormat()
        style.setFontWeight(QFont.Weight.Bold)
        style.setForeground(self._look.color("mark_ink"))
        words.format = style
        return words

    def _break(self, layout: QTextLayout, width: float) -> tuple[list[QTextLine], int]:
        lines: list[QTextLine] = []
        end = 0
        layout.beginLayout()
        for number in range(LINES):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, number * self._line + self._lead()))
            lines.append(line)
            end = line.textStart() + line.textLength()
        layout.endLayout()
        return lines, end

    def _lead(self) -> float:
        return (self._line - QFontMetricsF(self._font).height()) / 2

    def _cut(self, text: str, lines: list[QTextLine], width: float) -> str:
        start = lines[-1].textStart()
        bold = QFont(self._font)
        bold.setWeight(QFont.Weight.Bold)
        rest = QFontMetricsF(bold).elidedText(text[start:], Qt.TextElideMode.ElideRight, width)
        return text[:start] + rest

    def _draw_mark(
        self, painter: QPainter, at: QPointF, line: QTextLine, start: int, end: int
    ) -> None:
        first = max(start, line.textStart())
        last = min(end, line.textStart() + line.textLength())
        if first >= last:
            return
        left, right = _x(line, first), _x(line, last)
        top = at.y() + line.y() - 1
        area = QRectF(at.x() + left - 2, top, right - left + 4, line.height() + 2)
        box(painter, area, 4, self._look.color("mark"))


def _x(line: QTextLine, position: int) -> float:
    # The binding gives the x alone or with the position it took, as the version has it.
    x: Any = line.cursorToX(position)
    return float(x[0] if isinstance(x, tuple) else x)
