"""A field of a form with its label above, its help and its warning below."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from handbook.app.desk.form.views import FieldView
from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.widgets.line_field import ChoiceField, LineField
from handbook.app.widgets.paint import RING
from handbook.app.widgets.text import Label

SETTLE_MS = 300
"""Pause in typing after which the text of the file follows."""


class FormField(QWidget):
    """A line or a choice; what is typed is told after a pause, and when the field is left."""

    settled = Signal(tuple, str)
    """The path of the value, and the value."""

    def __init__(self, look: Look, view: FieldView) -> None:
        super().__init__()
        self.view = view
        self._label = Label(look, view.label, Type.UI_BOLD, wrap=True)
        self._label.setContentsMargins(RING, 0, RING, 0)
        self._help = Label(look, view.help, Type.SMALL, "ink2", wrap=True)
        self._warning = Label(look, "", Type.META, "warn_ink", wrap=True)
        for label in (self._help, self._warning):
            label.setContentsMargins(RING, 0, RING, 0)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(SETTLE_MS)
        self._rest.timeout.connect(self.tell)
        self.line: LineField | None = None
        self.choice: ChoiceField | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(0)
        column.addWidget(self._label)
        column.addWidget(self._make(look, view))
        column.addWidget(self._help)
        column.addWidget(self._warning)
        self._help.setVisible(bool(view.help))
        self.show_view(view)

    @property
    def is_waiting(self) -> bool:
        """True while something typed is still to be told."""
        return self._rest.isActive()

    def show_view(self, view: FieldView) -> None:
        """Show another value; what is being typed stays."""
        self.view = view
        self._label.setText(view.label)
        if self.choice is not None:
            self.choice.setAccessibleName(view.label)
            self.choice.show_choices(view.choices, view.value)
            self.choice.show_wrong(wrong=bool(view.warning))
        if self.line is not None and not self.is_waiting:
            self.line.set_text(view.value)
            self.line.show_missing(missing=view.is_missing)
        self._warning.setText(view.warning)
        self._warning.setVisible(bool(view.warning))

    def tell(self) -> None:
        """Tell what is typed at once."""
        self._rest.stop()
        if self.line is not None and self.line.text.strip() != self.view.value:
            self.settled.emit(self.view.path, self.line.text)

    def _make(self, look: Look, view: FieldView) -> QWidget:
        if view.choices:
            self.choice = ChoiceField(look, view.label, hint=view.help)
            self.choice.chosen.connect(lambda value: self.settled.emit(self.view.path, value))
            return self.choice
        self.line = LineField(look, view.label, icon=view.icon, hint=view.help)
        self.line.edited.connect(self._rest.start)
        self.line.edit.editingFinished.connect(self.tell)
        return self.line
