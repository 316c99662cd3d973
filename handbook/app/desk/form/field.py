"""A field of a form with its label above, its help and its warning below."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal
from PySide6.QtWidgets import QCompleter, QVBoxLayout, QWidget

from handbook.app.desk.form.day import DayField
from handbook.app.desk.form.views import MANY_SIGN, FieldKind, FieldView
from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.widgets.flow_layout import FlowLayout
from handbook.app.widgets.line_field import ChoiceField, LineField
from handbook.app.widgets.paint import RING
from handbook.app.widgets.text import Label
from handbook.app.widgets.tick_box import TickBox

SETTLE_MS = 300
"""Pause in typing after which the text of the file follows."""


class FormField(QWidget):
    """One thing to fill in; what is typed is told after a pause, and when the field is left."""

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
        self.day: DayField | None = None
        self.boxes: dict[str, TickBox] = {}
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
        if self.day is not None:
            self.day.set_value(view.value)
            self.day.line.show_missing(missing=view.is_missing)
        if self.line is not None and not self.is_waiting:
            self.line.set_text(view.value)
            self.line.show_missing(missing=view.is_missing)
        chosen = view.value.split(MANY_SIGN)
        for name, each in self.boxes.items():
            each.setChecked(name in chosen)
        self._warning.setText(view.warning)
        self._warning.setVisible(bool(view.warning))

    def take_focus(self) -> None:
        """Where it is filled in."""
        first = self.line or self.choice or self.day or next(iter(self.boxes.values()), self)
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def tell(self) -> None:
        """Tell what is typed at once."""
        self._rest.stop()
        if self.line is not None and self.line.text.strip() != self.view.value:
            self.settled.emit(self.view.path, self.line.text)
        if self.day is not None:
            self.day.tell()

    def _make(self, look: Look, view: FieldView) -> QWidget:
        match view.kind:
            case FieldKind.CHOICE:
                self.choice = ChoiceField(look, view.label, hint=view.help)
                self.choice.chosen.connect(self._tell_value)
                return self.choice
            case FieldKind.DAY:
                self.day = DayField(look, view.label, hint=view.help)
                self.day.settled.connect(self._tell_value)
                return self.day
            case FieldKind.MANY:
                return self._make_boxes(look, view)
            case FieldKind.LINE:
                return self._make_line(look, view)

    def _make_line(self, look: Look, view: FieldView) -> QWidget:
        self.line = LineField(look, view.label, icon=view.icon, hint=view.help)
        self.line.edited.connect(self._rest.start)
        self.line.edit.editingFinished.connect(self.tell)
        if view.offers:
            completer = QCompleter(QStringListModel(list(view.offers), self), self)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.activated.connect(self.tell)
            self.line.edit.setCompleter(completer)
        return self.line

    def _make_boxes(self, look: Look, view: FieldView) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(gap=0)
        holder.setLayout(flow)
        for name, words in view.choices:
            each = TickBox(look, words)
            each.clicked.connect(self._tell_boxes)
            self.boxes[name] = each
            flow.addWidget(each)
        return holder

    def _tell_value(self, value: str) -> None:
        self.settled.emit(self.view.path, value)

    def _tell_boxes(self) -> None:
        chosen = [name for name, each in self.boxes.items() if each.isChecked()]
        self.settled.emit(self.view.path, MANY_SIGN.join(chosen))
