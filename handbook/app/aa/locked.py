"""A setting that the school has made: its value in plain words, and no switch."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.widgets.paint import RING
from handbook.app.widgets.panel import HairLine
from handbook.app.widgets.sign import Sign
from handbook.app.widgets.text import Label

SET_BY_SCHOOL = "Set by your school, ask the office"


class Locked(QWidget):
    """One row with a hairline above; hidden while it has no value."""

    def __init__(self, look: Look, title: str) -> None:
        super().__init__()
        self._value = Label(look, "", Type.META_BOLD, "ink2")
        why = QHBoxLayout()
        why.setContentsMargins(0, 0, 0, 0)
        why.setSpacing(8)
        why.addWidget(Sign(look, "lock", "ink2", 14), 0, Qt.AlignmentFlag.AlignVCenter)
        why.addWidget(Label(look, SET_BY_SCHOOL, Type.SMALL, "ink2"), 1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(look, title, Type.UI))
        words.addLayout(why)
        row = QHBoxLayout()
        row.setContentsMargins(0, 5, 0, 6)
        row.setSpacing(12)
        row.addLayout(words, 1)
        row.addWidget(self._value, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(RING, 0, RING, 0)
        column.setSpacing(0)
        column.addWidget(HairLine(look))
        column.addLayout(row)
        self.hide()

    def show_value(self, value: str) -> None:
        """Show what the school has set; nothing hides the row."""
        self._value.setText(value)
        self.setVisible(bool(value))
