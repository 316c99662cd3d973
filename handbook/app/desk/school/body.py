"""The middle of the form: the fields of one person, one body, or the school's choices."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from handbook.app.desk.form.body import FormBody
from handbook.app.desk.school.views import FormView
from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.widgets.button import Button, ButtonKind
from handbook.app.widgets.paint import RING
from handbook.app.widgets.panel import Panel
from handbook.app.widgets.text import Label


class SchoolBody(FormBody):
    """Title, fields, and when the details were checked."""

    checked_pressed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._checked = Label(look, "", Type.UI_BOLD, "ok_ink", wrap=True)
        self.check = Button(look, "Checked today", ButtonKind.PRIMARY, icon="check", height=36)
        self.check.setAccessibleDescription("Somebody rang or wrote to make sure. Ctrl+Enter")
        self.check.clicked.connect(self.checked_pressed)
        self._strip = Panel(look, "ok_soft", edge=None, radius=8)
        row = QHBoxLayout(self._strip)
        row.setContentsMargins(18, 6, 10, 6)
        row.addWidget(self._checked, 1)
        row.addWidget(self.check)
        self._below = QWidget()
        below = QVBoxLayout(self._below)
        below.setContentsMargins(RING, 4, RING, 0)
        below.addWidget(self._strip)
        self.add_below(self._below)

    def show_form(self, form: FormView) -> None:
        """Show a form."""
        self.show_fields(form.title, form.lead, form.fields)
        self._below.setVisible(bool(form.checked))
        self._checked.setText(form.checked)
        self._checked.set_token("ok_ink" if form.is_checked else "warn_ink")
        self._strip.dress("ok_soft" if form.is_checked else "warn_soft", None)
