"""The line that stands for a while where a clause was removed."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout

from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.saved.row import GUTTER, TEXT
from handbook.app.saved.views import SavedRow
from handbook.app.widgets.button import Button, ButtonKind
from handbook.app.widgets.paint import RING
from handbook.app.widgets.panel import Panel
from handbook.app.widgets.text import Label

FOR_MS = 10_000
"""How long it stays; while the focus is on it, it waits."""


class UndoButton(Button):
    """Brings back what was removed."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrows to the page, as in the rows."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)


class UndoLine(Panel):
    """Says what was removed, and brings it back."""

    pressed = Signal()
    over = Signal()

    def __init__(self, look: Look, row: SavedRow, for_ms: int = FOR_MS) -> None:
        super().__init__(look, "wash", edge="line", radius=8)
        self.setMaximumWidth(GUTTER + TEXT)
        about = f"{row.policy} {row.label}"
        note = " and its note are" if row.note else " is"
        words = Label(look, f"{about}{note} not saved any more.", Type.UI, wrap=True)
        self.button = UndoButton(look, "Undo", ButtonKind.GHOST, icon="restart", height=36)
        self.button.setAccessibleName(f"Undo: bring back {about}")
        self.button.clicked.connect(self.pressed)
        row_of = QHBoxLayout(self)
        row_of.setContentsMargins(14, RING, 0, RING)
        row_of.addWidget(words, 1)
        row_of.addWidget(self.button)
        self._timer = QTimer(self)
        self._timer.setInterval(for_ms)
        self._timer.timeout.connect(self._over)
        self._timer.start()

    def _over(self) -> None:
        if not self.button.hasFocus():
            self._timer.stop()
            self.over.emit()
