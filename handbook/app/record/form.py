"""The form of a record: one field for each part, none of them required."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.record.field import GrowingField
from handbook.app.widgets.paint import RING
from handbook.app.widgets.text import Label
from handbook.domain.record import Parts

_DONE_EXAMPLE = "For example: I put the sheet back and did not mention it to anyone."
_BESIDE_FROM = 520
"""From this width on, in pixels at 100 %, when and where stand side by side."""


@dataclass(frozen=True, slots=True)
class _Shape:
    icon: str = ""
    lines: int = 1


_SHAPES = {
    Parts.SEEN: _Shape(lines=3),
    Parts.WORDS: _Shape(),
    Parts.WHEN: _Shape("calendar"),
    Parts.WHERE: _Shape("place"),
    Parts.WHO: _Shape("people"),
    Parts.DONE: _Shape(),
}


class Form(QWidget):
    """The fields of a record under their headings."""

    edited = Signal()
    """A text changed."""
    cursor_moved = Signal()
    """The place of typing moved."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.fields = {part: self._field(part) for part in Parts}
        self.fields[Parts.DONE].show_example(_DONE_EXAMPLE)
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside.setSpacing(16 - 2 * RING)
        self._beside.addWidget(self._headed(Parts.WHEN), 1, Qt.AlignmentFlag.AlignTop)
        self._beside.addWidget(self._headed(Parts.WHERE), 1, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._headed(Parts.SEEN))
        column.addWidget(self._headed(Parts.WORDS))
        column.addLayout(self._beside)
        column.addWidget(self._headed(Parts.WHO))
        column.addWidget(self._headed(Parts.DONE))

    @property
    def focused(self) -> GrowingField | None:
        """The field that is typed into; None while the focus is elsewhere."""
        return next((field for field in self.fields.values() if field.edit.hasFocus()), None)

    def texts(self) -> Mapping[Parts, str]:
        """What is typed, by part."""
        return {part: field.text for part, field in self.fields.items()}

    def clear(self) -> None:
        """Empty every field without a word of it."""
        for field in self.fields.values():
            field.clear()

    def fit(self, width: int) -> None:
        """Put when and where under each other where the form is narrow or the text large."""
        grown = self._look.line_height(Type.UI) / Type.UI.value.line
        sides = QBoxLayout.Direction.LeftToRight
        if width / grown < _BESIDE_FROM:
            sides = QBoxLayout.Direction.TopToBottom
        if sides is not self._beside.direction():
            self._beside.setDirection(sides)

    def _field(self, part: Parts) -> GrowingField:
        shape = _SHAPES[part]
        field = GrowingField(
            self._look,
            part.value.heading,
            hint=part.value.hint,
            icon=shape.icon,
            lines=shape.lines,
        )
        field.edited.connect(self.edited)
        field.cursor_moved.connect(self.cursor_moved)
        return field

    def _headed(self, part: Parts) -> QWidget:
        """A field under its heading and hint."""
        field = self.fields[part]
        heading = Label(self._look, part.value.heading, Type.UI_BOLD)
        heading.setBuddy(field.edit)
        hint = Label(self._look, part.value.hint, Type.META, "ink2")
        line = QHBoxLayout()
        line.setContentsMargins(RING, 0, RING, 0)
        line.setSpacing(9)
        line.addWidget(heading)
        line.addWidget(hint)
        line.addStretch(1)
        around = QWidget()
        column = QVBoxLayout(around)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(field)
        return around
