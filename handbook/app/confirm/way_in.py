"""The line under a policy that is to be confirmed, with the way to where that is done."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from handbook.app.duties import due_words
from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.widgets.button import Button, ButtonKind
from handbook.app.widgets.paint import RING
from handbook.app.widgets.panel import Strip
from handbook.app.widgets.tabbing import tab_through
from handbook.app.widgets.tag import TagLabel
from handbook.app.widgets.text import Label
from handbook.domain.confirming import Duty

_CONFIRM = "Confirm that you have read this"
_SIDE_BY_SIDE = 620
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class WayIn(Strip):
    """Stands under the text of the reader, where there is something to confirm."""

    pressed = Signal(str)

    def __init__(self, look: Look, above: QWidget) -> None:
        super().__init__(look, "surface", line_above=True)
        self._look = look
        self._policy = ""
        self._tag: TagLabel | None = None
        self._words = Label(look, "", Type.META, "ink2", wrap=True)
        self.button = Button(look, _CONFIRM, ButtonKind.SECONDARY, icon="check", height=36)
        self.button.clicked.connect(lambda: self.pressed.emit(self._policy))
        self._line = QHBoxLayout()
        self._line.setContentsMargins(RING, 0, 0, 0)
        self._line.setSpacing(10)
        self._line.addWidget(self._words, 1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(24 - RING, 2, 14, 2)
        self._row.setSpacing(10)
        self._row.addLayout(self._line, 1)
        self._row.addWidget(self.button)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()
        parent = above.parentWidget()
        if parent is not None and (column := parent.layout()) is not None:
            column.addWidget(self)
        tab_through(above, self)

    def show_duty(self, policy: str, duty: Duty, today: date) -> None:
        """Show by when a policy is to be confirmed; nothing where it is not."""
        self._policy = policy
        self.setVisible(duty.is_open)
        if self._tag is not None:
            self._line.removeWidget(self._tag)
            self._tag.hide()
            self._tag.deleteLater()
            self._tag = None
        if duty.is_open:
            self._tag = TagLabel(self._look, due_words(duty, today), "warn_soft", "warn_ink")
            self._line.insertWidget(0, self._tag)
            self._words.setText(_words(duty))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the button under the words where there is no room beside them."""
        super().resizeEvent(event)
        wide = self._look.room(self.width()) >= _SIDE_BY_SIDE
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.LeftToRight if wide else directions.TopToBottom)
        self._row.setSpacing(10 if wide else 0)
        self._row.setContentsMargins(24 - RING, 2 if wide else 8, 14, 2)
        self._row.setAlignment(self.button, _MIDDLE if wide else Qt.AlignmentFlag.AlignLeft)


def _words(duty: Duty) -> str:
    if duty.has_changed and duty.last is not None:
        return f"This version is new since you confirmed version {duty.last.version}."
    if duty.last is not None:
        return "You are asked to confirm this policy again each year."
    return "You are asked to confirm this policy."
