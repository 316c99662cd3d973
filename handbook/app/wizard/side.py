"""The two panels beside the questions: being seen, and danger."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.widgets.panel import Panel
from handbook.app.widgets.text import Label


class SeenPanel(Panel):
    """What to do when somebody comes near."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "surface", edge="line", radius=12)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 12, 18, 14)
        column.setSpacing(2)
        column.addWidget(Label(look, "Worried about being seen?", Type.UI_BOLD, wrap=True))
        words = "Leave quickly shows an ordinary page at once and forgets these answers."
        column.addWidget(Label(look, words, Type.META, "ink2", wrap=True))


class DangerPanel(Panel):
    """999 first, then whom to tell; always in sight."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "stop_soft", bar="stop", radius=8)
        self._words = Label(look, "", Type.META, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 10, 16, 12)
        column.setSpacing(0)
        question = "Anyone in danger right now?"
        column.addWidget(Label(look, question, Type.UI_BOLD, "stop_ink", wrap=True))
        column.addWidget(self._words)

    def show_text(self, text: str) -> None:
        """Say what to do."""
        self._words.setText(text)
