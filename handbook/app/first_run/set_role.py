"""In place of the cards: what the school says that staff at this computer do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from handbook.app.audiences import AUDIENCES
from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.widgets.panel import Panel
from handbook.app.widgets.sign import Sign
from handbook.app.widgets.text import Label
from handbook.domain.audience import Audience

_ASK = "If that is not what you do, ask the office."


class SetRole(Panel):
    """A lock, the role, and whom to ask; hidden where the school has set none."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "surface", edge="line", radius=12)
        self._role = Label(look, "", Type.OPTION, wrap=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._role)
        words.addWidget(Label(look, _ASK, Type.UI, "ink2", wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 16, 20, 16)
        row.setSpacing(16)
        row.addWidget(Sign(look, "lock", "ink2", 22), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.hide()

    def show_role(self, role: Audience | None) -> None:
        """Say which role is set; None hides it."""
        if role is not None:
            self._role.setText(f"Your school has set: {AUDIENCES[role].one}")
        self.setVisible(role is not None)
