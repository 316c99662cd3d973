"""The tools beside a clause: copy its link, save it. A tip names each, and its key."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from handbook.app.look.look import Look
from handbook.app.reader.tip import Tip
from handbook.app.widgets.paint import RING, box, focus_ring
from handbook.app.widgets.pressing import EnterButton

SIDE = 36
_GAP = 6
_BELOW = 6
"""Between a tool and its tip."""
SAID_MS = 2000
"""How long the tip says what was done."""


class ClauseTool(EnterButton):
    """A round-cornered button that does one thing with one clause."""

    explained = Signal()
    """The pointer or the focus came to it."""
    left = Signal()

    def __init__(self, look: Look, parent: QWidget, icon: str, key: str) -> None:
        super().__init__(parent)
        self._look = look
        self._icon = icon
        self.key = key
        self.words = ""
        """What a press does."""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.resize(self.sizeHint())
        self.hide()
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """The button with room for its focus ring."""
        return QSize(SIDE + 2 * RING, SIDE + 2 * RING)

    def name(self, words: str) -> None:
        """Say what a press does now."""
        self.words = words
        self.setAccessibleName(words)

    def nextCheckState(self) -> None:
        """Stay as the page says."""

    def enterEvent(self, event: QEnterEvent) -> None:
        """Name what a press does."""
        super().enterEvent(event)
        self.explained.emit()
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Take the tip away."""
        super().leaveEvent(event)
        self.left.emit()
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Name what a press does."""
        super().focusInEvent(event)
        self.explained.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the tip away."""
        super().focusOutEvent(event)
        self.left.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the tip away with the button."""
        self.left.emit()
        super().hideEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button; one that is on has a filled icon."""
        del event
        painter = QPainter(self)
        rect = QRectF(self.rect()).adjusted(RING, RING, -RING, -RING)
        fill = self._look.color("wash" if self.underMouse() else "surface")
        on = self.isChecked()
        box(painter, rect, 8, fill, self._look.color("accent" if on else "line2"))
        ratio = self.devicePixelRatioF()
        name = f"{self._icon}-filled" if on else self._icon
        icon = self._look.icon(name, "accent" if on else "ink", 18, ratio)
        painter.drawPixmap(rect.center() - QPointF(9, 9), icon)
        if self.hasFocus():
            focus_ring(painter, self._look, rect, 8)


class ClauseTools(QObject):
    """The row of tools beside one clause."""

    copy_pressed = Signal(str)
    save_pressed = Signal(str)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self._clause = ""
        self._tip = Tip(look, parent)
        self.copy = ClauseTool(look, parent, "link", "C")
        self.save = ClauseTool(look, parent, "bookmark", "B")
        self.save.setCheckable(True)
        self.all = (self.copy, self.save)
        self.copy.clicked.connect(lambda: self.copy_pressed.emit(self._clause))
        self.save.clicked.connect(lambda: self.save_pressed.emit(self._clause))
        for tool in self.all:
            tool.explained.connect(self._explain)
            tool.left.connect(self._tip.hide)

    def show_clause(self, clause: str, label: str, *, saved: bool) -> None:
        """Stand for a clause, saved or not."""
        if clause != self._clause:
            self._clause = clause
            self._tip.hide()
        self.copy.name(f"Copy link to {label}")
        self.save.name(f"Take {label} off Saved" if saved else f"Save {label}")
        self.save.setChecked(saved)
        for tool in self.all:
            tool.show()

    def hide(self) -> None:
        """Stand beside no clause."""
        for tool in self.all:
            tool.hide()

    def move_to(self, x: int, y: int) -> None:
        """Stand with the visible corner of the first at a point."""
        for number, tool in enumerate(self.all):
            tool.move(x + number * (SIDE + _GAP) - RING, y - RING)

    def say(self, tool: ClauseTool, words: str) -> None:
        """Say under a tool what was done."""
        if tool.isVisible():
            self._tip.say(words, "", for_ms=SAID_MS)
            self._place_tip(tool)

    def _explain(self) -> None:
        tool = self.sender()
        if isinstance(tool, ClauseTool):
            self._tip.say(tool.words, tool.key)
            self._place_tip(tool)

    def _place_tip(self, tool: ClauseTool) -> None:
        room = self._parent.width() - self._tip.width() - 4
        self._tip.move(min(tool.x() + RING, room), tool.y() + RING + SIDE + _BELOW)
