"""The bar of the wizard, of its outcome and of a clause opened from there."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from handbook.app.bar import Brand
from handbook.app.journey.leaving import PRESSES, LeaveKeys
from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.widgets.button import Button
from handbook.app.widgets.paint import RING, baseline, box
from handbook.app.widgets.panel import Strip

HEIGHT = 65
_LONG = "Nothing you choose here is stored or sent"
_SHORT = "Nothing is stored or sent"


class WizardBar(Strip):
    """Where you are, the promise, and the way to be gone at once."""

    left_quickly = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "surface", line_below=True)
        self._promise = _Promise(look)
        self._dots = _Dots(look)
        self.leave = Button(look, "Leave quickly", icon="leave", key="Shift ×3", height=44)
        self.leave.setToolTip("Show another page and forget these answers (Shift three times)")
        self.leave.clicked.connect(self.left_quickly)
        self._keys = LeaveKeys(self)
        self._keys.completed.connect(self.left_quickly)
        self._keys.counted.connect(self._dots.show_count)
        look.changed.connect(self._grow)
        self._grow()
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 20 - RING, 0)
        row.setSpacing(0)
        row.addWidget(Brand(look, "I have a concern", "concern", care=True))
        row.addStretch(1)
        row.addWidget(self._promise)
        row.addSpacing(6)
        row.addWidget(self._dots)
        row.addSpacing(6 - RING)
        row.addWidget(self.leave)

    def showEvent(self, event: QShowEvent) -> None:
        """Listen for the keys while shown."""
        super().showEvent(event)
        self._keys.watch()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop listening."""
        self._keys.unwatch()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say the promise in fewer words where there is less room."""
        super().resizeEvent(event)
        others = 560 * self._look.line_height(Type.UI) / Type.UI.value.line
        long = self._look.width_of(_LONG, Type.META)
        self._promise.set_text(_LONG if self.width() > others + long else _SHORT)

    def _grow(self) -> None:
        """Higher where large text makes the button higher."""
        self.setFixedHeight(max(HEIGHT, self.leave.sizeHint().height() + 4))


class _Promise(QWidget):
    """A lock and the promise."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._text = _LONG
        self.setAccessibleName(_LONG)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        look.changed.connect(self.updateGeometry)

    def set_text(self, text: str) -> None:
        """Say it in other words."""
        if text != self._text:
            self._text = text
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As wide as the lock and the words."""
        return QSize(round(24 + self._look.width_of(self._text, Type.META)) + 1, 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw both in green."""
        del event
        painter = QPainter(self)
        middle = self.height() / 2
        lock = self._look.icon("lock", "ok_ink", 16, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(0, middle - 8), lock)
        painter.setFont(self._look.font(Type.META))
        painter.setPen(self._look.color("ok_ink"))
        painter.drawText(QPointF(23, baseline(painter, QRectF(self.rect()))), self._text)


class _Dots(QWidget):
    """Small dots that fill as Shift is pressed; empty room until then."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._count = 0
        self.setFixedSize(8, HEIGHT)

    def show_count(self, count: int) -> None:
        """Fill so many dots."""
        self._count = count
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dots above each other, once the first press was made."""
        del event
        if not self._count:
            return
        painter = QPainter(self)
        top = self.height() / 2 - 17
        for index in range(PRESSES):
            fill = self._look.color("ink" if index < self._count else "surface")
            spot = QRectF(0, top + index * 13, 8, 8)
            box(painter, spot, 4, fill, self._look.color("line2"))
