"""A line to type into, and a choice of one among several, in painted frames."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy

from handbook.app.look.look import Look
from handbook.app.look.tokens import Token
from handbook.app.look.type import Type
from handbook.app.widgets.framed import Framed
from handbook.app.widgets.paint import RING, box, cut_line, focus_ring

_PAD, _SIDE, _ICON = 8, 12, 17


class LineField(Framed):
    """One line; told when the reader goes on, or after a pause in typing."""

    edited = Signal(str)
    """The text changed by typing."""

    def __init__(self, look: Look, name: str, *, icon: str = "", hint: str = "") -> None:
        self.edit = QLineEdit()
        super().__init__(look, self.edit)
        self._icon = icon
        self._is_missing = False
        self.edit.setFrame(False)
        self.edit.setAccessibleName(name)
        self.edit.setAccessibleDescription(hint)
        self.edit.textEdited.connect(self.edited)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._dress)
        self._dress()

    @property
    def text(self) -> str:
        """What is typed."""
        return self.edit.text()

    def set_text(self, text: str) -> None:
        """Show a text, unless it is the one that is typed but for spaces at its ends."""
        if self.edit.text().strip() != text:
            self.edit.setText(text)
            if not self.edit.hasFocus():
                self.edit.setCursorPosition(0)  # a long text shows its beginning

    def show_missing(self, *, missing: bool, example: str = "Not filled in yet") -> None:
        """Stand out where it is blank and should not be."""
        self._is_missing = missing
        self.edit.setPlaceholderText(example if missing else "")
        self._dress()

    def sizeHint(self) -> QSize:
        """One line high."""
        return QSize(200, self._look.line_height(Type.UI) + 2 * _PAD + 2 * RING)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the text within the frame."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame and the icon."""
        del event
        painter = QPainter(self)
        rect = self._paint_frame(painter, self._fill, "warn" if self._is_missing else "line2")
        if self._icon:
            ink: Token = "warn" if self._is_missing else "ink2"
            pixmap = self._look.icon(self._icon, ink, _ICON, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(rect.left() + _SIDE, rect.center().y() - _ICON / 2), pixmap)

    @property
    def _fill(self) -> Token:
        return "warn_soft" if self._is_missing else "surface"

    def _place(self) -> None:
        left = RING + _SIDE + (_ICON + 10 if self._icon else 0) - 2
        width = max(40, self.width() - left - RING - _SIDE + 2)
        self.edit.setGeometry(left, RING + 2, width, self.height() - 2 * (RING + 2))

    def _dress(self) -> None:
        self.edit.setFont(self._look.font(Type.UI))
        self._colour(self._fill, "warn_ink" if self._is_missing else "ink3")
        self.updateGeometry()
        self._place()
        self.update()


class ChoiceField(QComboBox):
    """One of several; it opens with Space or Alt+Down, and the arrows choose."""

    chosen = Signal(str)
    """The value of what somebody chose."""

    def __init__(self, look: Look, name: str, *, hint: str = "") -> None:
        super().__init__()
        self._look = look
        self._is_wrong = False
        self.setAccessibleName(name)
        self.setAccessibleDescription(hint)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumContentsLength(8)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(self._activated)
        look.changed.connect(self._dress)
        self._dress()

    @property
    def value(self) -> str:
        """The value of what is chosen."""
        return str(self.currentData() or "")

    def show_choices(self, choices: Sequence[tuple[str, str]], value: str) -> None:
        """Offer values by their words, one of them chosen."""
        now = [(self.itemData(i), self.itemText(i)) for i in range(self.count())]
        if now != list(choices):
            self.clear()
            for each, words in choices:
                self.addItem(words, each)
        at = self.findData(value)
        if at >= 0 and at != self.currentIndex():
            self.setCurrentIndex(at)

    def show_wrong(self, *, wrong: bool) -> None:
        """Stand out where the choice does not hold."""
        self._is_wrong = wrong
        self.update()

    def sizeHint(self) -> QSize:
        """One line high."""
        return QSize(200, self._look.line_height(Type.UI) + 2 * _PAD + 2 * RING)

    def minimumSizeHint(self) -> QSize:
        """As high, and narrower."""
        return QSize(80, self.sizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls; nothing is chosen by accident."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Draw the ring."""
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame, the words and the arrow."""
        del event
        painter = QPainter(self)
        look = self._look
        rect = QRectF(self.rect()).adjusted(RING, RING, -RING, -RING)
        fill: Token = "warn_soft" if self._is_wrong else "surface"
        edge: Token = "warn" if self._is_wrong else "line2"
        box(painter, rect, 8, look.color(fill), look.color(edge))
        arrow = look.icon("chevron-down", "ink2", 18, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(rect.right() - 30, rect.center().y() - 9), arrow)
        words = rect.adjusted(_SIDE, 0, -40, 0)
        cut_line(painter, look, words, self.currentText(), Type.UI, "ink")
        if self.hasFocus():
            focus_ring(painter, look, rect, 8)

    def _activated(self, index: int) -> None:
        self.chosen.emit(str(self.itemData(index) or ""))

    def _dress(self) -> None:
        self.setFont(self._look.font(Type.UI))
        self.view().setFont(self._look.font(Type.UI))
        self.updateGeometry()
        self.update()
