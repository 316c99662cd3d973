"""The promise in the bar of a journey, and the way to read where the promise ends."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.widgets.button import LinkButton
from handbook.app.widgets.paint import RING, baseline

_ASKING = ("Nothing you choose here is stored or sent", "Nothing is stored or sent")
"""The promise where there is nothing to save, whole and in fewer words."""
_SAVING = ("Nothing is stored or sent unless you save or print it", "Stored only if you save it")
"""The promise where a page can be saved and printed: it would be broken otherwise."""
_ASKED = "What can still be seen?"
_TEXT_LEFT = 23
"""Where the words begin, behind the lock."""
_GAP = 8


class Assurance(QWidget):
    """A lock with the promise, and a link beside it, or under it where there is less room."""

    asked = Signal()
    """The reader wants to know what can still be seen."""

    def __init__(self, look: Look, *, saves: bool) -> None:
        super().__init__()
        self._look = look
        self._long, self._short = _SAVING if saves else _ASKING
        self._is_offered = False
        self._is_stacked = False
        self._promise = _Promise(look, self._long)
        self._promise.setParent(self)
        self._link = LinkButton(look, _ASKED, Type.META, underline=True, parent=self)
        self._link.setToolTip("What a school laptop can still show, and numbers to ring")
        self._link.clicked.connect(self.asked)
        self._link.hide()
        # It may be squeezed until the bar has found the form that fits.
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def offer(self, *, known: bool) -> None:
        """Offer the link, or leave the promise alone where there is nothing to read."""
        self._is_offered = known
        self._link.setVisible(known)

    def take_focus(self) -> None:
        """Put the focus on the link."""
        self._link.setFocus()

    def fit(self, room: int) -> None:
        """Take the longest form that this width holds, in logical pixels."""
        link = self._link.sizeHint().width() + _GAP - RING if self._is_offered else 0
        long = self._promise.width_for(self._long) + link <= room
        short = self._promise.width_for(self._short) + link <= room
        self._is_stacked = self._is_offered and not (long or short)
        self._promise.set_text(self._long if long else self._short)
        self._promise.setVisible(self.least <= room)
        self.updateGeometry()
        self._place()

    @property
    def highest(self) -> int:
        """How high it is with the link under the promise, in logical pixels."""
        return self._promise.sizeHint().height() + self._link.sizeHint().height() - RING // 2

    @property
    def least(self) -> int:
        """The width of its narrowest form, in logical pixels; with less only the link stays."""
        return self._stacked_width() if self._is_offered else self._promise.width_for(self._short)

    def sizeHint(self) -> QSize:
        """As large as its form."""
        promise, link = self._promise.sizeHint(), self._link.sizeHint()
        if not self._is_offered:
            return promise
        if self._is_stacked:
            return QSize(self._stacked_width(), self.highest)
        return QSize(promise.width() + _GAP - RING + link.width(), link.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place both."""
        super().resizeEvent(event)
        self._place()

    def _stacked_width(self) -> int:
        under = self._link.sizeHint().width() + _TEXT_LEFT - RING
        return max(self._promise.width_for(self._short), under)

    def _place(self) -> None:
        promise, link = self._promise.sizeHint(), self._link.sizeHint()
        self._promise.resize(promise)
        self._link.resize(link)
        if self._is_stacked:
            top = promise.height() - RING // 2 if self._promise.isVisibleTo(self) else RING
            self._promise.move(QPoint(0, 0))
            self._link.move(QPoint(_TEXT_LEFT - RING, top))
        else:
            self._promise.move(QPoint(0, (self.height() - promise.height()) // 2))
            middle = (self.height() - link.height()) // 2
            self._link.move(QPoint(promise.width() + _GAP - RING, middle))


class _Promise(QWidget):
    """A lock and the promise."""

    def __init__(self, look: Look, whole: str) -> None:
        super().__init__()
        self._look = look
        self._text = whole
        self.setAccessibleName(whole)
        look.changed.connect(self.update)

    def set_text(self, text: str) -> None:
        """Say it in other words; a screen reader is told the whole promise."""
        self._text = text
        self.update()

    def width_for(self, text: str) -> int:
        """How wide the lock and these words are, in logical pixels."""
        return round(_TEXT_LEFT + self._look.width_of(text, Type.META)) + 2

    def sizeHint(self) -> QSize:
        """As wide as the lock and the words."""
        return QSize(self.width_for(self._text), max(24, self._look.line_height(Type.META)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw both in green."""
        del event
        painter = QPainter(self)
        middle = self.height() / 2
        lock = self._look.icon("lock", "ok_ink", 16, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(0, middle - 8), lock)
        painter.setFont(self._look.font(Type.META))
        painter.setPen(self._look.color("ok_ink"))
        line = baseline(painter, QRectF(self.rect()))
        painter.drawText(QPointF(_TEXT_LEFT, line), self._text)
