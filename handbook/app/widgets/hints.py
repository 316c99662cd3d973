"""The footer: which keys act on this page, or a line of facts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.widgets.paint import baseline, keycap, keycap_height

HEIGHT = 40


class Hint(NamedTuple):
    """Keys, and what they do."""

    keys: tuple[str, ...]
    does: str

    @property
    def is_single(self) -> bool:
        """Whether it is one letter, or one of a range of numbers, with no other key."""
        (first, *others) = self.keys
        return not others and (len(first) == 1 or first[0].isdigit())


class Footer(QWidget):
    """The lowest strip of a page. Plain text stands left and right, key hints from the left."""

    def __init__(self, look: Look, hints: Sequence[Hint] = ()) -> None:
        super().__init__()
        self._look = look
        self._hints = tuple(hints)
        self._left = ""
        self._right = ""
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._name()
        look.changed.connect(self._look_changed)

    def show_hints(self, hints: Sequence[Hint]) -> None:
        """Show other keys."""
        self._hints = tuple(hints)
        self._name()
        self.update()

    def show_text(self, left: str, right: str = "") -> None:
        """Show facts instead of keys."""
        self._left, self._right = left, right
        self.setAccessibleName(f"{left} {right}".strip())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the strip."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.color("canvas"))
        painter.fillRect(QRectF(0, 0, self.width(), 1), self._look.color("line"))
        painter.setFont(self._look.font(Type.SMALL))
        painter.setPen(self._look.color("ink3"))
        line = baseline(painter, QRectF(self.rect()))
        if self._left:
            painter.drawText(QPointF(24, line), self._left)
        if self._right:
            width = self._look.width_of(self._right, Type.SMALL)
            painter.drawText(QPointF(self.width() - 24 - width, line), self._right)
        self._paint_hints(painter, line)

    def _paint_hints(self, painter: QPainter, line: float) -> None:
        x = 24.0
        for hint in self._acting():
            width = self._look.width_of(hint.does, Type.SMALL)
            if x + width > self.width() - 80:
                return
            for key in hint.keys:
                at = QPointF(x, (HEIGHT - keycap_height(self._look)) / 2)
                x += keycap(painter, self._look, at, key, fill="surface") + 4
            painter.setFont(self._look.font(Type.SMALL))
            painter.setPen(self._look.color("ink2"))
            painter.drawText(QPointF(x + 5, line), hint.does)
            x += 5 + width + 22

    def _acting(self) -> list[Hint]:
        """The hints without the single keys that the reader turned off."""
        letters = self._look.letter_keys
        return [hint for hint in self._hints if letters or not hint.is_single]

    def _look_changed(self) -> None:
        if self._hints:
            self._name()
        self.update()

    def _name(self) -> None:
        said = "; ".join(f"{' '.join(hint.keys)}: {hint.does}" for hint in self._acting())
        self.setAccessibleName(f"Keys: {said}" if said else "")
