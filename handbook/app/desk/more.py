"""The button that lists what an editor can do beyond typing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QPushButton

from handbook.app.look.look import Look
from handbook.app.widgets.menu import Menu, MenuItem


@dataclass(frozen=True, slots=True)
class Act:
    """One thing to do from the list."""

    id: str
    words: str
    icon: str
    run: Callable[[], None]
    key: str = ""
    apart: bool = False


class MoreMenu:
    """Opens under its button; what cannot be done with this file is left out."""

    def __init__(self, look: Look, button: QPushButton, acts: Callable[[], Sequence[Act]]) -> None:
        self._button = button
        self._acts = acts
        self._menu = Menu(look, button)
        self._menu.chosen.connect(self._run)
        button.clicked.connect(self.open)

    def open(self) -> None:
        """Show the list."""
        self._menu.open_with(
            [
                MenuItem(act.id, act.words, act.icon, act.key, apart=act.apart)
                for act in self._acts()
            ]
        )

    def _run(self, act_id: str) -> None:
        for act in self._acts():
            if act.id == act_id:
                act.run()
                return
