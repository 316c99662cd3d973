"""What the handbook keeps of somebody, and what it never keeps."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from handbook.app.look.look import Look
from handbook.app.look.tokens import Token
from handbook.app.look.type import Type
from handbook.app.widgets.panel import HairLine, Panel
from handbook.app.widgets.sign import Sign
from handbook.app.widgets.text import Label

# Each of these is held by a test that looks through every file after a day's use.
KEPT = (
    "Clauses you save, and your notes",
    "Policies you confirm. Your school may get a receipt",
    "Your settings, such as role and text size",
    "Where the window stood, the latest date, and where you stopped in a policy you saved from",
)
NEVER = (
    "What you search for",
    "Anything you choose under “I have a concern”",
    "A record you write. It goes to your own file or to paper",
)


class KeepsPanel(QWidget):
    """Two short lists, each line a fact."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Label(look, "What this app keeps", Type.HEADING, wrap=True))
        panel = Panel(look, "surface", edge="line", radius=12)
        inner = QVBoxLayout(panel)
        inner.setContentsMargins(22, 16, 20, 16)
        inner.setSpacing(8)
        inner.addWidget(Label(look, "Kept on this laptop", Type.UI_BOLD, wrap=True))
        for fact in KEPT:
            inner.addWidget(_Fact(look, "check", "ok", fact))
        inner.addSpacing(6)
        inner.addWidget(HairLine(look))
        inner.addSpacing(6)
        inner.addWidget(Label(look, "Never kept, never sent", Type.UI_BOLD, wrap=True))
        for fact in NEVER:
            # Red means must not; a cross that reassures is grey.
            inner.addWidget(_Fact(look, "cross", "ink2", fact))
        inner.addSpacing(6)
        inner.addWidget(HairLine(look))
        inner.addSpacing(6)
        inner.addWidget(_Fact(look, "shield", "link", "Works without the internet."))
        column.addWidget(panel)
        column.addStretch(1)


class _Fact(QWidget):
    """A sign and a line beside it."""

    def __init__(self, look: Look, icon: str, token: Token, words: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(Sign(look, icon, token, 18), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(look, words, Type.META, wrap=True), 1)
