"""A question above the desk, with its answers as buttons; typing goes on while it stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QWidget
from shiboken6 import Shiboken

from handbook.app.look.look import Look
from handbook.app.look.tokens import Token
from handbook.app.widgets.button import Button, ButtonKind
from handbook.app.widgets.panel import Strip
from handbook.app.widgets.tabbing import tab_through
from handbook.app.widgets.text import Label

Answer = tuple[str, Callable[[], None]]
"""The words of a button, and what it does."""


class AskStrip(Strip):
    """Says one sentence or asks one question at a time; the newest stands."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "warn_soft", line_below=True)
        self._look = look
        self._before: QWidget | None = None
        self._content: QWidget | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(24, 4, 18, 4)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._is_question = False
        self._came_from: QWidget | None = None
        self.hide()

    @property
    def words(self) -> str:
        """What is said; empty where nothing is."""
        if self.isHidden() or self._content is None:
            return ""
        label = self._content.findChild(Label)
        return label.text() if isinstance(label, Label) else ""

    def stand_after(self, part: QWidget) -> None:
        """Let Tab come here from the last control of the part above."""
        self._before = part

    def say(self, words: str) -> None:
        """Say a sentence until it is closed; never over a question."""
        if self._is_question and not self.isHidden():
            return
        self._show(words, (("Close", _nothing),), "accent_soft", "ink")
        self._is_question = False

    def ask(self, words: str, answers: Sequence[Answer]) -> None:
        """Ask; the first answer has the focus, which goes back afterwards."""
        # Before the window is active, what will have the focus in it then.
        focus = QApplication.focusWidget() or self.window().focusWidget()
        if focus is not None and not self.isAncestorOf(focus):
            self._came_from = focus
        self._show(words, answers, "warn_soft", "warn_ink")
        self._is_question = True
        first = self.buttons()[0]
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def buttons(self) -> list[Button]:
        """The answers, in their order."""
        return self._content.findChildren(Button) if self._content is not None else []

    def close_strip(self) -> None:
        """Take it away; the focus goes back to where it was."""
        focus = QApplication.focusWidget()
        inside = focus is not None and self.isAncestorOf(focus)
        self.hide()
        if inside and self._came_from is not None and Shiboken.isValid(self._came_from):
            self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        self._is_question = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes what is only said."""
        if event.key() == Qt.Key.Key_Escape and not self._is_question:
            self.close_strip()
        else:
            super().keyPressEvent(event)

    def _show(self, words: str, answers: Sequence[Answer], fill: Token, ink: Token) -> None:
        if self._content is not None:
            self._row.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._fill = fill
        self._content = QWidget()
        row = QHBoxLayout(self._content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        label = Label(self._look, words, token=ink, wrap=True)
        row.addWidget(label, 1, Qt.AlignmentFlag.AlignVCenter)
        is_only_said = len(answers) == 1
        for at, (text, act) in enumerate(answers):
            kind = ButtonKind.GHOST if is_only_said or at else ButtonKind.SECONDARY
            button = Button(self._look, text, kind, height=36)
            button.setAccessibleDescription(words)
            button.clicked.connect(self.close_strip)
            button.clicked.connect(act)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self._content)
        self.show()
        self.update()
        if self._before is not None:
            tab_through(self._before, self)
        told = QAccessibleAnnouncementEvent(self, words)
        QAccessible.updateAccessibility(told)


def _nothing() -> None:
    """To close is all."""
