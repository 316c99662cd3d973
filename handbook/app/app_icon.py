"""The app's icon, for the title of the window and the bar of the desktop."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

from handbook import locations

LATER_MS = 500
"""It is read and drawn once the first page is there; nobody looks for it before."""


def show_icon() -> None:
    """Give every window of the program the icon."""
    from PySide6.QtGui import QIcon  # no start needs it

    QGuiApplication.setWindowIcon(QIcon(str(locations.resources() / "app" / "handbook.svg")))


def show_icon_later(application: QGuiApplication) -> None:
    """The same, once the start is over."""
    QTimer.singleShot(LATER_MS, application, show_icon)
