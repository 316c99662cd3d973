"""What stands above one of the two sides: which version it is."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout

from handbook.app.changes.sheet import HALF_GUTTER, HALF_LEFT
from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.widgets.panel import Strip
from handbook.app.widgets.tag import TagLabel
from handbook.app.widgets.text import Label


class SideHead(Strip):
    """The version, its day, and whether it is in use."""

    def __init__(self, look: Look, *, in_use: bool = False) -> None:
        super().__init__(look, "canvas", line_below=True)
        self._look = look
        self._name = Label(look, "", Type.UI_BOLD)
        self._day = Label(look, "", Type.META, "ink2")
        tag = TagLabel(look, "Before", "sunken", "ink2")
        if in_use:
            tag = TagLabel(look, "In use", "ok_soft", "ok_ink")
        row = QHBoxLayout(self)
        row.setContentsMargins(HALF_LEFT + HALF_GUTTER, 8, 12, 9)
        row.setSpacing(10)
        row.addWidget(self._name)
        row.addWidget(self._day)
        row.addWidget(tag)
        row.addStretch(1)

    def show_head(self, name: str, day: str) -> None:
        """Name another version."""
        self._name.setText(name)
        self._day.setText(day)
        self._day.setVisible(bool(day))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, and the hairline between the sides."""
        super().paintEvent(event)
        line = QRectF(0, 0, 1, self.height())
        QPainter(self).fillRect(line, self._look.color("line"))
