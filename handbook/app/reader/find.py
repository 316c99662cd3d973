"""Finding words in the policy: the field in the header, and what it found."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from handbook.app.document.matches import Match
from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.widgets.button import Button, ButtonKind
from handbook.app.widgets.field import SMALL, SearchField
from handbook.app.widgets.text import Label

_FIELD, _LEAST_FIELD = 240, 130


class Finding:
    """The places that were found, and which of them is the current one."""

    def __init__(self) -> None:
        self._places: Sequence[Match] = ()
        self._at = -1

    @property
    def places(self) -> Sequence[Match]:
        """All places."""
        return self._places

    @property
    def current(self) -> Match | None:
        """The current place; None where nothing was found."""
        return self._places[self._at] if self._places else None

    @property
    def words(self) -> str:
        """`2 of 4`."""
        return f"{self._at + 1} of {len(self._places)}" if self._places else "None found"

    def begin(self, places: Sequence[Match], from_block: int) -> None:
        """Take new places; the first one from a block on is current, else the first."""
        self._places = places
        after = (at for at, match in enumerate(places) if match.block >= from_block)
        self._at = next(after, 0) if places else -1

    def step(self, by: int) -> None:
        """Go to another place, round the ends."""
        if self._places:
            self._at = (self._at + by) % len(self._places)


class FindBar(QWidget):
    """The field, `2 of 4`, up, down, done."""

    edited = Signal(str)
    stepped = Signal(int)
    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._field = SearchField(look, "Find in this policy", SMALL)
        self._field.setMinimumWidth(_LEAST_FIELD + 12)
        self._field.setMaximumWidth(_FIELD + 12)
        self._count = Label(look, "", Type.META, "ink2")
        self._count.setMinimumWidth(round(look.width_of("None found", Type.META)) + 2)
        self._count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        up = self._button(look, "chevron-up", "Previous (Shift+F3)", -1)
        down = self._button(look, "chevron-down", "Next (F3)", 1)
        done = Button(look, "Done", key="Esc", height=36)
        done.clicked.connect(self.closed)
        self._field.edited.connect(self.edited)
        self._field.submitted.connect(lambda: self.stepped.emit(1))
        self._field.cleared.connect(self.closed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._field, 1)
        for widget in (self._count, up, down, done):
            row.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """With a field that is as wide as it may be; where room is short it gives way."""
        hint = super().sizeHint()
        field = max(self._field.minimumWidth(), self._field.sizeHint().width())
        missing = max(0, self._field.maximumWidth() - field)
        return QSize(hint.width() + missing, hint.height())

    @property
    def text(self) -> str:
        """What is looked for."""
        return self._field.text()

    @property
    def said(self) -> str:
        """How many were found, and which is the current one."""
        return self._count.text()

    def take_focus(self) -> None:
        """Type at once, over what is there."""
        self._field.select_all()

    def forget(self) -> None:
        """Leave the field empty; nothing brings its words back."""
        self._field.set_text("")
        self.show_count("")

    def show_count(self, words: str) -> None:
        """Say how many, and which."""
        self._count.setText(words)
        self._count.setAccessibleName(words)
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _button(self, look: Look, icon: str, name: str, by: int) -> Button:
        button = Button(look, "", ButtonKind.GHOST, icon=icon, height=32)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(lambda: self.stepped.emit(by))
        return button
