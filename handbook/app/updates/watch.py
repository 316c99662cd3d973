"""Looks for new policies soon after the start and every hour, and notices what others install."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from handbook.app.may_hang import MayHang

if TYPE_CHECKING:  # loaded by the first look, in its own thread
    from handbook.app.updates.source import Report


@dataclass(frozen=True, slots=True)
class Pace:
    """How long to wait, in milliseconds."""

    first: int = 4_000
    """From the first paint to the first look, so that it takes nothing from the start."""
    every: int = 3_600_000
    again: int = 60_000
    """After something that may not have arrived whole yet."""
    here: int = 20_000
    """Between looks at this computer's own folder, where another program may have installed."""


class Watch(QObject):
    """Asks the folders in a thread that may hang, and this computer's own folder by itself.

    `look` gives a look to do in the thread, `installed` tells what is installed by now, and
    `before` what was installed when the window read it.
    """

    looked = Signal(object)
    """A look is over: its Report."""
    ticked = Signal()
    """It was looked whether another program has installed something."""
    changed = Signal()
    """Another pack is installed than before."""

    def __init__(
        self,
        look: Callable[[], Callable[[], Report]],
        installed: Callable[[], str],
        before: str,
        parent: QObject,
        pace: Pace = Pace(),
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._installed = installed
        self._pace = pace
        self._before = before
        self._thread = MayHang(self)
        self._hourly = self._timer(pace.every, self.look)
        self._soon = self._timer(pace.first, self.look)
        self._soon.setSingleShot(True)
        self._here = self._timer(pace.here, self.look_here)

    @property
    def is_looking(self) -> bool:
        """Whether a look is under way, or hangs."""
        return self._thread.is_busy

    def begin(self) -> None:
        """Look soon, and go on."""
        for timer in (self._soon, self._hourly, self._here):
            timer.start()

    def look(self) -> None:
        """Look now; not where the last look has not come back."""
        self._thread.begin(self._look(), self._done)

    def look_here(self) -> None:
        """Tell whether another pack is installed by now."""
        now = self._installed()
        if now != self._before:
            self._before = now
            self.changed.emit()
        self.ticked.emit()

    def close(self) -> None:
        """Look no more; a look that hangs is left to itself."""
        for timer in (self._soon, self._hourly, self._here):
            timer.stop()
        self._thread.close()

    def _done(self, report: Report | Exception) -> None:
        if isinstance(report, Exception):
            self.looked.emit(report)
            return
        if not report.is_settled:
            self._soon.start(self._pace.again)
        self.looked.emit(report)
        self.look_here()

    def _timer(self, wait: int, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(wait)
        timer.timeout.connect(act)
        return timer
