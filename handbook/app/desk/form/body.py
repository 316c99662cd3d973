"""The fields of a form under its title, two halves side by side."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from handbook.app.desk.form.field import FormField
from handbook.app.desk.form.views import FieldView
from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.widgets.fluid import Fluid
from handbook.app.widgets.paint import RING
from handbook.app.widgets.text import Label

_HALVES_FROM = 400
"""Width, at 100 % text, from which two fields stand side by side."""


class FormBody(Fluid):
    """Title, fields, and what is added below."""

    settled = Signal(tuple, str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: tuple[object, ...] = ()
        self.fields: list[FormField] = []
        self._halves: list[QBoxLayout] = []
        self._title = Label(look, "", Type.ROUTE, wrap=True)
        self._lead = Label(look, "", Type.META, "ink2", wrap=True)
        for label in (self._title, self._lead):
            label.setContentsMargins(RING, 0, RING, 0)
        self._holder = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        for widget in (self._title, self._lead, self._holder):
            self._column.addWidget(widget)
        self._column.addStretch(1)

    def add_below(self, widget: QWidget) -> None:
        """Put something under the fields."""
        self._column.insertWidget(self._column.count() - 1, widget)

    def show_fields(self, title: str, lead: str, views: tuple[FieldView, ...]) -> None:
        """Show a form; the same fields keep what is being typed into them."""
        self._title.setText(title)
        self._lead.setText(lead)
        shown = tuple((view.path, view.kind) for view in views)
        if shown == self._shown:
            for field, view in zip(self.fields, views, strict=True):
                field.show_view(view)
        else:
            self.tell()
            self._shown = shown
            self._build(views)

    def tell(self) -> None:
        """Tell at once what is typed."""
        for field in self.fields:
            field.tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Halves stand under each other where a number would be cut off in them."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        sides = QBoxLayout.Direction
        wide = self._look.room(self.width()) >= _HALVES_FROM
        for row in self._halves:
            row.setDirection(sides.LeftToRight if wide else sides.TopToBottom)

    def _build(self, views: tuple[FieldView, ...]) -> None:
        old, self._holder = self._holder, QWidget()
        self._column.replaceWidget(old, self._holder)
        old.hide()
        old.deleteLater()
        self.fields, self._halves = [], []
        column = QVBoxLayout(self._holder)
        column.setContentsMargins(0, 8, 0, 4)
        column.setSpacing(2)
        for group in _rows(views):
            if not group[0].half:
                column.addWidget(self._field(group[0]))
                continue
            row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
            row.setSpacing(4)
            for view in group:
                row.addWidget(self._field(view), 1, Qt.AlignmentFlag.AlignTop)
            if len(group) == 1:
                row.addStretch(1)
            column.addLayout(row)
            self._halves.append(row)
        self._fit()

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
