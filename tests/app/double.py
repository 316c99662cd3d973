"""The second half of a double click, as the system sends it to whatever is there by then."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget


def second_half(widget: QWidget) -> None:
    """Press and release the left button over the middle of a widget for the second time."""
    spot = QPointF(widget.rect().center())
    for kind in (QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseButtonRelease):
        held = Qt.MouseButton.LeftButton if "Dbl" in kind.name else Qt.MouseButton.NoButton
        QApplication.sendEvent(
            widget,
            QMouseEvent(
                kind,
                spot,
                QPointF(widget.mapToGlobal(spot)),
                Qt.MouseButton.LeftButton,
                held,
                Qt.KeyboardModifier.NoModifier,
            ),
        )
