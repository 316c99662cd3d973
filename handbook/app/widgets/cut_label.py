"""Text of a few lines at most; what does not fit ends in "…"."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QSizePolicy, QWidget

from handbook.app.look.look import Look
from handbook.app.look.tokens import Token
from handbook.app.look.type import Type
from handbook.app.widgets.paint import baseline


class CutLabel(QWidget):
    """Shows the beginning of a text, line ends in it counting as spaces."""

    def __init__(
        self, look: Look, text: str, lines: int, role: Type = Type.UI, token: Token = "ink2"
    ) -> None:
        super().__init__()
        self._look = look
        self._text = " ".join(text.split())
        self._most = lines
        self._role = role
        self._token: Token = token
        self._cut: dict[int, list[str]] = {}
        self.setAccessibleName(self._text)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._relook)

    def hasHeightForWidth(self) -> bool:
        """Narrower means higher, up to the most lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high it is at a width."""
        return max(1, len(self._lines(width))) * self._look.line_height(self._role)

    def sizeHint(self) -> QSize:
        """Comfortable lines."""
        return QSize(480, self.heightForWidth(480))

    def minimumSizeHint(self) -> QSize:
        """One line at least."""
        return QSize(120, self._look.line_height(self._role))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines."""
        del event
        painter = QPainter(self)
        painter.setFont(self._look.font(self._role))
        painter.setPen(self._look.color(self._token))
        step = self._look.line_height(self._role)
        for number, line in enumerate(self._lines(self.width())):
            place = QRectF(0, number * step, self.width(), step)
            painter.drawText(QPointF(0, baseline(painter, place)), line)

    def _relook(self) -> None:
        self._cut.clear()
        self.updateGeometry()

    def _lines(self, width: int) -> list[str]:
        """The lines at a width; layouts ask for the same few widths again and again."""
        if width not in self._cut:
            self._cut[width] = self._break(width)
        return self._cut[width]

    def _break(self, width: int) -> list[str]:
        font = self._look.font(self._role)
        layout = QTextLayout(self._text, font)
        lines: list[str] = []
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            start = line.textStart()
            if len(lines) == self._most - 1:
                rest = self._text[start:]
                mode = Qt.TextElideMode.ElideRight
                lines.append(QFontMetricsF(font).elidedText(rest, mode, width))
                break
            lines.append(self._text[start : start + line.textLength()])
        layout.endLayout()
        return lines
