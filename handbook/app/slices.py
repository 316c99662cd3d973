"""Long work in the window's own thread, a slice at a time, so that keys and paint come between."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter
from typing import Any

from PySide6.QtCore import QObject, QTimer

from handbook.app.paper.steps import Progress, Steps

SLICE = 0.02
"""Seconds of work after which the window gets its turn; one step may take longer."""


class Slices(QObject):
    """Goes through one piece of work at a time; another one takes its place.

    A step may open a dialog: the window then takes its turn within that step, and the work
    goes on, or is given up, once the step is over.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: Steps[Any] | None = None
        self._inside = False
        self._on_progress: Callable[[Progress], None] = _ignore
        self._on_done: Callable[[Any], None] = _ignore
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    def run(
        self,
        steps: Steps[Any],
        on_progress: Callable[[Progress], None],
        on_done: Callable[[Any], None],
    ) -> None:
        """Do this instead of what is under way; nothing of it is done before this returns."""
        self.cancel()
        self._steps, self._on_progress, self._on_done = steps, on_progress, on_done
        self._timer.start()

    def cancel(self) -> None:
        """Give up what is under way; nothing more is said of it."""
        steps, self._steps = self._steps, None
        self._timer.stop()
        if steps is not None and not self._inside:
            steps.close()

    def _go_on(self) -> None:
        steps, until = self._steps, perf_counter() + SLICE
        while steps is not None and perf_counter() < until:
            self._inside = True
            try:
                progress = next(steps)
            except StopIteration as end:
                self._end(steps, end.value)
                return
            finally:
                self._inside = False
            if self._steps is not steps:  # given up within the step
                steps.close()
                return
            self._on_progress(progress)
        if self._steps is not None:
            self._timer.start()

    def _end(self, steps: Steps[Any], made: object) -> None:
        if self._steps is steps:
            self._steps = None
            self._on_done(made)


def _ignore(_: object) -> None:
    """Before the first work nothing is awaited."""
