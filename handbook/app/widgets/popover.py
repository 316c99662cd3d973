"""A panel over the page, under the button that opened it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from handbook.app.look.look import Look
from handbook.app.widgets.paint import RING, box
from handbook.app.widgets.panel import ScrollBody

_BELOW = 8
_EDGE = 12
"""Kept free at the window's edges."""


class Popover(QWidget):
    """A raised panel with a way round by Tab; its content scrolls where the window is low.

    It is no window of its own, so that it looks the same everywhere and goes with its page.
    Escape closes it and gives the focus back to the button. A press elsewhere, or the focus
    going elsewhere, closes it too. Lay the content out on `body`.
    """

    def __init__(self, look: Look, window: QWidget, width: int) -> None:
        super().__init__(window)
        self._look = look
        self._window = window
        self._width = width
        self._anchor: QPushButton | None = None
        self._ends_at: QWidget | None = None
        self.body = QWidget()
        self._area = ScrollBody(look, self.body)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self._area)
        look.changed.connect(self._place_soon)
        self.hide()

    def open_under(self, anchor: QPushButton, ends_at: QWidget | None = None) -> None:
        """Open below a button, on its left edge, or so that it ends where a widget ends."""
        self._anchor, self._ends_at = anchor, ends_at
        anchor.setCheckable(True)
        anchor.setChecked(True)
        self._place()
        self.show()
        self.raise_()
        if (app := _application()) is not None:
            app.installEventFilter(self)
            app.focusChanged.connect(self._focus_changed)
        self.take_focus()

    def take_focus(self) -> None:
        """Put the focus on the first thing that takes it."""
        if stops := self.stops():
            stops[0].setFocus(Qt.FocusReason.TabFocusReason)

    def close_panel(self, *, give_back: bool = False) -> None:
        """Close; with `give_back` the focus returns to the button.

        It also does where nothing else has taken it: keys would go on acting on what is hidden.
        """
        if self.isHidden() or self._anchor is None:
            return
        if (app := _application()) is not None:
            app.removeEventFilter(self)
            app.focusChanged.disconnect(self._focus_changed)
        anchor, self._anchor = self._anchor, None
        anchor.setChecked(False)
        anchor.setCheckable(False)
        if give_back or self._has_focus():
            anchor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()

    def stops(self) -> list[QWidget]:
        """What Tab goes to, in the order in which it was laid out."""
        # Never by nextInFocusChain: the binding takes each widget that it gives for a part of
        # the one before, and lets the whole window go with the first that is deleted.
        return [
            each
            for each in self.findChildren(QWidget)
            if each.focusPolicy() & Qt.FocusPolicy.TabFocus
            and each.isVisible()
            and each.isEnabled()
        ]

    def focusNextPrevChild(self, next_one: bool) -> bool:  # noqa: FBT001 - Qt's signature
        """Go round within the panel."""
        stops, focus = self.stops(), QApplication.focusWidget()
        if not stops:
            return False
        here = stops.index(focus) if focus in stops else -1
        then = stops[(here + (1 if next_one else -1)) % len(stops)]
        reason = Qt.FocusReason.TabFocusReason
        then.setFocus(reason if next_one else Qt.FocusReason.BacktabFocusReason)
        self._area.ensureWidgetVisible(then, 0, 24)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel(give_back=True)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close on a press elsewhere; follow the window's size."""
        kind = event.type()
        if kind == QEvent.Type.Resize and watched is self._window:
            self._place_soon()
        elif (
            kind == QEvent.Type.MouseButtonPress
            and isinstance(watched, QWidget)
            and self._is_elsewhere(watched)
        ):
            self.close_panel()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the panel."""
        del event
        painter = QPainter(self)
        fill, edge = self._look.color("raised"), self._look.color("line2")
        box(painter, QRectF(self.rect()), 12, fill, edge)

    def _has_focus(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def _is_elsewhere(self, widget: QWidget) -> bool:
        return widget not in (self, self._anchor) and not self.isAncestorOf(widget)

    def _focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        del before
        if now is not None and self._is_elsewhere(now):
            self.close_panel()

    def _place_soon(self) -> None:
        """Once the layouts have taken up what changed."""
        if not self.isHidden():
            QTimer.singleShot(0, self, self._place)

    def _place(self) -> None:
        if self._anchor is None:
            return
        anchor, window, end = self._anchor, self._window, self._ends_at
        wide = round(self._width * self._look.interface_scale)
        width = min(wide, window.width() - 2 * _EDGE)
        start = anchor.mapTo(window, QPoint(RING, anchor.height()))
        left = start.x()
        if end is not None:
            left = end.mapTo(window, QPoint(end.width() - RING, 0)).x() - width
        top = start.y() + _BELOW
        height = min(self._height_for(width), window.height() - top - _EDGE)
        self.setGeometry(max(_EDGE, left), top, width, height)

    def _height_for(self, width: int) -> int:
        layout = self.body.layout()
        if layout is None:
            return 0
        layout.activate()
        inner = width - 2
        high = layout.totalHeightForWidth(inner) if layout.hasHeightForWidth() else 0
        return max(high, layout.totalSizeHint().height() if high <= 0 else 0) + 2


def _application() -> QApplication | None:
    app = QApplication.instance()
    return app if isinstance(app, QApplication) else None
