"""Buttons that Enter presses too, as everywhere else on the web and in dialogs."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EnterButton(QAbstractButton):
    """A button that Enter presses beside Space; drawn anew as the pointer comes and goes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press it by Enter, once for as long as the key is held."""
        if event.key() in _ENTER:
            if not event.isAutoRepeat():
                self.click()
        else:
            super().keyPressEvent(event)


class EnterPushButton(QPushButton):
    """A push button that Enter presses; the role of a push button is kept for readers."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press it by Enter, once for as long as the key is held."""
        if event.key() in _ENTER:
            if not event.isAutoRepeat():
                self.click()
        else:
            super().keyPressEvent(event)
