"""The second half of a double click, as the system sends it to whatever is there by then."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget


def second_half(widget: QWidget) -> None:
    """Press and release the left button over the middle of a widget for the second time.

    The press comes to the window, as every press does, and from there to the widget; the
    release to the widget, because Qt knows of a first half only where the system sent it.
    """
    spot = QPointF(widget.rect().center())
    window = widget.window()
    pressed = _event(QEvent.Type.MouseButtonDblClick, widget.mapTo(window, spot), widget)
    QApplication.sendEvent(window.windowHandle(), pressed)
    QApplication.sendEvent(widget, _event(QEvent.Type.MouseButtonRelease, spot, widget))


def _event(kind: QEvent.Type, spot: QPointF, widget: QWidget) -> QMouseEvent:
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    return QMouseEvent(
        kind,
        spot,
        QPointF(widget.mapToGlobal(widget.rect().center())),
        left,
        left if kind is QEvent.Type.MouseButtonDblClick else none,
        Qt.KeyboardModifier.NoModifier,
    )
