"""A quiet scroll bar: a rounded thumb in the theme's colours, with no arrows drawn."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar

from handbook.app.look.look import Look
from handbook.app.look.tokens import Token
from handbook.app.widgets.paint import box

WIDTH = 14


class ScrollBar(QScrollBar):
    """A scroll bar on a ground of one colour, upright unless it is for a wide thing."""

    def __init__(
        self,
        look: Look,
        ground: Token | None = None,
        along: Qt.Orientation = Qt.Orientation.Vertical,
    ) -> None:
        super().__init__(along)
        self._look = look
        self._ground: Token | None = ground
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Narrow, but wide enough to catch."""
        usual = super().sizeHint()
        if self.orientation() == Qt.Orientation.Horizontal:
            return QSize(usual.width(), WIDTH)
        return QSize(WIDTH, usual.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the thumb alone."""
        del event
        painter = QPainter(self)
        if self._ground is not None:
            painter.fillRect(self.rect(), self._look.color(self._ground))
        if self.maximum() <= self.minimum():
            return
        # Not at the top: these two classes cost 5 ms, and Home seldom scrolls.
        from PySide6.QtWidgets import QStyle, QStyleOptionSlider

        option = QStyleOptionSlider()
        self.initStyleOption(option)
        thumb = self.style().subControlRect(
            QStyle.ComplexControl.CC_ScrollBar,
            option,
            QStyle.SubControl.SC_ScrollBarSlider,
            self,
        )
        strong = self.isSliderDown() or self.underMouse()
        across, ends = (4, 2) if self.orientation() == Qt.Orientation.Vertical else (2, 4)
        area = QRectF(thumb).adjusted(across, ends, -across, -ends)
        box(painter, area, 3, self._look.color("ink3" if strong else "line2"))
