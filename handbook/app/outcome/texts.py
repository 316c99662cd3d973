"""Words that nobody may overlook, and forgetting what was shown."""

from __future__ import annotations

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from handbook.app.look.type import Type
from handbook.app.widgets.spans_label import SpansLabel
from handbook.app.widgets.text import ElidedLabel, Label

HUGE = 46
"""The size of what nobody may overlook, in pixels at 100 %."""


class HugeLabel(Label):
    """Words too large to be overlooked."""

    def _dress(self) -> None:
        super()._dress()
        font = QFont(self.font())
        line = self._look.line_height(Type.UI) / Type.UI.value.line
        font.setPixelSize(round(HUGE * line))
        self.setFont(font)


def forget_words(widget: QWidget) -> None:
    """Empty every text, name and tooltip in a widget and below it."""
    for child in (widget, *widget.findChildren(QWidget)):
        child.setAccessibleName("")
        child.setAccessibleDescription("")
        child.setToolTip("")
        if isinstance(child, SpansLabel):
            child.forget()
        elif isinstance(child, ElidedLabel):
            child.set_text("")
        elif isinstance(child, QLabel):
            child.clear()
        elif isinstance(child, QAbstractButton):
            child.setText("")
