"""The small form for another name: it says what will change before it is done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from handbook.app.desk.panel import DeskPanel
from handbook.app.desk.renaming.plan import Plan
from handbook.app.look.look import Look
from handbook.app.widgets.line_field import LineField


class RenamePanel(DeskPanel):
    """Type a name, read what follows, press Rename."""

    wanted = Signal(object)
    """A plan that was read."""

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(look, window, "", "Rename")
        self._plan: Callable[[str], Plan] | None = None
        self._now = ""
        self.name = LineField(look, "New name")
        self.name.edited.connect(self._look_at)
        self.name.edit.returnPressed.connect(self._rename)
        self.add(self.name)
        self.act.clicked.connect(self._rename)

    def open_for(
        self, title: str, now: str, plan: Callable[[str], Plan], anchor: QPushButton
    ) -> None:
        """Ask for another name of something."""
        self._plan, self._now = plan, now
        self.title.setText(title)
        self.open_under(anchor, anchor)

    def take_focus(self) -> None:
        """The name as it is, selected."""
        self.name.set_text(self._now)
        self.name.edit.setFocus()
        self.name.edit.selectAll()
        self._look_at()

    def _look_at(self) -> None:
        if self._plan is not None:
            plan = self._plan(self.name.text.strip())
            self.say(plan.said, is_wrong=not plan.is_possible)

    def _rename(self) -> None:
        if self._plan is None:
            return
        plan = self._plan(self.name.text.strip())
        if plan.is_possible:
            self.close_panel()
            self.wanted.emit(plan)
