"""Rows of a list that open something, over the whole width."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from handbook.app.look.look import Look
from handbook.app.look.tokens import Token
from handbook.app.look.type import Type
from handbook.app.widgets.paint import RING, cut_line, focus_ring
from handbook.app.widgets.pressing import EnterButton


class ListRow(EnterButton):
    """A row that opens something, with a hairline under it."""

    def __init__(self, look: Look, height: int) -> None:
        super().__init__()
        self.look = look
        self._height = height
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """One row high; as wide as there is room."""
        grown = self.look.line_height(Type.UI) / Type.UI.value.line
        return QSize(240, round(self._height * grown))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the row, its hairline and its ring."""
        del event
        painter = QPainter(self)
        rect = QRectF(self.rect()).adjusted(RING, 0, -RING, 0)
        if self.underMouse():
            painter.fillRect(rect.adjusted(-4, 0, 4, -1), self.look.color("sunken"))
        self.draw(painter, rect)
        line = QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1)
        painter.fillRect(line, self.look.color("line"))
        if self.hasFocus():
            focus_ring(painter, self.look, rect.adjusted(-1, 5, 1, -5), 4)

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Draw what the row says; the rectangle leaves the ring's room free."""

    def words(self, painter: QPainter, area: QRectF, text: str, role: Type, token: Token) -> None:
        """Draw one line of text in an area, cut with "…" where it is too long."""
        cut_line(painter, self.look, area, text, role, token)
