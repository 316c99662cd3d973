"""A painted frame around a place to type; it is ringed while the cursor is there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPalette
from PySide6.QtWidgets import QWidget

from handbook.app.look.look import Look
from handbook.app.look.tokens import Token
from handbook.app.widgets.paint import RING, box, focus_ring


class Framed(QWidget):
    """What every field has in common around its `edit`, whatever that is."""

    def __init__(self, look: Look, edit: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._edited = edit
        edit.setParent(self)
        edit.installEventFilter(self)
        self.setFocusProxy(edit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Repaint the ring when the focus changes."""
        if watched is self._edited and event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Focus the text wherever the frame is pressed."""
        del event
        self._edited.setFocus(Qt.FocusReason.MouseFocusReason)

    def _paint_frame(
        self,
        painter: QPainter,
        fill: Token = "surface",
        edge: Token = "line2",
        radius: int = 8,
    ) -> QRectF:
        """Draw the frame, and the ring around it; returns where the frame is."""
        rect = QRectF(self.rect()).adjusted(RING, RING, -RING, -RING)
        box(painter, rect, radius, self._look.color(fill), self._look.color(edge))
        if self._edited.hasFocus():
            focus_ring(painter, self._look, rect, radius)
        return rect

    def _colour(self, fill: Token = "surface", hint: Token = "ink3") -> None:
        """Give the text the colours of the theme; `hint` is that of an example."""
        palette = self._edited.palette()
        palette.setColor(QPalette.ColorRole.Base, self._look.color(fill))
        palette.setColor(QPalette.ColorRole.Text, self._look.color("ink"))
        palette.setColor(QPalette.ColorRole.PlaceholderText, self._look.color(hint))
        self._edited.setPalette(palette)
