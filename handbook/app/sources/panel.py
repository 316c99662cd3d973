"""The part of About on where policies come from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.widgets.button import Button, ButtonKind
from handbook.app.widgets.flow_layout import FlowLayout
from handbook.app.widgets.paint import RING
from handbook.app.widgets.text import Label, selectable

if TYPE_CHECKING:  # it loads packs, which a folder of content has no use for
    from handbook.app.sources.presenter import SourcesView


class SourcesPanel(QWidget):
    """The folders, what the last look came to, and the buttons; hidden until it is filled."""

    choose_pressed = Signal()
    forget_pressed = Signal()
    look_pressed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName("Where policies come from")
        self._set_up = Label(look, "", Type.UI, wrap=True)
        self._folders = QGridLayout()
        self._folders.setHorizontalSpacing(24)
        self._folders.setVerticalSpacing(8)
        self._folders.setColumnStretch(1, 1)
        self._last = Label(look, "", Type.UI, "ink2", wrap=True)
        self._problems = QVBoxLayout()
        self._problems.setSpacing(6)
        self.choose = Button(look, "Choose a folder", ButtonKind.SECONDARY)
        self.forget = Button(look, "Stop using my folder", ButtonKind.GHOST)
        self.look_now = Button(look, "Look now", ButtonKind.SECONDARY)
        self.choose.clicked.connect(self.choose_pressed)
        self.forget.clicked.connect(self.forget_pressed)
        self.look_now.clicked.connect(self.look_pressed)
        self._lay_out()
        self.hide()

    def show_sources(self, view: SourcesView) -> None:
        """Show where policies come from."""
        self._set_up.setText(view.set_up)
        _empty(self._folders)
        for row, (whose, where) in enumerate(view.folders):
            value = selectable(Label(self._look, where, Type.UI, wrap=True))
            value.setAccessibleName(f"{whose}: {where}")
            name = Label(self._look, whose, Type.UI, "ink2")
            self._folders.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            self._folders.addWidget(value, row, 1)
        self._last.setText(view.last)
        _empty(self._problems)
        for problem in view.problems:
            self._problems.addWidget(
                selectable(Label(self._look, problem, Type.UI, "warn_ink", wrap=True))
            )
        self.choose.setVisible(view.can_choose)
        self.forget.setVisible(view.has_chosen)
        self._offer_look(is_offered=view.can_look)
        self.show()

    def _offer_look(self, *, is_offered: bool) -> None:
        # While it looks the focus waits here: else Enter would press whatever stands next.
        if not is_offered and self.look_now.hasFocus():
            self.setFocus()
        self.look_now.setVisible(is_offered)
        if is_offered and self.hasFocus():
            self.look_now.setFocus()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setContentsMargins(RING, 0, RING, 0)
        words.setSpacing(8)
        words.addWidget(Label(self._look, "Where policies come from", Type.SECTION))
        words.addWidget(self._set_up)
        words.addLayout(self._folders)
        words.addWidget(self._last)
        words.addLayout(self._problems)
        buttons = FlowLayout()
        for button in (self.choose, self.look_now, self.forget):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 20)
        column.setSpacing(6)
        column.addLayout(words)
        column.addLayout(buttons)


def _empty(layout: QGridLayout | QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
