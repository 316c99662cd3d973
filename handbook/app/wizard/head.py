"""The question itself, with the way back above it and why it is asked below."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.widgets.button import LinkButton
from handbook.app.widgets.paint import RING
from handbook.app.widgets.panel import Panel
from handbook.app.widgets.text import Label
from handbook.app.wizard.presenter import StepView


class QuestionHead(QWidget):
    """Back, the question, and why it is asked."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.back = LinkButton(look, "Back")
        self._notice = _Notice(look)
        self._question = Label(look, "", Type.QUESTION, wrap=True)
        self._help = [Label(look, "", Type.LEAD, "ink2", wrap=True) for _ in range(3)]
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 18, 0, 4)
        column.setSpacing(0)
        column.addWidget(self.back)
        notice = QHBoxLayout()
        notice.setContentsMargins(RING, 0, RING, 0)
        notice.addWidget(self._notice)
        column.addLayout(notice)
        column.addSpacing(3)
        for label in (self._question, *self._help):
            label.setContentsMargins(RING, 0, RING, 0)
            column.addWidget(label)
            column.addSpacing(4)

    def show_step(self, view: StepView) -> None:
        """Show a question."""
        self.back.setText("Back to the handbook" if view.is_first else "Back")
        self.back.updateGeometry()
        self._notice.show_text(view.notice)
        self._question.setText(view.question)
        count = len(self._help)
        texts = [*view.help[: count - 1], " ".join(view.help[count - 1 :])]
        for label, text in zip(self._help, texts + [""] * count, strict=False):
            label.setText(text)
            label.setVisible(bool(text))

    def clear(self) -> None:
        """Show nothing."""
        self._notice.show_text("")
        for label in (self._question, *self._help):
            label.clear()

    def height_for(self, width: int) -> int:
        """How high it is at a width."""
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout is not None else 0


class _Notice(Panel):
    """That the law may have moved on since the questions were written."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "warn_soft", bar="warn", radius=8)
        self._words = Label(look, "", Type.META, "warn_ink", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 8, 16, 8)
        column.addWidget(self._words)
        self.hide()

    def show_text(self, text: str) -> None:
        """Say it, or say nothing."""
        self._words.setText(text)
        self.setVisible(bool(text))
