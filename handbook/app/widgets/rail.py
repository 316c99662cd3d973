"""What stands in the rail at the left of a page: places to go to, and what is shown."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QRadioButton, QSizePolicy

from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.widgets.paint import baseline, box, cut_line, focus_ring
from handbook.app.widgets.pressing import EnterButton

RAIL = 280
"""Width of a rail, in logical pixels."""


class RailItem(EnterButton):
    """A place of the page, with an icon or without, and how much there is."""

    def __init__(self, look: Look, name: str, count: int, icon: str = "") -> None:
        super().__init__()
        self._look = look
        self._count = count
        self._icon = icon
        self.setText(name)
        self.setAccessibleName(f"{name}, {count}")
        self.setToolTip(name)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """One row."""
        return QSize(RAIL - 24, self._look.line_height(Type.UI) + 12)

    def nextCheckState(self) -> None:
        """Stay as the page says."""

    def paintEvent(self, event: object) -> None:
        """Draw wash and bar where it is current, icon, name and count."""
        del event
        painter = QPainter(self)
        look = self._look
        rect = QRectF(self.rect())
        here = self.isChecked()
        if here:
            box(painter, rect, 4, look.color("accent_soft"))
            painter.fillRect(QRectF(0, 0, 3, rect.height()), look.color("accent"))
        elif self.underMouse():
            box(painter, rect, 4, look.color("sunken"))
        left = 12.0
        if self._icon:
            icon = look.icon(self._icon, "link", 18, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(left, rect.center().y() - 9), icon)
            left = 44.0
        number = count_at_right(painter, look, rect, self._count)
        words = QRectF(left, 0, number - 8 - left, rect.height())
        role = Type.UI_BOLD if here else Type.UI
        cut_line(painter, look, words, self.text(), role, "link" if here else "ink")
        if self.hasFocus():
            focus_ring(painter, look, rect.adjusted(5, 5, -5, -5), 4)


class RailChoice(QRadioButton):
    """One of a few ways to show what there is: a dot, words, and how much there is of it."""

    def __init__(self, look: Look, text: str) -> None:
        super().__init__(text)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._look = look
        self._count = 0
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def set_count(self, count: int) -> None:
        """Show how much there is."""
        self._count = count
        self.setAccessibleName(f"{self.text()}, {count}")
        self.update()

    def sizeHint(self) -> QSize:
        """One row."""
        return QSize(RAIL - 24, self._look.line_height(Type.UI) + 14)

    def hitButton(self, pos: object) -> bool:
        """All of the row can be pressed."""
        del pos
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press it by Enter too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: object) -> None:
        """Draw dot, words and count."""
        del event
        painter = QPainter(self)
        look, rect = self._look, QRectF(self.rect())
        here = self.isChecked()
        if self.underMouse() and not here:
            box(painter, rect, 4, look.color("sunken"))
        middle = rect.center().y()
        edge = look.color("accent" if here else "line2")
        box(painter, QRectF(12, middle - 9, 18, 18), 9, look.color("surface"), edge, 2)
        if here:
            box(painter, QRectF(17, middle - 4, 8, 8), 4, look.color("accent"))
        number = count_at_right(painter, look, rect, self._count)
        words = QRectF(44, 0, number - 52, rect.height())
        cut_line(painter, look, words, self.text(), Type.UI_BOLD if here else Type.UI, "ink")
        if self.hasFocus():
            focus_ring(painter, look, rect.adjusted(5, 5, -5, -5), 4)


def count_at_right(painter: QPainter, look: Look, rect: QRectF, count: int) -> float:
    """Draw how much there is at the end of a row; returns where it begins."""
    painter.setFont(look.font(Type.META))
    painter.setPen(look.color("ink3"))
    x = rect.width() - 14 - look.width_of(str(count), Type.META)
    painter.drawText(QPointF(x, baseline(painter, rect)), str(count))
    return x
