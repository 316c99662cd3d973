"""Hearing keys and presses before the widgets that they are for."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid


class Listener(QObject):
    """Its `eventFilter` hears what is typed and pressed, wherever the focus is.

    It listens at the windows, where that comes in, and at what has the focus, where an input
    method writes. At the application it would hear every event of every widget: thousands for
    each page that is shown, and a quarter of the time that this takes.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._windows: list[QObject] = []
        self._focus: QObject | None = None
        self._listens = False

    def listen(self) -> None:
        """Begin."""
        app = QGuiApplication.instance()
        if not isinstance(app, QGuiApplication) or self._listens:
            return
        self._listens = True
        for window in app.topLevelWindows():
            self._hear_window(window)
        self._hear_focus(app.focusObject())
        app.focusWindowChanged.connect(self._hear_window)
        app.focusObjectChanged.connect(self._hear_focus)

    def stop_listening(self) -> None:
        """Hear nothing more."""
        app = QGuiApplication.instance()
        if not isinstance(app, QGuiApplication) or not self._listens:
            return
        self._listens = False
        app.focusWindowChanged.disconnect(self._hear_window)
        app.focusObjectChanged.disconnect(self._hear_focus)
        self._hear_focus(None)
        for window in self._windows:
            if isValid(window):
                window.removeEventFilter(self)
        self._windows = []

    def hear_menu(self) -> None:
        """Listen at the menu that has opened: keys go there, while the focus stays where it is."""
        if (menu := QApplication.activePopupWidget()) is not None:
            self._hear_window(menu.windowHandle())

    def _hear_window(self, window: QObject | None) -> None:
        """A dialog has come up, or the window itself was made anew."""
        if window is not None and window not in self._windows:
            self._windows.append(window)
            window.installEventFilter(self)

    def _hear_focus(self, focus: QObject | None) -> None:
        before, self._focus = self._focus, focus
        if before is not None and before not in self._windows and isValid(before):
            before.removeEventFilter(self)
        if focus is not None:
            focus.installEventFilter(self)
