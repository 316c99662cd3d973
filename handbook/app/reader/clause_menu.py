"""The menus of the reader: what can be done with the clause, and the ways onto paper."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from handbook.app.look.look import Look
from handbook.app.widgets.menu import Menu, MenuItem

COPY, SAVE, FIND, CHANGED = "copy", "save", "find", "changed"
PRINT, PDF, PRINT_ALL, PDF_ALL = "print", "pdf", "print-all", "pdf-all"


class ClauseMenu(QObject):
    """One list, opened under the button that names the clause, or under the print button."""

    chosen = Signal(str, str)
    """What is wanted, and the clause; no clause for the whole policy."""

    def __init__(self, look: Look, button: QWidget) -> None:
        super().__init__(button)
        self._look = look
        self._clause = ""
        self.list = Menu(look, button)
        self.list.chosen.connect(self._chosen)

    def open_for(
        self, clause: str, label: str, button: QWidget, *, saved: bool, changed: str = ""
    ) -> None:
        """Open every tool of a clause; without one, of the policy.

        `changed` are the words for what changed in it; empty where nothing did.
        """
        self._clause = clause
        items = [MenuItem(COPY, f"Copy link to {label or 'this policy'}", "link", self._key("C"))]
        if clause:
            words = f"Take {label} off Saved" if saved else f"Save {label}"
            icon = "bookmark-filled" if saved else "bookmark"
            items.append(MenuItem(SAVE, words, icon, self._key("B")))
        find = MenuItem(FIND, "Find on this page", "search", "Ctrl F", apart=True)
        seen = (MenuItem(CHANGED, changed, "pencil"),) if changed else ()
        self.list.open_with(
            [*items, find, *seen, *self._onto_paper(clause, label, apart=True)], button
        )

    def open_print(self, clause: str, label: str, button: QWidget) -> None:
        """Open the ways onto paper."""
        self._clause = clause
        self.list.open_with(self._onto_paper(clause, label, apart=False), button)

    def _chosen(self, wanted: str) -> None:
        self.chosen.emit(wanted, "" if wanted in (PRINT_ALL, PDF_ALL) else self._clause)

    def _key(self, letter: str) -> str:
        """The key of a thing to do, where single letters act."""
        return letter if self._look.letter_keys else ""

    def _onto_paper(self, clause: str, label: str, *, apart: bool) -> list[MenuItem]:
        """Print and PDF of the clause that is being read, and of the whole policy."""
        letter = self._key("P")
        whole = [
            MenuItem(PRINT_ALL, "Print the whole policy", "print", "" if clause else letter),
            MenuItem(PDF_ALL, "Save the policy as PDF", "download"),
        ]
        if clause:
            whole = [
                MenuItem(PRINT, f"Print {label}", "print", letter),
                MenuItem(PDF, f"Save {label} as PDF", "download"),
                *whole,
            ]
        return [replace(whole[0], apart=apart), *whole[1:]]
