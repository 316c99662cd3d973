"""One choice out of several in a row: text sizes, and colours with a small picture of each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from handbook.app.look.look import Look
from handbook.app.look.tokens import Theme, Token, colours
from handbook.app.look.type import Type
from handbook.app.widgets.paint import RING, box, focus_ring
from handbook.app.widgets.pressing import EnterButton
from handbook.state.preferences import ThemeChoice

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}
_FAR = {Qt.Key.Key_Home: -99, Qt.Key.Key_End: 99}


class Choice(EnterButton):
    """One of several, of which one is chosen; screen readers hear a radio button."""

    stepped = Signal(int)
    """An arrow was pressed: so many choices on, or back."""

    def __init__(self, look: Look, words: str) -> None:
        super().__init__()
        self.look = look
        self.setText(words)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows choose, as in every row of choices."""
        by = {**_STEPS, **_FAR}.get(Qt.Key(event.key()))
        if by is None or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(by)


class Choices(QObject):
    """The choices of one row: Tab goes to the chosen one, the arrows choose another."""

    def __init__(self, row: Sequence[Choice], parent: QObject) -> None:
        super().__init__(parent)
        self._row = tuple(row)
        for choice in self._row:
            choice.stepped.connect(self._step)

    def show_chosen(self, index: int) -> None:
        """Mark one as chosen."""
        for at, choice in enumerate(self._row):
            chosen = at == index
            choice.setChecked(chosen)
            policy = Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus
            choice.setFocusPolicy(policy)
            choice.update()

    def _step(self, by: int) -> None:
        choice = self.sender()
        if isinstance(choice, Choice):
            at = self._row.index(choice) + by
            then = self._row[min(len(self._row) - 1, max(0, at))]
            then.setFocus(Qt.FocusReason.TabFocusReason)
            then.click()


class SizeRow(QWidget):
    """The text sizes in one frame. The row paints; its buttons only take presses and keys."""

    chosen = Signal(int)
    """A text size, in per cent."""

    def __init__(self, look: Look, sizes: Sequence[int]) -> None:
        super().__init__()
        self._look = look
        self._sizes = tuple(sizes)
        self._buttons = tuple(_SizeButton(look, size) for size in self._sizes)
        self._choices = Choices(self._buttons, self)
        for button in self._buttons:
            button.setParent(self)
            button.clicked.connect(lambda _=False, size=button.size_: self.chosen.emit(size))
            button.focus_changed.connect(self.update)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Text size")
        look.changed.connect(self.updateGeometry)

    def show_size(self, size: int) -> None:
        """Mark a size as chosen."""
        self._choices.show_chosen(self._sizes.index(size) if size in self._sizes else -1)
        self.update()

    def sizeHint(self) -> QSize:
        """One row of boxes, with room for the ring."""
        return QSize(300, round(44 * self._look.interface_scale) + 2 * RING)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out evenly."""
        super().resizeEvent(event)
        for index, button in enumerate(self._buttons):
            button.setGeometry(self._cell(index))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame, the chosen box, the numbers and the ring."""
        del event
        painter, look = QPainter(self), self._look
        frame = QRectF(self.rect()).adjusted(RING, RING, -RING, -RING)
        box(painter, frame, 8, look.color("surface"), look.color("line2"))
        for index, button in enumerate(self._buttons):
            cell = QRectF(self._cell(index))
            chosen = button.isChecked()
            if index and not chosen and not self._buttons[index - 1].isChecked():
                line = QRectF(cell.left(), cell.top() + 12, 1, cell.height() - 24)
                painter.fillRect(line, look.color("line"))
            if chosen:
                box(painter, cell, 8, look.color("accent"))
            elif button.underMouse():
                box(painter, cell.adjusted(2, 2, -2, -2), 6, look.color("wash"))
            painter.setFont(look.font(Type.META_BOLD if chosen else Type.META))
            painter.setPen(look.color("on_accent" if chosen else "ink"))
            painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, button.text())
        for index, button in enumerate(self._buttons):
            if button.hasFocus():
                focus_ring(painter, look, QRectF(self._cell(index)), 8)

    def _cell(self, index: int) -> QRect:
        width = self.width() - 2 * RING
        count = len(self._sizes)
        left, right = width * index // count, width * (index + 1) // count
        return QRect(RING + left, RING, right - left, self.height() - 2 * RING)


class _SizeButton(Choice):
    """A size; the row draws it."""

    focus_changed = Signal()

    def __init__(self, look: Look, size: int) -> None:
        super().__init__(look, str(size))
        self.size_ = size
        self.setAccessibleName(f"{size} %")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing: the ring would be cut off here."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let the row draw the ring."""
        super().focusInEvent(event)
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let the row take the ring off."""
        super().focusOutEvent(event)
        self.focus_changed.emit()


class ColourCard(Choice):
    """A theme: a small picture of it over its name."""

    def __init__(self, look: Look, choice: ThemeChoice, words: str) -> None:
        super().__init__(look, words)
        self.choice = choice
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """A picture and two lines."""
        lines = 2 * self.look.line_height(Type.SMALL)
        return QSize(60, round(30 * self.look.interface_scale) + lines + 16 + 2 * RING)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card."""
        del event
        painter, look = QPainter(self), self.look
        rect = QRectF(self.rect()).adjusted(RING, RING, -RING, -RING)
        chosen = self.isChecked()
        fill: Token = "accent_soft" if chosen else "wash" if self.underMouse() else "raised"
        edge = look.color("accent" if chosen else "line2")
        box(painter, rect, 8, look.color(fill), edge, 2 if chosen else 1)
        high = round(30 * look.interface_scale)
        picture = QRectF(rect.left() + 9, rect.top() + 9, rect.width() - 18, high)
        _paint_picture(painter, picture, self.choice)
        painter.setFont(look.font(Type.SMALL_BOLD if chosen else Type.SMALL))
        painter.setPen(look.color("link" if chosen else "ink"))
        below = rect.bottom() - picture.bottom()
        words = QRectF(rect.left() + 6, picture.bottom(), rect.width() - 12, below)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(words, int(flags), self.text())
        if self.hasFocus():
            focus_ring(painter, look, rect, 8)


def _paint_picture(painter: QPainter, rect: QRectF, choice: ThemeChoice) -> None:
    """Two lines of text on the sheet; to follow the system, one line on each of two halves."""
    if choice is not ThemeChoice.SYSTEM:
        shown = {name: QColor(value) for name, value in colours(Theme(choice.value)).items()}
        box(painter, rect, 5, shown["surface"], shown["line2"])
        _line(painter, rect, 0.3, shown["ink"], rect.width() * 0.5)
        _line(painter, rect, 0.62, shown["accent"], rect.width() * 0.34)
        return
    light, dark = colours(Theme.LIGHT), colours(Theme.DARK)
    box(painter, rect, 5, QColor(light["surface"]), QColor(light["line2"]))
    painter.save()
    painter.setClipRect(QRectF(rect.center().x(), rect.top(), rect.width(), rect.height()))
    box(painter, rect, 5, QColor(dark["surface"]), QColor(dark["line2"]))
    painter.restore()
    _line(painter, rect, 0.46, QColor(light["ink"]), rect.width() * 0.26)
    half = QRectF(rect.center().x(), rect.top(), rect.width() / 2, rect.height())
    _line(painter, half, 0.46, QColor(dark["ink"]), rect.width() * 0.26)


def _line(painter: QPainter, rect: QRectF, at: float, colour: QColor, width: float) -> None:
    top = rect.top() + rect.height() * at - 2
    box(painter, QRectF(rect.left() + 8, top, width, 4), 2, colour)
