"""The top of the page of saved clauses: how many, words to look for, and what to show."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.saved.rail import SHOW_WORDS
from handbook.app.saved.views import SavedView, Show
from handbook.app.widgets.button import Button
from handbook.app.widgets.chip import Chip
from handbook.app.widgets.field import SMALL, SearchField
from handbook.app.widgets.flow_layout import FlowLayout
from handbook.app.widgets.paint import RING
from handbook.app.widgets.text import Label

_WORDS_FROM = 800
"""Width, at 100 % text, from which there is room for words on the button."""


class SavedHead(QWidget):
    """Title and field; the choices of the rail too where there is no room for it."""

    filter_changed = Signal(str)
    show_chosen = Signal(object)
    print_pressed = Signal()
    list_wanted = Signal()
    """Enter, or a key that moves in the list, was pressed in the field."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._count = Label(look, "", Type.META, "ink2")
        self._field = SearchField(look, "Search saved and notes", SMALL, keys=("Ctrl", "F"))
        self._chips = {show: Chip(look, words) for show, words in SHOW_WORDS.items()}
        self._print = Button(look, "Print", icon="print", height=36)
        self._print.setAccessibleName("Print what is listed, or save it as PDF")
        self._print.setToolTip("Print what is listed, or save it as PDF")
        self._chip_row, self._row = QWidget(), QHBoxLayout()
        self._lay_out(look)
        self._connect()

    def show_saved(self, view: SavedView) -> None:
        """Show how many there are, and what is looked for."""
        self._count.setText(_counted(view.counts[Show.ALL], len(view.policies)))
        self._field.set_text(view.filter)
        self._print.setVisible(any(group.rows for group in view.groups))
        for show, chip in self._chips.items():
            chip.set_count(view.counts[show])
            chip.setChecked(show is view.show)

    def focus_field(self) -> None:
        """Put the focus into the field."""
        self._field.select_all()

    def set_wide(self, *, wide: bool) -> None:
        """Side by side, or under each other with the choices of the rail."""
        self._chip_row.setVisible(not wide)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(across if wide else down)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Without room the way onto paper is its icon alone."""
        super().resizeEvent(event)
        self._print.show_words(shown=self._look.room(self.width()) >= _WORDS_FROM)

    def _lay_out(self, look: Look) -> None:
        title = QHBoxLayout()
        title.setContentsMargins(RING, 0, 0, 0)
        title.setSpacing(12)
        title.addWidget(Label(look, "Saved", Type.DISPLAY))
        title.addWidget(self._count)
        title.addStretch(1)
        self._field.setMinimumWidth(300 + 2 * RING)
        self._field.setMaximumWidth(420)
        self._row.setSpacing(8)
        self._row.addLayout(title, 1)
        field = QHBoxLayout()
        field.setSpacing(0)
        field.addWidget(self._field)
        field.addWidget(self._print)
        field.addStretch(1)
        self._row.addLayout(field)
        chips = FlowLayout(8 - 2 * RING)
        self._chip_row.setLayout(chips)
        for chip in self._chips.values():
            chip.setCheckable(True)
            chips.addWidget(chip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._row)
        column.addWidget(self._chip_row)

    def _connect(self) -> None:
        for show, chip in self._chips.items():
            chip.clicked.connect(lambda _=False, show=show: self.show_chosen.emit(show))
        self._field.edited.connect(self.filter_changed)
        self._print.clicked.connect(self.print_pressed)
        self._field.cleared.connect(self._clear)
        self._field.submitted.connect(self.list_wanted)
        self._field.list_key_pressed.connect(lambda _: self.list_wanted.emit())

    def _clear(self) -> None:
        self._field.set_text("")
        self.filter_changed.emit("")


def _counted(clauses: int, policies: int) -> str:
    counted = "1 clause" if clauses == 1 else f"{clauses} clauses"
    return f"{counted} in {'1 policy' if policies == 1 else f'{policies} policies'}"
