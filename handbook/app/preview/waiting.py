"""While pages are being made: what is done, how far it has come, and a way to give it up."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.paper.steps import Progress
from handbook.app.widgets.button import Button
from handbook.app.widgets.paint import box
from handbook.app.widgets.text import Label

_WIDTH, _HEIGHT = 360, 8


class Waiting(QWidget):
    """A line that fills, between words that say the same."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._words = Label(look, "", Type.LEAD)
        self._parts = Label(look, "", Type.META, "ink2")
        self._line = ProgressLine(look)
        self.cancel = Button(look, "Cancel", key="Esc")
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addStretch(2)
        for widget in (self._words, self._line, self._parts, self.cancel):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def show_progress(self, words: str, parts: str, progress: Progress) -> None:
        """Say what is done and how far it has come."""
        self._words.setText(words)
        self._parts.setText(parts)
        self._line.show_progress(progress)


class ProgressLine(QWidget):
    """How much is done, as a line."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._part = 0.0
        self.setFixedSize(_WIDTH, _HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def show_progress(self, progress: Progress) -> None:
        """Fill so much of it."""
        self._part = progress.done / max(1, progress.of)
        self.setAccessibleName(f"{round(100 * self._part)} per cent done")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        del event
        painter = QPainter(self)
        look, whole = self._look, QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        box(painter, whole, _HEIGHT / 2, look.color("surface"), look.color("line2"))
        if self._part > 0:
            done = QRectF(whole)
            done.setWidth(max(_HEIGHT, whole.width() * self._part))
            box(painter, done, _HEIGHT / 2, look.color("accent"))
