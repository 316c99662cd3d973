"""The small form for a new file: what it is, and its title."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from handbook.app.desk.files_made.begun import NewKind, file_of
from handbook.app.desk.panel import DeskPanel
from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.widgets.line_field import ChoiceField, LineField
from handbook.app.widgets.paint import RING
from handbook.app.widgets.text import Label


class NewPanel(DeskPanel):
    """Says the name that the file will have; links use it."""

    wanted = Signal(str, str)
    """A kind and a title."""

    def __init__(self, look: Look, window: QWidget, is_taken: Callable[[str], bool]) -> None:
        super().__init__(look, window, "New", "Begin")
        self._is_taken = is_taken
        self.kind = ChoiceField(look, "What it is")
        self.kind.show_choices([(kind.value, kind.value) for kind in NewKind], NewKind.POLICY)
        self.kind.chosen.connect(self._look_at)
        self.name = LineField(look, "Title")
        self.name.edited.connect(self._look_at)
        self.name.edit.returnPressed.connect(self._begin)
        for words, field in (("What it is", self.kind), ("Title", self.name)):
            label = Label(look, words, Type.UI_BOLD)
            label.setContentsMargins(RING, 4, 0, 0)
            self.add(label)
            self.add(field)
        self.act.clicked.connect(self._begin)

    @property
    def file(self) -> str:
        """The name that the file will have."""
        return file_of(NewKind(self.kind.value), self.name.text)

    def take_focus(self) -> None:
        """The title, empty."""
        self.name.set_text("")
        self._look_at()
        self.name.edit.setFocus()

    def _look_at(self) -> None:
        if not self.file:
            self.say("Links will use a short name made of the title.")
        elif self._is_taken(self.file):
            self.say(f"There is {self.file} already: choose another title.", is_wrong=True)
        else:
            self.say(f"Its file will be {self.file}, and links use that name.")
        self.act.setEnabled(bool(self.file) and not self._is_taken(self.file))

    def _begin(self) -> None:
        if self.act.isEnabled():
            self.close_panel()
            self.wanted.emit(self.kind.value, self.name.text)
