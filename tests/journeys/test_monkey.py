"""Nothing that anybody can press, click or turn upsets the window.

A failure names its seed; `HANDBOOK_SEED=7 make fuzz ARGS="-k monkey"` does the same again.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from handbook import locations
from handbook.app.desktop import Desktop
from handbook.app.look.look import Look
from handbook.app.page import Page
from handbook.app.paper.paper import Paper
from handbook.app.paper.saving import Cancelled, FileKind, Printed, Saved, Went
from handbook.app.paper.sheets import Sheets
from handbook.app.paper.steps import Progress, Steps
from handbook.app.services import Services
from handbook.app.widgets.panel import ScrollBody
from handbook.state.bookmarks import BookmarkStore
from handbook.state.last_place import PlaceStore
from handbook.state.preferences import PreferenceStore
from handbook.state.store import open_store
from tests.cases import FIXTURES
from tests.journeys.monkey import Monkey
from tests.older import older_handbook

WARMING = 0.3
"""The part of the events in which pages are opened for the first time; measured over it, memory
grew until event 2,500 of 10,000 and not afterwards."""
WARM_UP = 500
"""Events after which every page has been built, so that what grows from there on is a leak."""
SPARE_WIDGETS = 600
"""How many more widgets one page may hold than another, a long list beside an empty one."""
SPARE_MB = 60
ALWAYS_A_BAR = {"OutcomePage", "RecordPage", "SeenPage"}
"""Pages that keep room for their scroll bar; any other does so only if it would come and go."""


class FakeOutlet:
    """Ways out of the window that lead nowhere."""

    def __init__(self) -> None:
        self._turn = 0

    def save(self, data: bytes, name: str, kind: FileKind) -> Saved | Cancelled:
        del data
        self._turn += 1
        return Saved(Path("/nowhere") / f"{name}{kind.ending}") if self._turn % 2 else Cancelled()

    def print_out(self, paper: Paper) -> Printed | Cancelled:
        del paper
        self._turn += 1
        return Printed() if self._turn % 2 else Cancelled()

    def print_steps(self, sheets: Sheets) -> Steps[Went]:
        for page in range(sheets.count):
            yield Progress(page + 1, sheets.count)
        return Printed()

    def withdraw(self) -> None:
        self._turn = 0


@pytest.fixture
def desktop(
    qtbot: QtBot, tmp_path: Path, content: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Desktop]:
    store, outlet = open_store(tmp_path), FakeOutlet()
    services = Services(
        content=content,
        cache=tmp_path / "cache",
        preferences=PreferenceStore(store),
        today=lambda: date(2026, 11, 21),
        bookmarks=BookmarkStore(store),
        places=PlaceStore(store),
        outlet=outlet,
        long_outlet=outlet,
        before=older_handbook(tmp_path / "before"),
    )
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: True)
    # The system's own dialog for a folder: whoever sees it changes their mind.
    monkeypatch.setattr(QFileDialog, "exec", lambda _: QDialog.DialogCode.Rejected)
    desktop = Desktop(Look(), services)
    qtbot.addWidget(desktop.window)
    desktop.start(asks_role=True)
    qtbot.waitUntil(lambda: desktop.is_ready, timeout=20_000)
    yield desktop
    desktop.close()
    store.close()


class Watch:
    """What must stay as it is while the monkey plays."""

    def __init__(self, desktop: Desktop, log: pytest.LogCaptureFixture, qtlog: object) -> None:
        self._desktop = desktop
        self._log = log
        self._qtlog = qtlog
        self._floor: tuple[int, float] | None = None
        self.modal: list[str] = []
        self._timer = QTimer(desktop)
        self._timer.timeout.connect(self._close_modal)
        self._timer.start(200)

    def wrong(self, raised: list[object]) -> str:
        """What went wrong in the last event; empty for nothing."""
        said = [record.message for record in self._qtlog.records if not record.ignored]  # type: ignore[attr-defined]
        said += [record.getMessage() for record in self._log.records]
        said += self.modal
        return "\n".join([*map(str, said), *(str(each) for each in raised)])

    def settle(self, *, warming: bool) -> str:
        """Leave for the first page; name windows that are left, and what has grown by then.

        While it is `warming`, every page is still being opened for the first time, and stays.
        """
        for _ in range(5):
            if (popup := QApplication.activePopupWidget()) is not None:
                QTest.keyClick(popup, Qt.Key.Key_Escape)
        self._desktop.leave_quickly()
        self._desktop.ways.go_home()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
        gc.collect()
        window = self._desktop.window
        stray = [
            type(each).__name__
            for each in QApplication.topLevelWidgets()
            if each.isVisible() and each is not window
        ]
        if stray:
            return f"windows are left: {stray}"
        if restless := self._restless():
            return f"scroll bars came and went: {restless}"
        return self._grown(warming=warming)

    def _restless(self) -> list[str]:
        always = Qt.ScrollBarPolicy.ScrollBarAlwaysOn
        bodies = self._desktop.window.findChildren(ScrollBody)
        kept = [each for each in bodies if each.verticalScrollBarPolicy() == always]
        return [name for each in kept if (name := _page_of(each)) not in ALWAYS_A_BAR]

    def _grown(self, *, warming: bool) -> str:
        now = (len(self._desktop.window.findChildren(QWidget)), memory_mb())
        if self._floor is None or warming:
            self._floor = now
            return ""
        widgets, memory = (after - before for before, after in zip(self._floor, now, strict=True))
        if widgets > SPARE_WIDGETS or memory > SPARE_MB:
            return f"it grew by {widgets} widgets and {memory:.0f} MB"
        return ""

    def _close_modal(self) -> None:
        modal = QApplication.activeModalWidget()
        if modal is not None:
            self.modal.append(f"a dialog of its own: {type(modal).__name__}")
            modal.close()


def _page_of(widget: QWidget) -> str:
    """The kind of page that a widget stands on."""
    while not isinstance(widget, Page) and (parent := widget.parentWidget()) is not None:
        widget = parent
    return type(widget).__name__


def memory_mb() -> float:
    """Memory of this process; 0 where the system does not say."""
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    except OSError:
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def play(monkey: Monkey, watch: Watch, events: int, seed: int) -> None:
    for number in range(events):
        with capture_exceptions() as raised:
            try:
                monkey.act()
            except Exception as error:  # noqa: BLE001 - whatever it is, its way here is told
                raised.append(error)
        problem = watch.wrong(raised)
        if not problem and number % WARM_UP == WARM_UP - 1:
            problem = watch.settle(warming=number < events * WARMING)
        if problem:
            way = "\n  ".join(monkey.last)
            pytest.fail(f"seed {seed}, event {number}: {problem}\n  {way}")


@pytest.mark.parametrize("content", [FIXTURES / "handbook"], ids=["small"])
def test_two_thousand_events_upset_nothing(
    desktop: Desktop, caplog: pytest.LogCaptureFixture, qtlog: object
) -> None:
    play(Monkey(desktop, 1), Watch(desktop, caplog, qtlog), 2_000, 1)


@pytest.mark.fuzz
@pytest.mark.parametrize(
    "content", [FIXTURES / "handbook", locations.content()], ids=["small", "whole"]
)
def test_ten_thousand_events_upset_nothing(
    desktop: Desktop, caplog: pytest.LogCaptureFixture, qtlog: object
) -> None:
    seed = int(os.environ.get("HANDBOOK_SEED") or int.from_bytes(os.urandom(3), "big"))

    play(Monkey(desktop, seed), Watch(desktop, caplog, qtlog), 10_000, seed)
