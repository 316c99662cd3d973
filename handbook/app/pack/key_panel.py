"""The key that signed a pack, and whether it is trusted: a sign, words and the figures."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.widgets.panel import Panel
from handbook.app.widgets.sign import Sign
from handbook.app.widgets.text import Label, selectable

_GROUPS = 4
"""Groups of four figures on a line, as people read them to each other."""


class KeyPanel(Panel):
    """Green with a shield where the key is trusted, amber with a warning where it is not."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "surface", edge="line", radius=10)
        self._shield = Sign(look, "shield", "ok", 22)
        self._warning = Sign(look, "warning", "warn", 22)
        self._name = Label(look, "Fingerprint of the key that signed it", Type.SMALL, "ink2")
        self._figures = selectable(Label(look, "", Type.CONTACT))
        self._words = Label(look, "", Type.UI, wrap=True)
        words = QVBoxLayout()
        words.setSpacing(4)
        for label in (self._name, self._figures, self._words):
            words.addWidget(label)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 14, 20, 14)
        row.setSpacing(14)
        row.addWidget(self._shield, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._warning, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def show_key(self, fingerprint: str, words: str, *, is_trusted: bool) -> None:
        """Show a key, or words alone; nothing at all hides the panel."""
        groups = fingerprint.split()
        lines = (groups[at : at + _GROUPS] for at in range(0, len(groups), _GROUPS))
        self._figures.setText("\n".join("  ".join(line) for line in lines))
        self._figures.setAccessibleName(f"Fingerprint: {', '.join(groups)}" if groups else "")
        self._name.setVisible(bool(groups))
        self._figures.setVisible(bool(groups))
        self._words.setText(words)
        self._shield.setVisible(is_trusted)
        self._warning.setVisible(not is_trusted)
        self.setVisible(bool(words))
