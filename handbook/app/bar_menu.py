"""The places of the bar as a list, where the bar has no room for them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from handbook.app.look.look import Look
from handbook.app.look.tokens import Theme
from handbook.app.look.type import Type
from handbook.app.page import Nav
from handbook.app.widgets.paint import RING, baseline, box, focus_ring
from handbook.app.widgets.panel import HairLine
from handbook.app.widgets.popover import Popover
from handbook.app.widgets.pressing import EnterButton

_WIDTH = 280


class BarMenu(Popover):
    """Every place of the bar, then the settings, the keys and About."""

    nav_chosen = Signal(Nav)
    aa_pressed = Signal()
    keys_pressed = Signal()
    about_pressed = Signal()

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(look, window, _WIDTH)
        self.setAccessibleName("Menu")
        self._places = {nav: MenuItem(look, nav.value) for nav in Nav}
        aa = MenuItem(look, "Text size and colours")
        keys = MenuItem(look, "All keys")
        about = MenuItem(look, "About the handbook")
        self._items = [*self._places.values(), aa, keys, about]
        for nav, item in self._places.items():
            item.clicked.connect(lambda _=False, nav=nav: self._chosen(nav))
        for item, pressed in (
            (aa, self.aa_pressed),
            (keys, self.keys_pressed),
            (about, self.about_pressed),
        ):
            item.clicked.connect(pressed)
        line = QHBoxLayout()
        line.setContentsMargins(RING + 6, 4, RING + 6, 4)
        line.addWidget(HairLine(look))
        column = QVBoxLayout(self.body)
        column.setContentsMargins(2, 4, 2, 4)
        column.setSpacing(0)
        for item in self._items:
            if item is aa:
                column.addLayout(line)
            item.moved.connect(self._move)
            column.addWidget(item)

    def show_place(self, here: Nav | None) -> None:
        """Mark the place that is shown."""
        for nav, item in self._places.items():
            item.setChecked(nav is here)

    def _chosen(self, nav: Nav) -> None:
        self.close_panel()
        self.nav_chosen.emit(nav)

    def _move(self, by: int) -> None:
        item = self.sender()
        if isinstance(item, MenuItem):
            then = self._items[(self._items.index(item) + by) % len(self._items)]
            then.setFocus(Qt.FocusReason.TabFocusReason)


class MenuItem(EnterButton):
    """One line of the menu."""

    moved = Signal(int)
    """Up (-1) or Down (1) was pressed."""

    def __init__(self, look: Look, words: str) -> None:
        super().__init__()
        self._look = look
        self.setText(words)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """One line, high enough for a finger."""
        return QSize(200, self._look.line_height(Type.UI) + 16 + RING)

    def nextCheckState(self) -> None:
        """Stay as the menu says."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows move."""
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            self.moved.emit(by)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words, with a wash and a bar where one is."""
        del event
        painter, look = QPainter(self), self._look
        rect = QRectF(self.rect()).adjusted(RING, RING / 2, -RING, -RING / 2)
        here = self.isChecked()
        if here or self.underMouse():
            contrast = look.theme is Theme.HIGH_CONTRAST
            edge = look.color("accent") if contrast else None
            box(painter, rect, 4, look.color("accent_soft" if here else "wash"), edge)
        if here:
            painter.fillRect(
                QRectF(rect.left(), rect.top(), 3, rect.height()), look.color("accent")
            )
        painter.setFont(look.font(Type.UI_BOLD if here else Type.UI))
        painter.setPen(look.color("link" if here else "ink"))
        painter.drawText(QPointF(rect.left() + 14, baseline(painter, rect)), self.text())
        if self.hasFocus():
            focus_ring(painter, look, rect.adjusted(3, 3, -3, -3), 4)
