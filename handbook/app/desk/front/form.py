"""The form for what stands above a text."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from handbook.app.desk.form.body import FormBody
from handbook.app.desk.front.presenter import FrontView
from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.widgets.fluid import Fluid
from handbook.app.widgets.panel import ScrollBody
from handbook.app.widgets.text import Label

_WIDEST = 640


class FrontForm(QWidget):
    """Fields under each other, in the place of the source."""

    settled = Signal(tuple, str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.body = FormBody(look)
        self.body.settled.connect(self.settled)
        self._broken = Label(look, "", Type.LEAD, "warn_ink", wrap=True)
        self._broken.setContentsMargins(32, 32, 32, 32)
        self._broken.hide()
        inner = Fluid()
        self._inner = QVBoxLayout(inner)
        self._inner.setContentsMargins(26, 20, 26, 24)
        self._inner.addWidget(self.body)
        self._area = ScrollBody(look, inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area, 1)
        column.addWidget(self._broken, 1)
        look.changed.connect(self._fit)
        self._fit()

    def show_front(self, front: FrontView) -> None:
        """Show it."""
        self._broken.hide()
        self._area.show()
        self.body.show_fields(front.title, front.lead, front.fields)

    def show_broken(self, line: int, problem: str) -> None:
        """Say why there is no form: the text has to be mended first."""
        self._broken.setText(
            f"The lines above the text cannot be shown as a form yet. Line {line}: {problem}. "
            "Press “As a form” again, mend it in the text, and come back."
        )
        self._broken.show()
        self._area.hide()

    def take_focus(self) -> None:
        """The first field."""
        if self.body.fields:
            self.body.fields[0].take_focus()

    def next_blank(self) -> bool:
        """Go to the next field that has to be filled in, round the end; False where none has."""
        fields, focus = self.body.fields, QApplication.focusWidget()
        here = (i for i, each in enumerate(fields) if focus and each.isAncestorOf(focus))
        after = next(here, -1) + 1
        blank = next((f for f in fields[after:] + fields[:after] if f.view.is_missing), None)
        if blank is not None:
            blank.take_focus()
            self._area.ensureWidgetVisible(blank, 0, 24)
        return blank is not None

    def tell(self) -> None:
        """Tell at once what is typed."""
        self.body.tell()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill the ground."""
        QPainter(self).fillRect(event.rect(), self._look.color("canvas"))

    def _fit(self) -> None:
        self.body.setMaximumWidth(round(_WIDEST * self._look.interface_scale))
