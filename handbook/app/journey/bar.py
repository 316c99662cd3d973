"""The bar of the wizard, of its outcome and of a clause opened from there."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from handbook.app.bar import Brand
from handbook.app.journey.assurance import Assurance
from handbook.app.journey.leaving import PRESSES, LeaveKeys
from handbook.app.look.look import Look
from handbook.app.widgets.button import Button
from handbook.app.widgets.paint import RING, box
from handbook.app.widgets.panel import Strip

HEIGHT = 65
_MARGINS = 24 + 20 - RING + 20 - RING + 12
"""The room at both ends, beside the dots and before the promise."""


class WizardBar(Strip):
    """Where you are, the promise, and the way to be gone at once.

    With `saves` it is the bar of a page that can be saved and printed, and promises no more
    than that page keeps.
    """

    left_quickly = Signal()
    seen_asked = Signal()
    """The reader wants to know what can still be seen."""

    def __init__(self, look: Look, *, saves: bool = False) -> None:
        super().__init__(look, "surface", line_below=True)
        self._brand = Brand(look, "I have a concern", "concern", care=True)
        self._promise = Assurance(look, saves=saves)
        self._promise.asked.connect(self.seen_asked)
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
        row.addWidget(self._brand)
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
        self._fit()

    def offer_seen(self, *, known: bool) -> None:
        """Offer to say what can still be seen, where the content has that guide."""
        self._promise.offer(known=known)
        self._grow()

    def focus_seen(self) -> None:
        """Put the focus where that was asked."""
        self._promise.take_focus()

    def _grow(self) -> None:
        """Higher where large text makes the button, or two lines of text, higher."""
        high = max(self.leave.sizeHint().height(), self._promise.highest)
        self.setFixedHeight(max(HEIGHT, high + 4))
        self._fit()

    def _fit(self) -> None:
        room = self.width() - self.leave.sizeHint().width() - _MARGINS
        alone = room < self._brand.whole_width + self._promise.least
        self._brand.show_mark(alone=alone)
        self._promise.fit(room - self._brand.sizeHint().width())


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
