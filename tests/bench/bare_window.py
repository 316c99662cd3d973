"""What the app's start is compared with: an empty PySide6 window that holds a QTextBrowser."""

from __future__ import annotations

import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QTextBrowser


def mark(name: str) -> None:
    """Say on standard error that this moment has come."""
    mark = f"mark {name} {time.time():.6f} {time.process_time():.6f}"
    print(mark, file=sys.stderr, flush=True)


class Browser(QTextBrowser):
    """Marks its first paint and ends the program."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        mark("home-painted")
        QTimer.singleShot(0, QApplication.quit)


class Window(QMainWindow):
    """Marks the moment when it is shown."""

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        mark("window-visible")


if __name__ == "__main__":
    app = QApplication(sys.argv)
    window = Window()
    window.setCentralWidget(Browser())
    window.resize(1200, 800)
    window.show()
    sys.exit(app.exec())
