"""What can be done with the clause that is being read, where there is no room beside it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from handbook.app.look.look import Look
from handbook.app.widgets.menu import Menu, MenuItem

_COPY, _SAVE, _FIND = "copy", "save", "find"


class ClauseMenu(QObject):
    """The menu under the button that names the clause."""

    copy_chosen = Signal(str)
    save_chosen = Signal(str)
    find_chosen = Signal()

    def __init__(self, look: Look, button: QWidget) -> None:
        super().__init__(button)
        self._look = look
        self._clause = ""
        self.list = Menu(look, button)
        self.list.chosen.connect(self._chosen)

    def open_for(self, clause: str, label: str, *, saved: bool) -> None:
        """Open it for a clause; without one, for the policy."""
        self._clause = clause
        copy, save = ("C", "B") if self._look.letter_keys else ("", "")
        items = [MenuItem(_COPY, f"Copy link to {label or 'this policy'}", "link", copy)]
        if clause:
            words = f"Take {label} off Saved" if saved else f"Save {label}"
            items.append(MenuItem(_SAVE, words, "bookmark-filled" if saved else "bookmark", save))
        items.append(MenuItem(_FIND, "Find on this page", "search", "Ctrl F", apart=True))
        self.list.open_with(items)

    def _chosen(self, wanted: str) -> None:
        match wanted:
            case "copy":
                self.copy_chosen.emit(self._clause)
            case "save":
                self.save_chosen.emit(self._clause)
            case _:
                self.find_chosen.emit()
