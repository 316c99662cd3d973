"""The clause that was jumped to stands out for a moment, and settles."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QVariantAnimation

from handbook.app.look.look import Look

FADE_MS = 900


class Fade:
    """How strongly the clause stands out: 1 at first, 0 once it has settled.

    Readers who want less movement never see it, and in high contrast there is no tint to fade.
    """

    def __init__(self, look: Look, parent: QObject, repaint: Callable[[], None]) -> None:
        self._look = look
        self._running = QVariantAnimation(parent)
        self._running.setStartValue(1.0)
        self._running.setEndValue(0.0)
        self._running.setDuration(FADE_MS)
        self._running.valueChanged.connect(lambda _: repaint())

    @property
    def strength(self) -> float:
        """From 1 down to 0."""
        if self._running.state() is not QVariantAnimation.State.Running:
            return 0.0
        return float(self._running.currentValue())

    def begin(self) -> None:
        """Stand out from now on, where changes may fade."""
        self.stop()
        if self._look.fades:
            self._running.start()

    def stop(self) -> None:
        """Settle at once."""
        self._running.stop()
