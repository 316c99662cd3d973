"""Painted panels that hold other widgets: cards, banners, columns, scrolling bodies."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from handbook.app.look.look import Look
from handbook.app.look.tokens import Theme, Token
from handbook.app.widgets.paint import RING, barred_box, box
from handbook.app.widgets.scroll_bar import ScrollBar

COLUMN = 1120
"""Width of the content column, in logical pixels."""


_TURNS = 8
"""How often a body's size may change within a change of its size; pages that settle take two."""


class Panel(QFrame):
    """A filled box with rounded corners, and an edge or a bar where asked."""

    def __init__(
        self,
        look: Look,
        fill: Token = "surface",
        *,
        edge: Token | None = "line",
        bar: Token | None = None,
        radius: float = 10,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._fill: Token = fill
        self._edge: Token | None = edge
        self._edge_width = 1.0
        self._bar: Token | None = bar
        self._radius = radius
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box under what it holds."""
        del event
        painter = QPainter(self)
        rect = QRectF(self.rect())
        if self._bar is not None:
            fill, bar = self._look.color(self._fill), self._look.color(self._bar)
            barred_box(painter, rect, self._radius, fill, bar)
            if self._look.theme is Theme.HIGH_CONTRAST:
                box(painter, rect, self._radius, None, bar)
            return
        edge = self._look.color(self._edge) if self._edge else None
        fill = self._look.color(self._fill)
        box(painter, rect, self._radius, fill, edge, self._edge_width)

    def dress(self, fill: Token, edge: Token | None, edge_width: float = 1) -> None:
        """Take other colours."""
        self._fill, self._edge, self._edge_width = fill, edge, edge_width
        self.update()


class Strip(QWidget):
    """A band over the whole width in one colour, with a hairline above or below."""

    def __init__(
        self, look: Look, fill: Token, *, line_above: bool = False, line_below: bool = False
    ) -> None:
        super().__init__()
        self._look = look
        self._fill: Token = fill
        self._above = line_above
        self._below = line_below
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the band."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.color(self._fill))
        line = self._look.color("line")
        if self._above:
            painter.fillRect(QRectF(0, 0, self.width(), 1), line)
        if self._below:
            painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), line)


class HairLine(QWidget):
    """One horizontal hairline."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedHeight(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line."""
        del event
        QPainter(self).fillRect(self.rect(), self._look.color("line"))


class Column(QWidget):
    """The centred content column, with room for focus rings at its sides.

    Add widgets to `body`. Text without a ring of its own takes a left inset of RING.
    """

    def __init__(self, width: int = COLUMN, spacing: int = 0) -> None:
        super().__init__()
        self._inner = QWidget()
        self._inner.setMaximumWidth(width + 2 * RING)
        self.body = QVBoxLayout(self._inner)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(spacing)
        centre(self, self._inner, 18, 18)


def centre(outer: QWidget, inner: QWidget, left: int, right: int) -> None:
    """Put a widget of a greatest width into the middle of another, between margins."""
    row = QHBoxLayout(outer)
    row.setContentsMargins(left, 0, right, 0)
    row.setSpacing(0)
    row.addStretch(1)
    row.addWidget(inner, 1000)
    row.addStretch(1)


class ScrollBody(QScrollArea):
    """A page's body: scrolls when the window is low, and never draws children over each other."""

    def __init__(self, look: Look, inner: QWidget) -> None:
        super().__init__()
        self._within = 0
        # A ground of our own: it is not filled, and Qt's would load every class of widgets.
        self.setViewport(QWidget())
        self.setVerticalScrollBar(ScrollBar(look))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.set_body(inner)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)

    def _focus_moved(self, before: QWidget | None, now: QWidget | None) -> None:
        """Tab came in from outside: Qt itself follows the focus only from part to part inside."""
        if now is None or not self.isAncestorOf(now) or QApplication.mouseButtons():
            return
        if before is None or not self.isAncestorOf(before):
            self.ensureWidgetVisible(now, 0, RING)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the bar for good where the body would need it without it and not beside it.

        Qt gives such a body the one width and the other, each within the last, until its stack
        ends.
        """
        self._within += 1
        try:
            if self._within == _TURNS:
                self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
            return super().eventFilter(watched, event)
        finally:
            self._within -= 1

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as the words need at the first paint: Qt would squeeze them for a moment."""
        super().showEvent(event)
        QApplication.sendEvent(self, QEvent(QEvent.Type.LayoutRequest))

    def set_body(self, inner: QWidget) -> None:
        """Show another widget; the one before is let go."""
        self.setWidget(inner)
        # Qt fills what it scrolls; the ground below is to be seen.
        inner.setAutoFillBackground(False)
