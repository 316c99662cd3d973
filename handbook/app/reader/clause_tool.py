"""The tool beside a clause: copy its link, with a tip that names it and its key."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.widgets.paint import RING, baseline, box, focus_ring
from handbook.app.widgets.pressing import EnterButton

_SIDE = 36
_SAID_MS = 2000


class ClauseTool(EnterButton):
    """A round-cornered button that stands beside one clause."""

    copy_pressed = Signal(str)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._clause = ""
        self._label = ""
        self._tip = Tip(look, parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.resize(self.sizeHint())
        self.clicked.connect(lambda: self.copy_pressed.emit(self._clause))
        self.hide()
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """The button with room for its focus ring."""
        return QSize(_SIDE + 2 * RING, _SIDE + 2 * RING)

    def show_clause(self, clause: str, label: str) -> None:
        """Stand for a clause."""
        if clause != self._clause:
            self._clause, self._label = clause, label
            self.setAccessibleName(f"Copy link to {label}")
            self._tip.hide()
        self.show()

    def move_to(self, x: int, y: int) -> None:
        """Stand with the visible corner at a point."""
        self.move(x - RING, y - RING)
        self._tip.move(x, y + _SIDE + 6)

    def say_copied(self) -> None:
        """Say under the button that the link is on the clipboard."""
        if self.isVisible():
            self._tip.say("Link copied", "", for_ms=_SAID_MS)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Name what a press does."""
        super().enterEvent(event)
        self._explain()

    def leaveEvent(self, event: QEvent) -> None:
        """Take the tip away."""
        super().leaveEvent(event)
        self._tip.hide()
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Name what a press does."""
        super().focusInEvent(event)
        self._explain()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the tip away."""
        super().focusOutEvent(event)
        self._tip.hide()

    def hideEvent(self, event: object) -> None:
        """Take the tip away with the button."""
        self._tip.hide()
        super().hideEvent(event)  # type: ignore[arg-type]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button."""
        del event
        painter = QPainter(self)
        rect = QRectF(self.rect()).adjusted(RING, RING, -RING, -RING)
        fill = self._look.color("wash" if self.underMouse() else "surface")
        box(painter, rect, 8, fill, self._look.color("line2"))
        icon = self._look.icon("link", "ink", 18, self.devicePixelRatioF())
        painter.drawPixmap(rect.center() - QPointF(9, 9), icon)
        if self.hasFocus():
            focus_ring(painter, self._look, rect, 8)

    def _explain(self) -> None:
        self._tip.say(f"Copy link to {self._label}", "C")
        self.update()


class Tip(QWidget):
    """A few words on ink, and a key."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._words = ""
        self._key = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def say(self, words: str, key: str, *, for_ms: int = 0) -> None:
        """Show words, for a time or until they are hidden."""
        self._words, self._key = words, key
        width = 24 + self._look.width_of(words, Type.SMALL_BOLD)
        if key:
            width += 20 + self._look.width_of(key, Type.SMALL)
        self.resize(round(width), 30)
        self.show()
        self.raise_()
        self.update()
        if for_ms:
            self._timer.start(for_ms)
        else:
            self._timer.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tip."""
        del event
        painter = QPainter(self)
        rect = QRectF(self.rect())
        box(painter, rect, 6, self._look.color("ink"))
        painter.setPen(self._look.color("surface"))
        painter.setFont(self._look.font(Type.SMALL_BOLD))
        painter.drawText(QPointF(12, baseline(painter, rect)), self._words)
        if self._key:
            painter.setFont(self._look.font(Type.SMALL))
            x = rect.width() - 12 - self._look.width_of(self._key, Type.SMALL)
            painter.drawText(QPointF(x, baseline(painter, rect)), self._key)
