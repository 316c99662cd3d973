"""The middle of the form: the fields of one person, one body, or the school's choices."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from handbook.app.desk.form.field import FormField
from handbook.app.desk.form.views import FieldView
from handbook.app.desk.school.views import FormView
from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.widgets.button import Button, ButtonKind
from handbook.app.widgets.fluid import Fluid
from handbook.app.widgets.paint import RING
from handbook.app.widgets.panel import Panel
from handbook.app.widgets.text import Label


class FormBody(Fluid):
    """Title, fields, and when the details were checked."""

    settled = Signal(tuple, str)
    checked_pressed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._paths: tuple[tuple[str, ...], ...] = ()
        self.fields: list[FormField] = []
        self._title = Label(look, "", Type.ROUTE, wrap=True)
        self._lead = Label(look, "", Type.META, "ink2", wrap=True)
        for label in (self._title, self._lead):
            label.setContentsMargins(RING, 0, RING, 0)
        self._holder = QWidget()
        self._checked = Label(look, "", Type.UI_BOLD, "ok_ink", wrap=True)
        self.check = Button(look, "Checked today", ButtonKind.PRIMARY, icon="check", height=36)
        self.check.setAccessibleDescription("Somebody rang or wrote to make sure. Ctrl+Enter")
        self.check.clicked.connect(self.checked_pressed)
        self._strip = Panel(look, "ok_soft", edge=None, radius=8)
        self._below = QWidget()
        below = QVBoxLayout(self._below)
        below.setContentsMargins(RING, 4, RING, 0)
        below.addWidget(self._strip)
        row = QHBoxLayout(self._strip)
        row.setContentsMargins(18, 6, 10, 6)
        row.addWidget(self._checked, 1)
        row.addWidget(self.check)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        for widget in (self._title, self._lead, self._holder, self._below):
            self._column.addWidget(widget)
        self._column.addStretch(1)

    def show_form(self, form: FormView) -> None:
        """Show a form; the same fields keep what is being typed into them."""
        self._title.setText(form.title)
        self._lead.setText(form.lead)
        paths = tuple(field.path for field in form.fields)
        if paths == self._paths:
            for field, view in zip(self.fields, form.fields, strict=True):
                field.show_view(view)
        else:
            self.tell()
            self._paths = paths
            self._build(form.fields)
        self._below.setVisible(bool(form.checked))
        self._checked.setText(form.checked)
        self._checked.set_token("ok_ink" if form.is_checked else "warn_ink")
        self._strip.dress("ok_soft" if form.is_checked else "warn_soft", None)

    def tell(self) -> None:
        """Tell at once what is typed."""
        for field in self.fields:
            if field.is_waiting:
                field.tell()

    def _build(self, views: tuple[FieldView, ...]) -> None:
        old, self._holder = self._holder, QWidget()
        self._column.replaceWidget(old, self._holder)
        old.hide()
        old.deleteLater()
        self.fields = []
        column = QVBoxLayout(self._holder)
        column.setContentsMargins(0, 8, 0, 4)
        column.setSpacing(2)
        for group in _rows(views):
            if len(group) == 1:
                column.addWidget(self._field(group[0]))
                continue
            row = QHBoxLayout()
            row.setSpacing(4)
            for view in group:
                row.addWidget(self._field(view), 1, Qt.AlignmentFlag.AlignTop)
            column.addLayout(row)

    def _field(self, view: FieldView) -> FormField:
        field = FormField(self._look, view)
        field.settled.connect(self.settled)
        self.fields.append(field)
        return field


def _rows(views: tuple[FieldView, ...]) -> Iterator[list[FieldView]]:
    """Fields that stand alone, and halves two by two."""
    for half, found in groupby(views, key=lambda view: view.half):
        run = list(found)
        step = 2 if half else 1
        yield from (run[at : at + step] for at in range(0, len(run), step))
