"""The form for school.yaml: everybody at the left, one of them, and what staff will see."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from handbook.app.desk.school.body import SchoolBody
from handbook.app.desk.school.listing import SchoolList
from handbook.app.desk.school.side import FormSide
from handbook.app.desk.school.views import FormView, SchoolRow
from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.widgets.button import Button, ButtonKind
from handbook.app.widgets.fluid import Fluid
from handbook.app.widgets.line_field import LineField
from handbook.app.widgets.panel import ScrollBody
from handbook.app.widgets.text import Label

_LIST, _SIDE, _FORM = 310, 372, 640
_SIDE_FROM = 1080
"""Width, at 100 % text, from which the cards stand beside the form."""
_LIST_FROM = 620


class SchoolForm(QWidget):
    """Up and Down in the list choose; Ctrl+Enter says that the details were checked today."""

    chosen = Signal(str)
    settled = Signal(tuple, str)
    checked_pressed = Signal()
    blank_pressed = Signal()
    role_wanted = Signal(str)
    use_chosen = Signal(str, int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.list = SchoolList(look)
        self.list.chosen.connect(self.chosen)
        self.body = SchoolBody(look)
        self.side = FormSide(look)
        self.body.settled.connect(self.settled)
        self.body.checked_pressed.connect(self.checked_pressed)
        self.side.use_chosen.connect(self.use_chosen)
        self.blank = Button(look, "Next blank", ButtonKind.GHOST, key="F8", height=32)
        self.blank.clicked.connect(self.blank_pressed)
        self.role = LineField(look, "Title of a role of your own")
        self.role.edit.setPlaceholderText("Head of sixth form")
        self.add = Button(look, "Add", ButtonKind.SECONDARY, height=32)
        self.add.clicked.connect(self._add)
        self.role.edit.returnPressed.connect(self._add)
        self._broken = Label(look, "", Type.LEAD, "warn_ink", wrap=True)
        self._broken.setContentsMargins(32, 32, 32, 32)
        self._broken.hide()
        self._lay_out()
        look.changed.connect(self._arrange)

    def show_rows(self, rows: tuple[SchoolRow, ...], chosen: str, blank: int) -> None:
        """List everybody; `blank` is how many are not filled in yet."""
        self.list.show_rows(rows, chosen)
        self.blank.setText(f"Next blank ({blank})")
        self.blank.setVisible(blank > 0)
        self.blank.updateGeometry()

    def show_form(self, form: FormView) -> None:
        """Show the form of what is chosen."""
        self._broken.hide()
        self._area.show()
        self.body.show_form(form)
        self.side.show_form(form)

    def show_broken(self, line: int, problem: str) -> None:
        """Say why there is no form: the text has to be mended first."""
        self._broken.setText(
            f"The file cannot be shown as a form yet. Line {line}: {problem}. "
            "Press “As a form” again, mend it in the text, and come back."
        )
        self._broken.show()
        self._area.hide()

    def take_focus(self) -> None:
        """The list first."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self) -> None:
        """Tell at once what is typed."""
        self.body.tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards below the form where there is no room beside it."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill the ground."""
        QPainter(self).fillRect(event.rect(), self._look.color("canvas"))

    def _lay_out(self) -> None:
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 6)
        left.setSpacing(0)
        left.addWidget(self.list, 1)
        left.addWidget(self.blank, 0, Qt.AlignmentFlag.AlignLeft)
        title = Label(self._look, "A role of your own", Type.SMALL_BOLD, "ink2")
        title.setContentsMargins(24, 4, 0, 0)
        left.addWidget(title)
        own = QHBoxLayout()
        own.setContentsMargins(18, 0, 4, 0)
        own.setSpacing(0)
        own.addWidget(self.role, 1)
        own.addWidget(self.add)
        left.addLayout(own)
        inner = Fluid()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, inner)
        self._columns.setContentsMargins(26, 20, 26, 24)
        self._columns.setSpacing(28)
        self._columns.addWidget(self.body, 1)
        self._columns.addWidget(self.side)
        self._area = ScrollBody(self._look, inner)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left)
        row.addWidget(self._area, 1)
        row.addWidget(self._broken, 1)
        self._arrange()

    def _arrange(self) -> None:
        size = self._look.interface_scale
        room = self.width() / size
        beside = room >= _SIDE_FROM
        sides = QBoxLayout.Direction
        self._columns.setDirection(sides.LeftToRight if beside else sides.TopToBottom)
        self.side.setFixedWidth(round(_SIDE * size)) if beside else self.side.set_free()
        self.body.setMaximumWidth(round(_FORM * size))
        self._left.setFixedWidth(round((_LIST if room >= _LIST_FROM else 220) * size))

    def _add(self) -> None:
        if self.role.text.strip():
            self.role_wanted.emit(self.role.text)
            self.role.set_text("")
