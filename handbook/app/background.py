"""Work off the window's thread: newest only."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot


class LatestOnly(QObject):
    """Runs jobs one at a time and delivers only the answer to the newest one.

    Every request takes the next generation number. A job that finishes under an older
    number has been overtaken, so its answer is dropped: a reader never sees hits for a
    query that has already been replaced. Jobs touch no widget.
    """

    _finished = Signal(int, object)
    _failed = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._generation = 0
        self._on_done: Callable[[Any], None] = _ignore
        self._on_error: Callable[[Exception], None] = _ignore
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._finished.connect(self._deliver)
        self._failed.connect(self._deliver_error)

    def request(
        self,
        job: Callable[[], Any],
        on_done: Callable[[Any], None],
        on_error: Callable[[Exception], None],
    ) -> None:
        """Run a job instead of any that is waiting or under way."""
        self._generation += 1
        self._on_done = on_done
        self._on_error = on_error
        self._pool.clear()
        self._pool.start(_Job(self._generation, job, self._finished.emit, self._failed.emit))

    def cancel(self) -> None:
        """Deliver nothing of what was asked so far."""
        self._generation += 1
        self._pool.clear()

    def close(self) -> None:
        """Wait for the job under way and deliver nothing more."""
        self.cancel()
        self._pool.waitForDone()

    @Slot(int, object)
    def _deliver(self, generation: int, answer: object) -> None:
        if generation == self._generation:
            self._on_done(answer)

    @Slot(int, object)
    def _deliver_error(self, generation: int, error: Exception) -> None:
        if generation == self._generation:
            self._on_error(error)


class _Job(QRunnable):
    """One job of a generation."""

    def __init__(
        self,
        generation: int,
        job: Callable[[], Any],
        done: Callable[[int, Any], None],
        failed: Callable[[int, Exception], None],
    ) -> None:
        super().__init__()
        self._generation = generation
        self._job = job
        self._done = done
        self._failed = failed

    def run(self) -> None:
        """Do the work in the pool's thread."""
        try:
            answer = self._job()
        except Exception as error:  # noqa: BLE001 - a thread has no caller to raise to
            self._failed(self._generation, error)
        else:
            self._done(self._generation, answer)


def _ignore(_: object) -> None:
    """Before the first request nothing is awaited."""
