"""Work that may never come back, such as asking a folder on a server that is gone."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock, Thread
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot


class MayHang(QObject):
    """Runs one job at a time in a thread that nothing ever waits for.

    A job that hangs holds up neither the window nor the end of the program, and no second one
    is begun while it does. Jobs touch no widget.
    """

    _finished = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._lock = Lock()
        self._is_closed = False
        self._is_busy = False
        self._on_done: Callable[[Any], None] = _ignore
        self._finished.connect(self._deliver)

    @property
    def is_busy(self) -> bool:
        """Whether a job is under way, or hangs."""
        return self._is_busy

    def begin(self, job: Callable[[], Any], on_done: Callable[[Any], None]) -> bool:
        """Begin a job; False where one is under way. An error that it raises is its answer."""
        if self._is_busy or self._is_closed:
            return False
        self._is_busy, self._on_done = True, on_done
        Thread(target=self._run, args=(job,), name="may-hang", daemon=True).start()
        return True

    def close(self) -> None:
        """Deliver nothing more, and wait for nothing."""
        with self._lock:
            self._is_closed = True

    def _run(self, job: Callable[[], Any]) -> None:
        try:
            answer = job()
        except Exception as error:  # noqa: BLE001 - a thread has no caller to raise to
            answer = error
        with self._lock:  # after the closing, Qt's part of this may be gone
            if not self._is_closed:
                self._finished.emit(answer)

    @Slot(object)
    def _deliver(self, answer: object) -> None:
        self._is_busy = False
        if not self._is_closed:
            self._on_done(answer)


def _ignore(answer: object) -> None:
    """Before the first job nothing is awaited."""
    del answer
