"""The strip above a draft: that it is one, its problems, and the path to an outcome."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.widgets.button import Button, ButtonKind
from handbook.app.widgets.flow_layout import FlowLayout
from handbook.app.widgets.paint import RING
from handbook.app.widgets.panel import Strip
from handbook.app.widgets.text import Label

_SIDE_BY_SIDE_FROM = 940
"""Width, at 100 % text, from which the buttons stand beside the words."""
_DRAFT = "A draft: staff do not see this"
_NOT_A_CASE = "A story is a test of this flow: put no real person and no real case into it."
_HEIGHT = 32


class DraftStrip(Strip):
    """Says that staff do not see this, and what can be done with it."""

    reading_wanted = Signal()
    list_wanted = Signal()
    """The list of problems, or the draft again where the list is shown."""
    copy_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "warn_soft", line_below=True)
        self._look = look
        self._problems = ""
        self._title = Label(look, _DRAFT, Type.UI_BOLD, "warn_ink", wrap=True)
        self.again = Button(look, "Read the file again", icon="restart", key="F5", height=_HEIGHT)
        self.again.clicked.connect(self.reading_wanted)
        self._state = Label(look, "", Type.META, "warn_ink")
        self.list = Button(look, "", icon="warning", height=_HEIGHT)
        self.list.clicked.connect(self.list_wanted)
        self._path = Label(look, "", Type.META, "warn_ink", wrap=True)
        self.copy = Button(look, "Copy as a story", ButtonKind.SECONDARY, height=_HEIGHT)
        self.copy.clicked.connect(self.copy_wanted)
        self._top = _Row(self._title, (self._state, self.list, self.again))
        self._end = _Row(self._path, (self.copy,))
        column = QVBoxLayout(self)
        column.setContentsMargins(24 - RING, 3, 24 - RING, 3)
        column.setSpacing(0)
        column.addWidget(self._top)
        column.addWidget(self._end)
        look.changed.connect(self._arrange)
        self.list.hide()
        self._end.hide()

    def show_title(self, title: str) -> None:
        """Name the flow."""
        self._title.setText(f"Draft of “{title}”: staff do not see this")

    def show_checking(self) -> None:
        """Say that it is being read."""
        self._say("Reading and checking…")

    def show_problems(self, count: int) -> None:
        """Say how many problems there are."""
        self._problems = f"{count} problem" if count == 1 else f"{count} problems"
        self.list.setVisible(count > 0)
        self._say("" if count else "No problems found")
        self.show_list_open(is_open=False)

    def show_list_open(self, *, is_open: bool) -> None:
        """Offer the list of problems, or the way back from it."""
        self.list.setText("Back to the draft" if is_open else self._problems)
        self.list.updateGeometry()
        self._arrange()

    def show_end(self, numbers: Sequence[int]) -> None:
        """Offer the path to an outcome."""
        self._end.setVisible(bool(numbers))
        path = ", ".join(map(str, numbers))
        self._path.setText(f"The answers by number: {path}. {_NOT_A_CASE}" if numbers else "")
        self._arrange()

    def show_copied(self) -> None:
        """Say where a copied story goes."""
        self._path.setText(f"Copied. Paste it into the flow's file of stories. {_NOT_A_CASE}")
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the words where there is no room beside them."""
        super().resizeEvent(event)
        self._arrange()

    def _say(self, words: str) -> None:
        self._state.setText(words)
        self._state.setVisible(bool(words))

    def _arrange(self) -> None:
        grown = self._look.line_height(Type.UI) / Type.UI.value.line
        self._state.setMinimumHeight(self.again.sizeHint().height())  # words amid the buttons
        beside = self.width() >= _SIDE_BY_SIDE_FROM * grown
        for row in (self._top, self._end):
            row.set_beside(beside=beside)


class _Row(QWidget):
    """Words, and what can be pressed beside or below them."""

    def __init__(self, words: Label, buttons: Sequence[QWidget]) -> None:
        super().__init__()
        words.setContentsMargins(RING, 0, 0, 0)
        holder = QWidget()
        self._buttons = FlowLayout(gap=4)
        holder.setLayout(self._buttons)
        for button in buttons:
            self._buttons.addWidget(button)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(8)
        self._box.addWidget(words, 1, Qt.AlignmentFlag.AlignVCenter)
        self._box.addWidget(holder)

    def set_beside(self, *, beside: bool) -> None:
        """Arrange the row."""
        sides = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._box.setDirection(sides)
        self._box.setSpacing(8 if beside else 0)
