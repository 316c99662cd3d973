"""Tags as widgets: a word or two on a tint, with an icon where it helps."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from handbook.app.look.look import Look
from handbook.app.look.tokens import Theme, Token
from handbook.app.look.type import Type
from handbook.app.widgets.paint import baseline, box, tag_height, tag_width

_ICON = 13


class TagLabel(QWidget):
    """A tag; it is read aloud by its words."""

    def __init__(self, look: Look, text: str, tint: Token, ink: Token, *, icon: str = "") -> None:
        super().__init__()
        self._look = look
        self._text = text
        self._tint: Token = tint
        self._ink: Token = ink
        self._icon = icon
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """As wide as its words."""
        width = tag_width(self._look, self._text) + (_ICON + 4 if self._icon else 0)
        return QSize(round(width) + 1, tag_height(self._look))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        del event
        painter = QPainter(self)
        look, rect = self._look, QRectF(self.rect())
        edge = look.color("line2") if look.theme is Theme.HIGH_CONTRAST else None
        box(painter, rect, 4, look.color(self._tint), edge)
        x = 7.0
        if self._icon:
            icon = look.icon(self._icon, self._ink, _ICON, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(x, rect.center().y() - _ICON / 2), icon)
            x += _ICON + 4
        painter.setFont(look.font(Type.TAG))
        painter.setPen(look.color(self._ink))
        painter.drawText(QPointF(x, baseline(painter, rect)), self._text)
