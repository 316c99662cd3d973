"""What scrolls on an outcome: the route, and the band above it where that has no fixed place."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from handbook.app.outcome.band import Band
from handbook.app.widgets.fluid import Fluid


class Below(Fluid):
    """Holds one body at a time, and sometimes the band."""

    def __init__(self) -> None:
        super().__init__()
        self.has_band = False
        """Whether the band scrolls with the body."""
        self._body: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def put_body(self, body: QWidget) -> QWidget | None:
        """Show another body; returns the one before, which is the caller's again."""
        old, self._body = self._body, body
        if old is not None:
            self._column.removeWidget(old)
        body.setAutoFillBackground(False)
        self._column.addWidget(body, 1)
        if self.isVisible():
            body.show()  # Qt would wait until the next event; a hidden page shows it with itself
        return old

    def put_band(self, band: Band) -> None:
        """Take the band in above the body."""
        self.has_band = True
        self._column.insertWidget(0, band)

    def take_band(self, band: Band) -> None:
        """Let the band go."""
        self.has_band = False
        self._column.removeWidget(band)
