"""A window whose place is kept, on screens that the caller's environment describes."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QRect, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from handbook.app.window_place import SETTLED_MS, WindowPlace
from handbook.state.kept_row import WINDOW_PLACE, KeptRow
from handbook.state.store import open_store


def main(folder: str, *moves: str) -> None:
    app = QApplication([])
    window = QWidget()
    window.resize(1200, 700)
    place = WindowPlace(window, KeptRow(open_store(Path(folder)), WINDOW_PLACE))
    restored = place.restore()
    window.show()
    for move in moves:
        if move == "maximised":
            window.showMaximized()
        else:
            window.setGeometry(QRect(*map(int, move.split(","))))

    def tell() -> None:
        shown = window.normalGeometry() if window.isMaximized() else window.geometry()
        screens = any(each.geometry().intersects(shown) for each in app.screens())
        numbers = (shown.x(), shown.y(), shown.width(), shown.height())
        print(restored, window.isMaximized(), screens, *numbers, flush=True)  # noqa: T201

    QTimer.singleShot(3 * SETTLED_MS, app, tell)
    app.exec()


if __name__ == "__main__":
    main(*sys.argv[1:])
