"""What presenters ask of whoever works for them off the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol


class Runner(Protocol):
    """Runs a job off the window's thread and delivers the newest answer only."""

    def request(
        self,
        job: Callable[[], Any],
        on_done: Callable[[Any], None],
        on_error: Callable[[Exception], None],
    ) -> None:
        """Run a job in place of the one before."""
