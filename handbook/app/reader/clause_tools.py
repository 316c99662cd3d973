"""The tools beside a clause: copy its link, save it, print it. A tip names each, and its key."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from handbook.app.look.look import Look
from handbook.app.widgets.icon_tool import SIDE, IconTool
from handbook.app.widgets.paint import RING
from handbook.app.widgets.tip import Tip

_GAP = 6
_BELOW = 6
"""Between a tool and its tip."""
SAID_MS = 2000
"""How long the tip says what was done."""


class ClauseTools(QObject):
    """The row of tools beside one clause."""

    copy_pressed = Signal(str)
    save_pressed = Signal(str)
    print_pressed = Signal(str)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._parent = parent
        self._clause = ""
        self._tip = Tip(look, parent)
        self.copy = IconTool(look, "link", "C", parent)
        self.save = IconTool(look, "bookmark", "B", parent)
        self.save.setCheckable(True)
        self.print = IconTool(look, "print", "P", parent)
        self.all = (self.copy, self.save, self.print)
        self.copy.clicked.connect(lambda: self.copy_pressed.emit(self._clause))
        self.save.clicked.connect(lambda: self.save_pressed.emit(self._clause))
        self.print.clicked.connect(lambda: self.print_pressed.emit(self._clause))
        for tool in self.all:
            tool.hide()
            tool.explained.connect(self._explain)
            tool.left.connect(self._tip.hide)

    def show_clause(self, clause: str, label: str, *, saved: bool) -> None:
        """Stand for a clause, saved or not."""
        if clause != self._clause:
            self._clause = clause
            self._tip.hide()
        self.copy.name(f"Copy link to {label}")
        self.save.name(f"Take {label} off Saved" if saved else f"Save {label}")
        self.save.setChecked(saved)
        self.print.name(f"Print {label}")
        for tool in self.all:
            tool.show()

    def hide(self) -> None:
        """Stand beside no clause."""
        for tool in self.all:
            tool.hide()

    def move_to(self, x: int, y: int) -> None:
        """Stand with the visible corner of the first at a point."""
        for number, tool in enumerate(self.all):
            tool.move(x + number * (SIDE + _GAP) - RING, y - RING)

    def say(self, tool: IconTool, words: str) -> None:
        """Say under a tool what was done."""
        if tool.isVisible():
            self._tip.say(words, "", for_ms=SAID_MS)
            self._place_tip(tool)

    def _explain(self) -> None:
        tool = self.sender()
        if isinstance(tool, IconTool):
            self._tip.say(tool.words, tool.key if self._look.letter_keys else "")
            self._place_tip(tool)

    def _place_tip(self, tool: IconTool) -> None:
        room = self._parent.width() - self._tip.width() - 4
        self._tip.move(min(tool.x() + RING, room), tool.y() + RING + SIDE + _BELOW)
