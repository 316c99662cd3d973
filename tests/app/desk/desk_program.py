"""A desk in a process of its own: types into a file and waits to be killed."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from handbook.app.desk.desk import Desk
from handbook.app.desk.services import DeskServices
from handbook.app.look.look import Look
from handbook.state.desk_settings import DeskSettingsStore
from handbook.state.preferences import PreferenceStore
from handbook.state.store import open_in_memory
from handbook.state.unsaved import UnsavedStore


def main() -> None:
    folder, data = Path(sys.argv[1]), Path(sys.argv[2])
    app = QApplication(sys.argv[:1])
    store = UnsavedStore(data, folder)
    services = DeskServices(
        folder,
        store,
        DeskSettingsStore(data),
        PreferenceStore(open_in_memory()),
        data / "cache",
        now=lambda: datetime.now(UTC),
        today=date.today,
    )
    desk = Desk(Look(), services)
    desk.start("policies/phones.md")
    desk.window.source.insert("Typed and never saved. ")

    def tell() -> None:
        if store.all():
            print("kept", flush=True)  # noqa: T201 - the test waits for it

    timer = QTimer()
    timer.timeout.connect(tell)
    timer.start(50)
    app.exec()


if __name__ == "__main__":
    main()
