"""The strip where somebody agrees and confirms: a box to tick, where it is kept, two buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout

from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.widgets.button import Button, ButtonKind
from handbook.app.widgets.paint import RING
from handbook.app.widgets.panel import Strip
from handbook.app.widgets.text import Label
from handbook.app.widgets.tick_box import TickBox

_SIDE_BY_SIDE = 900
"""Width, at 100 % text, from which the buttons stand beside the words."""


class ConfirmBox(Strip):
    """Says what is missing instead of being grey without a reason."""

    agreed = Signal(bool)
    confirm_pressed = Signal()
    ask_pressed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "surface", line_above=True)
        self._look = look
        self.tick = TickBox(look, "", height=28)
        self.tick.toggled.connect(self._ticked)
        self._note = Label(look, "", Type.SMALL, "ink2", wrap=True)
        self.ask = Button(look, "Ask a question", ButtonKind.SECONDARY, height=44)
        self.ask.clicked.connect(self.ask_pressed)
        self.confirm = Button(look, "", ButtonKind.PRIMARY, icon="check", height=44)
        self.confirm.clicked.connect(self.confirm_pressed)
        words = QVBoxLayout()
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        words.addWidget(self.tick)
        words.addWidget(self._note)
        words.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(22, 4, 14, 10)
        self._row.setSpacing(4)
        self._row.addLayout(words, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(14 - 2 * RING)
        buttons.addStretch(1)
        buttons.addWidget(self.ask, 0, Qt.AlignmentFlag.AlignVCenter)
        buttons.addWidget(self.confirm, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addLayout(buttons)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        look.changed.connect(self._fit)

    def show_box(
        self, agree: str, confirm: str, missing: str, kept: str, *, is_agreed: bool
    ) -> None:
        """Show what is agreed to, what is missing, and where it is kept."""
        if self.tick.text() != agree:
            self.tick.setText(agree)
            self.tick.updateGeometry()
        if self.tick.isChecked() is not is_agreed:
            self.tick.blockSignals(True)  # noqa: FBT003 - Qt's own signature
            self.tick.setChecked(is_agreed)
            self.tick.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        note = f"{missing} {kept}".strip()
        self._note.setText(note)
        self.tick.setAccessibleDescription(note)
        self.confirm.setText(confirm)
        self.confirm.set_kind(ButtonKind.GHOST if missing else ButtonKind.PRIMARY)
        self.confirm.set_icon("lock" if missing else "check")
        self.confirm.setAccessibleDescription(missing)
        self.confirm.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons under the words where there is no room beside them."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._note.setContentsMargins(self.tick.words_at, 0, RING, 0)
        wide = self._look.room(self.width()) >= _SIDE_BY_SIDE
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.LeftToRight if wide else directions.TopToBottom)

    def _ticked(self, is_ticked: bool) -> None:  # noqa: FBT001 - Qt's own signature
        self.agreed.emit(is_ticked)
