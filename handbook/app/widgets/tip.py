"""A few words on ink beside a control, with its key."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.widgets.paint import baseline, box


class Tip(QWidget):
    """A few words on ink, and a key."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._words = ""
        self._key = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def say(self, words: str, key: str, *, for_ms: int = 0) -> None:
        """Show words, for a time or until they are hidden."""
        self._words, self._key = words, key
        width = 24 + self._look.width_of(words, Type.SMALL_BOLD)
        if key:
            width += 20 + self._look.width_of(key, Type.SMALL)
        self.resize(round(width), 30)
        self.show()
        self.raise_()
        self.update()
        if for_ms:
            self._timer.start(for_ms)
        else:
            self._timer.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tip."""
        del event
        painter = QPainter(self)
        rect = QRectF(self.rect())
        box(painter, rect, 6, self._look.color("ink"))
        painter.setPen(self._look.color("surface"))
        painter.setFont(self._look.font(Type.SMALL_BOLD))
        painter.drawText(QPointF(12, baseline(painter, rect)), self._words)
        if self._key:
            painter.setFont(self._look.font(Type.SMALL))
            x = rect.width() - 12 - self._look.width_of(self._key, Type.SMALL)
            painter.drawText(QPointF(x, baseline(painter, rect)), self._key)
