"""The program as it is started, with keys pressed in it as words on its command line say.

Each word is one step, taken when the program waits for keys. `ready` waits until everything is
read and the index is built; `kill` ends the process as a power cut does.
"""

from __future__ import annotations

import os
import signal
import sys
import traceback
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit

from handbook.app import start as start_program
from handbook.app.desktop import Desktop
from handbook.app.entry import run
from handbook.app.outcome.rests import RestChip
from handbook.app.services import Services
from handbook.state.managed import Managed
from tests.journeys.staff import Staff

TICK_MS = 15
TODAY = date(2026, 11, 21)
STUCK = 70
"""The exit code where a step cannot be taken."""
SECRET = "Zebra-kiwi-walrus"
"""Words that nobody else would write; typed into a record."""


class Driver:
    """Takes one step each time the program is idle, also while a dialog is open."""

    def __init__(self, desktop: Desktop, words: list[str]) -> None:
        self.desktop = desktop
        self.steps = self._all(words)
        self.timer = QTimer(desktop)
        self.timer.timeout.connect(self._tick)
        self.timer.start(TICK_MS)

    def _tick(self) -> None:
        try:
            next(self.steps, None)
        except Exception:  # noqa: BLE001 - whatever it is, the test is to see it and end
            traceback.print_exc()
            os._exit(STUCK)

    def _all(self, words: list[str]) -> Iterator[None]:
        for word in words:
            name, _, rest = word.partition(":")
            yield from getattr(self, f"do_{name}")(rest)
            yield

    def do_ready(self, _: str) -> Iterator[None]:
        while not self.desktop.is_ready:
            yield
        self.staff = Staff(self.desktop)
        yield
        if type(self.desktop.window.page).__name__ == "FirstRunPage":
            self.staff.button("Not now").click()
        searching = self.desktop.rooms.searching.presenter
        while searching._searcher is None:
            yield
        for _tick in range(40):  # what is built and written while nobody waits for it
            yield

    def do_begin(self, flow: str) -> Iterator[None]:
        self.staff.begin(flow)
        yield

    def do_keys(self, numbers: str) -> Iterator[None]:
        for number in numbers:
            self.staff.press(Qt.Key(Qt.Key.Key_0 + int(number)))
            yield

    def do_back(self, _: str) -> Iterator[None]:
        self.staff.press(Qt.Key.Key_Left, alt=True)
        yield

    def do_tabs(self, _: str) -> Iterator[None]:
        assert self.staff.tabs, "this end has one route alone"
        for index in range(len(self.staff.tabs)):
            self.staff.tabs[index].click()
            yield

    def do_clause(self, _: str) -> Iterator[None]:
        chip = next(iter(self.staff.body.findChildren(RestChip)))
        chip.click()
        yield
        self.staff.button("Back to your route").click()
        yield

    def do_change(self, number: str) -> Iterator[None]:
        self.staff.button("Change your answers").click()
        yield
        self.staff.button("Change: ").click()
        yield
        yield from self.do_keys(number)

    def do_press(self, words: str) -> Iterator[None]:
        QTimer.singleShot(0, self.staff.button(words).click)
        yield

    def do_type(self, _: str) -> Iterator[None]:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, SECRET)
        yield

    def do_save(self, path: str) -> Iterator[None]:
        """Name a file in the dialog that is open."""
        while (dialog := QApplication.activeModalWidget()) is None:
            yield
        assert isinstance(dialog, QDialog)
        field = dialog.findChild(QLineEdit)
        assert isinstance(field, QLineEdit)
        field.setText(path)
        yield
        QTest.keyClick(field, Qt.Key.Key_Return)
        while QApplication.activeModalWidget() is not None:
            yield
        for _tick in range(10):
            yield

    def do_leave(self, _: str) -> Iterator[None]:
        for _press in range(3):
            self.staff.press(Qt.Key.Key_Shift)
        yield

    def do_page(self, name: str) -> Iterator[None]:
        page = self.desktop.window.page
        assert type(page).__name__ == name, f"{page} is shown, not {name}"
        assert self.desktop.window.windowTitle() == "Staff handbook"
        yield

    def do_crash(self, number: str) -> Iterator[None]:
        """An answer that is not offered, as a slip in the program might give it."""
        presenter = self.desktop.rooms.journeys._wizard_presenter
        journey = presenter.journey
        assert journey is not None
        QTimer.singleShot(0, lambda: journey.answer(journey.answers[int(number)].choice))
        yield

    def do_wait(self, _: str) -> Iterator[None]:
        for _tick in range(60):
            yield

    def do_close(self, _: str) -> Iterator[None]:
        self.desktop.window.close()
        yield

    def do_kill(self, _: str) -> Iterator[None]:
        os.kill(os.getpid(), signal.SIGKILL)
        yield


def main() -> int:
    """Run the program with a driver in it."""
    start: Callable[..., None] = Desktop.start
    drivers: list[Driver] = []

    def start_with_driver(desktop: Desktop, *rest: Any, **named: Any) -> None:
        start(desktop, *rest, **named)
        drivers.append(Driver(desktop, sys.argv[1:]))

    setattr(Desktop, "start", start_with_driver)  # noqa: B010 - mypy lets no method be replaced
    # Midnight, and what this computer's own IT sets, change what is kept, and are not looked at.
    wraps = {"Services": partial(Services, today=lambda: TODAY), "read_managed": Managed}
    for name, instead in wraps.items():
        setattr(start_program, name, instead)
    return run([])


if __name__ == "__main__":
    sys.exit(main())
