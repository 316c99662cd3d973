"""A short list of things to do, opened under a button."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QVBoxLayout, QWidget

from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.widgets.paint import baseline, box, keycap, keycap_height, keycap_width
from handbook.app.widgets.panel import HairLine, Panel
from handbook.app.widgets.pressing import EnterButton

_PAD = 5
_GOING = (QEvent.Type.WindowDeactivate, QEvent.Type.Resize, QEvent.Type.Hide)


@dataclass(frozen=True, slots=True)
class MenuItem:
    """One thing to do: its id, its words, an icon and its key."""

    id: str
    words: str
    icon: str
    key: str = ""
    apart: bool = False
    """Whether a line stands above it."""


class Menu(Panel):
    """The list. Up, Down and Enter choose, Escape goes back to the button.

    It lies in the window itself, above the page, and goes when anything else is pressed.
    """

    chosen = Signal(str)

    def __init__(self, look: Look, button: QWidget) -> None:
        super().__init__(look, "raised", edge="line2", radius=12, parent=button.window())
        self._button = button
        self._rows: list[MenuRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_PAD, _PAD, _PAD, _PAD)
        self._column.setSpacing(0)
        self.hide()

    def open_with(self, items: Sequence[MenuItem], under: QWidget | None = None) -> None:
        """Show these things to do, the first with the focus; under another button if named."""
        self.close_menu()
        self._button = under or self._button
        self._list(items)
        self.setParent(self._button.window())
        self.resize(self.sizeHint())
        corner = self._button.mapTo(
            self._button.window(), QPoint(self._button.width(), self._button.height())
        )
        self.move(max(4, corner.x() - self.width() - 6), corner.y() - 4)
        self.show()
        self.raise_()
        self._rows[0].setFocus(Qt.FocusReason.PopupFocusReason)
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def close_menu(self) -> None:
        """Take the list away; the focus goes back to the button if the list has it."""
        if self.isHidden():
            return
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        inside = any(row.hasFocus() for row in self._rows)
        self.hide()
        if inside:
            self._button.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close when something else is pressed, and when the button or the window goes."""
        kind = event.type()
        if isinstance(event, QMouseEvent) and kind == QEvent.Type.MouseButtonPress:
            if isinstance(watched, QWidget) and not self._holds(watched):
                self.close_menu()
        elif kind in _GOING and watched in (self.window(), self._button):
            self.close_menu()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrows, leave with Escape or Tab."""
        match event.key():
            case Qt.Key.Key_Down:
                self._move(1)
            case Qt.Key.Key_Up:
                self._move(-1)
            case Qt.Key.Key_Escape | Qt.Key.Key_Tab | Qt.Key.Key_Backtab:
                self.close_menu()
            case _:
                super().keyPressEvent(event)

    def rows(self) -> list[MenuRow]:
        """What can be chosen."""
        return list(self._rows)

    def _holds(self, widget: QWidget) -> bool:
        return widget is self or widget is self._button or self.isAncestorOf(widget)

    def _move(self, by: int) -> None:
        here = next((i for i, row in enumerate(self._rows) if row.hasFocus()), 0)
        self._rows[(here + by) % len(self._rows)].setFocus(Qt.FocusReason.TabFocusReason)

    def _list(self, items: Sequence[MenuItem]) -> None:
        while (old := self._column.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._rows = []
        for item in items:
            if item.apart:
                self._column.addSpacing(4)
                self._column.addWidget(HairLine(self._look))
                self._column.addSpacing(4)
            row = MenuRow(self._look, item)
            row.clicked.connect(self._row_clicked)
            self._rows.append(row)
            self._column.addWidget(row)

    def _row_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, MenuRow):
            self.close_menu()
            self.chosen.emit(row.item.id)


class MenuRow(EnterButton):
    """One thing to do."""

    def __init__(self, look: Look, item: MenuItem) -> None:
        super().__init__()
        self._look = look
        self.item = item
        self.setText(item.words)
        self.setAccessibleName(f"{item.words}, {item.key}" if item.key else item.words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As wide as icon, words and key."""
        look = self._look
        width = 44 + look.width_of(self.text(), Type.UI_BOLD) + 40
        if self.item.key:
            width += keycap_width(look, self.item.key) + 14
        return QSize(round(width), look.line_height(Type.UI) + 16)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrows to the list; Qt's own buttons go to a neighbour of their choice."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next_one: bool) -> bool:  # noqa: FBT001 - Qt's signature
        """Tab leaves the list, which its own key handler sees to."""
        del next_one
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it; the one that would be chosen has a wash."""
        del event
        painter = QPainter(self)
        look, rect = self._look, QRectF(self.rect())
        here = self.hasFocus() or self.underMouse()
        if here:
            box(painter, rect, 8, look.color("accent_soft"))
        if self.hasFocus():
            box(painter, rect, 8, None, look.color("focus"), 2)
        icon = look.icon(self.item.icon, "link" if here else "ink2", 20, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(12, rect.center().y() - 10), icon)
        painter.setFont(look.font(Type.UI_BOLD if here else Type.UI))
        painter.setPen(look.color("link" if here else "ink"))
        painter.drawText(QPointF(44, baseline(painter, rect)), self.text())
        if self.item.key:
            x = rect.right() - 14 - keycap_width(look, self.item.key)
            at = QPointF(x, rect.center().y() - keycap_height(look) / 2)
            keycap(painter, look, at, self.item.key, fill="raised")
