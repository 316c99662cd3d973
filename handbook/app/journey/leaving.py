"""The keys that leave: Shift three times or Escape twice at once, Alt+Left one step back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from handbook.app.widgets.listener import Listener

PRESSES = 3
_NEEDED = {Qt.Key.Key_Shift: PRESSES, Qt.Key.Key_Escape: 2}
WITHIN_MS = 5000
_TYPED_OTHERWISE = {QEvent.Type.InputMethod, QEvent.Type.MouseButtonPress}
"""Letters with accents and text marked by Shift and the mouse: they begin the count anew too."""


class LeaveKeys(Listener):
    """Watches all keys of the program while a page of the wizard is shown.

    Any other key begins the count anew: Shift+Tab pressed three times leaves nothing.
    """

    counted = Signal(int)
    """How often Shift was pressed so far."""
    completed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._key = 0
        self._count = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WITHIN_MS)
        self._timer.timeout.connect(self.reset)

    def watch(self) -> None:
        """Begin to listen."""
        self.reset()
        self.listen()

    def unwatch(self) -> None:
        """Stop listening."""
        self.reset()
        self.stop_listening()

    def reset(self) -> None:
        """Count from nothing."""
        self._timer.stop()
        self._key, self._count = 0, 0
        self.counted.emit(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the presses of the two keys; let everything else through."""
        del watched
        if event.type() in _TYPED_OTHERWISE:
            self.reset()
        if event.type() == QEvent.Type.FocusOut:
            self.hear_menu()
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key = event.key()
        if key not in _NEEDED or (key == Qt.Key.Key_Escape and _stands_open()):
            if self._count:
                self.reset()
            return False
        if not event.isAutoRepeat():
            self._press(Qt.Key(key))
        return True

    def _press(self, key: Qt.Key) -> None:
        if key != self._key:
            self.reset()
            self._key = key
            self._timer.start()
        self._count += 1
        if self._count >= _NEEDED[key]:
            self.reset()
            _close_menus()
            self.completed.emit()
        elif key == Qt.Key.Key_Shift:
            self.counted.emit(self._count)


def _stands_open() -> bool:
    """Whether Escape has a dialog or a menu to close first."""
    return bool(QApplication.activeModalWidget() or QApplication.activePopupWidget())


def _close_menus() -> None:
    """A menu over a text would stay over the next page, and tell that there was a text."""
    while (menu := QApplication.activePopupWidget()) is not None:
        if not menu.close():
            break


def on_back_key(page: QWidget, back: Callable[[], None]) -> None:
    """Let Alt+Left go back wherever the focus is on a page; buttons would take it for an arrow."""
    shortcut = QShortcut(QKeySequence("Alt+Left"), page)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.setAutoRepeat(False)  # held, it would run back past the first question and forget all
    shortcut.activated.connect(back)
