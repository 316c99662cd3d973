"""A lone icon beside words."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from handbook.app.look.look import Look
from handbook.app.look.tokens import Token
from handbook.app.look.type import Type


class Sign(QWidget):
    """A lone icon, in the middle of a line of text."""

    def __init__(self, look: Look, name: str, token: Token, size: int) -> None:
        super().__init__()
        self._look = look
        self._name = name
        self._token: Token = token
        self._size = size
        look.changed.connect(self._fit)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        del event
        icon = self._look.icon(self._name, self._token, self._size, self.devicePixelRatioF())
        QPainter(self).drawPixmap(QPointF(1, (self.height() - self._size) / 2), icon)

    def _fit(self) -> None:
        self.setFixedSize(self._size + 2, self._look.line_height(Type.META))
        self.update()
