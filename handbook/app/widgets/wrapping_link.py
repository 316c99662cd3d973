"""A link button whose words go on in a second line where there is no room for them in one."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QSizePolicy

from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.widgets.button import LinkButton
from handbook.app.widgets.paint import RING, baseline, box


class WrappingLink(LinkButton):
    """Stands across a narrow column; only its words answer to the pointer as a link does."""

    def __init__(self, look: Look, text: str, role: Type = Type.UI) -> None:
        super().__init__(look, text, role)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Narrower means higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high it is at a width."""
        lines = len(self._lines(width - 2 * RING))
        return max(24, lines * self._look.line_height(self._role)) + RING

    def minimumSizeHint(self) -> QSize:
        """A word or two, one under the other."""
        return QSize(80, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words, each line on the ring's ground where it has the focus."""
        del event
        painter, look, focused = QPainter(self), self._look, self.hasFocus()
        font = QFont(look.font(self._role))
        font.setUnderline(self.underMouse())
        lines = self._lines(self.width() - 2 * RING)
        step = (self.height() - RING) / len(lines)
        for number, line in enumerate(lines):
            wide = look.width_of(line, self._role)
            rect = QRectF(RING, RING / 2 + number * step, wide, step)
            if focused:
                box(painter, rect.adjusted(-3, 0, 3, 0), 4, look.color("focus"))
            painter.setFont(font)
            painter.setPen(look.color("on_focus" if focused else self._token))
            painter.drawText(QPointF(rect.left(), baseline(painter, rect)), line)

    def _lines(self, width: float) -> list[str]:
        words = self.text()
        layout = QTextLayout(words, self._look.font(self._role))
        lines: list[str] = []
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(40.0, width))
            start = line.textStart()
            lines.append(words[start : start + line.textLength()].strip())
        layout.endLayout()
        return lines or [""]
