"""The picture of a flow: questions with their answers, outcomes, and lines between them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from handbook.app.desk.flow.drawing import paint_picture
from handbook.app.desk.flow.layout import Box, Picture
from handbook.app.look.look import Look
from handbook.app.widgets.accessible import as_picture
from handbook.app.widgets.scroll_bar import ScrollBar

_LEAST = 0.5
"""A picture is made no smaller than this: smaller letters say nothing."""
READABLE = 0.6
_EMPTY = Picture((), (), 0, 0)


class FlowView(QAbstractScrollArea):
    """A click or the arrows choose a box; the text goes there."""

    box_chosen = Signal(int)
    """The line of the box."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._picture = _EMPTY
        self._problems: dict[int, bool] = {}
        self._chosen = ""
        self._fits = True
        as_picture(self)
        self.setAccessibleName("Picture of the flow")
        self.setAccessibleDescription("The same can be read as a list.")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBar(ScrollBar(look, "canvas"))
        self.setHorizontalScrollBar(ScrollBar(look, "canvas", Qt.Orientation.Horizontal))
        self.setCornerWidget(QWidget())  # nothing, where Qt would paint a square of its own
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        look.changed.connect(self.viewport().update)

    @property
    def picture(self) -> Picture:
        """What is drawn."""
        return self._picture

    @property
    def chosen(self) -> str:
        """The box that is chosen."""
        return self._chosen

    def show_picture(self, picture: Picture) -> None:
        """Draw another one."""
        self._picture = picture
        if picture.box(self._chosen) is None:
            self._chosen = ""
        self._arrange()

    def show_problems(self, problems: dict[int, bool]) -> None:
        """Mark the boxes of lines with problems; True for an error."""
        self._problems = problems
        self.viewport().update()

    def show_line(self, line: int) -> None:
        """Choose the box of a line of the text, and bring it into view."""
        box = self._picture.at_line(line)
        if box is not None and box.key != self._chosen:
            self._chosen = box.key
            self._reveal(box)
            self.viewport().update()

    @property
    def fits_readably(self) -> bool:
        """True where all of it can be shown in letters that can be read."""
        return self._fitting >= READABLE

    def set_fit(self, *, fits: bool) -> None:
        """Show all of it, or at 100 %."""
        self._fits = fits
        self._arrange()

    def sizeHint(self) -> QSize:
        """Some of it."""
        return QSize(400, 300)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit it anew."""
        super().resizeEvent(event)
        self._arrange()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the focus is."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show it no longer."""
        super().focusOutEvent(event)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the box under the pointer."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        at = self._to_picture(event.position())
        for box in self._picture.boxes:
            if QRectF(box.x, box.y, box.width, box.height).contains(at):
                self._choose(box)
                return

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Shift sideways."""
        sideways = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        bar = self.horizontalScrollBar() if sideways else self.verticalScrollBar()
        bar.setValue(bar.value() - event.angleDelta().y())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows go to the next box in their direction."""
        steps = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        box = _next(self._picture, self._chosen, *step)
        if box is not None:
            self._choose(box)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what shows."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._look.color("canvas"))
        offset = self._offset()
        painter.translate(offset.x(), offset.y())
        painter.scale(self._scale, self._scale)
        chosen = self._chosen
        paint_picture(
            painter, self._look, self._picture, self._problems, chosen, focused=self.hasFocus()
        )

    @property
    def _scale(self) -> float:
        if not self._fits or not self._picture.width:
            return self._look.interface_scale
        return max(_LEAST, min(1.0, self._fitting))

    @property
    def _fitting(self) -> float:
        port, picture = self.viewport().size(), self._picture
        if not picture.width or not picture.height:
            return 1.0
        return min(port.width() / picture.width, port.height() / picture.height)

    def _offset(self) -> QPointF:
        port, scale = self.viewport().size(), self._scale
        spare_x = max(0.0, (port.width() - self._picture.width * scale) / 2)
        spare_y = max(0.0, (port.height() - self._picture.height * scale) / 2)
        scroll = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        return QPointF(spare_x - scroll.x(), spare_y - scroll.y())

    def _to_picture(self, at: QPointF) -> QPointF:
        moved = at - self._offset()
        return QPointF(moved.x() / self._scale, moved.y() / self._scale)

    def _choose(self, box: Box) -> None:
        self._chosen = box.key
        self._reveal(box)
        self.viewport().update()
        if box.line:
            self.box_chosen.emit(box.line)

    def _reveal(self, box: Box) -> None:
        scale, port = self._scale, self.viewport().size()
        for bar, start, size, room in (
            (self.horizontalScrollBar(), box.x, box.width, port.width()),
            (self.verticalScrollBar(), box.y, box.height, port.height()),
        ):
            low, high = round(start * scale) - 20, round((start + size) * scale) + 20
            if low < bar.value():
                bar.setValue(low)
            elif high > bar.value() + room:
                bar.setValue(min(low, high - room))

    def _arrange(self) -> None:
        port, scale = self.viewport().size(), self._scale
        for bar, whole, room in (
            (self.horizontalScrollBar(), self._picture.width, port.width()),
            (self.verticalScrollBar(), self._picture.height, port.height()),
        ):
            bar.setPageStep(room)
            bar.setRange(0, max(0, round(whole * scale) - room))
        self.viewport().update()


def _next(picture: Picture, chosen: str, right: int, down: int) -> Box | None:
    """The nearest box in a direction; the first one where none is chosen."""
    here = picture.box(chosen)
    if here is None:
        return picture.boxes[0] if picture.boxes else None

    def far(box: Box) -> float:
        return abs(box.x - here.x) + abs(box.y - here.y)

    if right:
        ahead = [box for box in picture.boxes if (box.x - here.x) * right > 1]
    else:
        same = [box for box in picture.boxes if abs(box.x - here.x) < 1]
        ahead = [box for box in same if (box.y - here.y) * down > 1]
    return min(ahead, key=far, default=None)
