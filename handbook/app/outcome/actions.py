"""What can be done with an outcome: go on, save it, print it, begin again, leave."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.outcome.texts import forget_words
from handbook.app.outcome.views import GoOnView
from handbook.app.paper.saving import NotSaved, Went
from handbook.app.widgets.button import Button, ButtonKind
from handbook.app.widgets.flow_layout import FlowLayout
from handbook.app.widgets.paint import RING
from handbook.app.widgets.panel import COLUMN, Strip, centre
from handbook.app.widgets.tabbing import tab_through
from handbook.app.widgets.text import Label
from handbook.app.widgets.tick_box import TickBox

_HEIGHT = 44


class Actions(Strip):
    """The buttons under an outcome, and what came of the last one.

    On the left is what takes the outcome further, on the right what leaves it. Where they do
    not fit on one line, those on the right become icons, then those for paper; only then is
    there a second line. No button goes away.
    """

    go_on_chosen = Signal(object)
    save_pressed = Signal(bool)
    """The outcome is wanted as a PDF; with the answers if true."""
    print_pressed = Signal(bool)

    def __init__(self, look: Look) -> None:
        super().__init__(look, "surface", line_above=True)
        self._go_on: list[Button] = []
        self.write = Button(look, "Write a record", ButtonKind.CARE, icon="pencil", height=_HEIGHT)
        self.pdf = Button(look, "Save as PDF", icon="download", height=_HEIGHT)
        self.print = Button(look, "Print", icon="print", height=_HEIGHT)
        self.answers = TickBox(look, "Add my answers")
        self.again = Button(look, "Start again", ButtonKind.GHOST, icon="restart", height=_HEIGHT)
        self.close_button = Button(
            look, "Back to the handbook", ButtonKind.GHOST, icon="book", height=_HEIGHT
        )
        self.pdf.clicked.connect(lambda: self.save_pressed.emit(self.answers.isChecked()))
        self.print.clicked.connect(lambda: self.print_pressed.emit(self.answers.isChecked()))
        self._said = Label(look, "", Type.META, "ink2", wrap=True)
        self._said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._said.setContentsMargins(RING, 8, RING, 0)
        self._said.hide()
        self._left, self._right = FlowLayout(), QHBoxLayout()
        self._paper = _beside(self.pdf, self.print, self.answers)
        self._build()
        look.changed.connect(self._fit)

    def show_go_on(self, ways: tuple[GoOnView, ...]) -> None:
        """Offer the flows that the outcome hands over to, before everything else."""
        for old in self._go_on:
            forget_words(old)
            old.hide()
            old.setParent(None)
            old.deleteLater()
        self._go_on = [self._way(way) for way in ways]
        self._fill_left()

    def reset(self) -> None:
        """Forget what was said and what was ticked."""
        self.say(None)
        self.answers.setChecked(False)

    def say(self, went: Went | None) -> None:
        """Say what came of saving or printing, until the next action; None for nothing."""
        words = went.sentence if went else ""
        self._said.set_token("stop_ink" if isinstance(went, NotSaved) else "ink2")
        self._said.setText(words)
        self._said.setVisible(bool(words))
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many words as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        inner = QWidget()
        inner.setMaximumWidth(COLUMN + 2 * RING)
        line = QHBoxLayout()
        line.setSpacing(0)
        line.addLayout(self._left, 1)
        line.addLayout(self._right)
        line.setAlignment(self._right, Qt.AlignmentFlag.AlignTop)
        self._right.setSpacing(0)
        for button in (self.again, self.close_button):
            self._right.addWidget(button)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._said)
        column.addSpacing(6)
        column.addLayout(line)
        column.addSpacing(6)
        centre(self, inner, 18, 18)
        self._fill_left()

    def _way(self, way: GoOnView) -> Button:
        button = Button(
            self._look,
            f"Go on: {way.title}",
            ButtonKind.CARE,
            trailing_icon="arrow-right",
            height=_HEIGHT,
        )
        button.clicked.connect(lambda: self.go_on_chosen.emit(way.to))
        return button

    def _fill_left(self) -> None:
        while self._left.takeAt(0) is not None:
            pass
        for widget in (self.write, *self._go_on, self._paper):
            self._left.addWidget(widget)
        tab_through(self.write, *self._go_on, self._paper, self.again, self.close_button)
        self._fit()

    def _fit(self) -> None:
        """Show the words of as many buttons as fit on one line.

        On a line of their own, those for paper have room for their words again.
        """
        room = min(self.width() - 36, COLUMN + 2 * RING)
        going = (self.again, self.close_button)
        paper = (self.pdf, self.print, self.answers)
        first = [each for each in (self.write, *self._go_on) if not each.isHidden()]
        for going_words, paper_words in ((True, True), (False, True), (False, False)):
            _show_words(going, shown=going_words)
            _show_words((self.pdf, self.print), shown=paper_words)
            if _width(*first, *paper, *going) <= room:
                break
        else:
            _show_words((self.pdf, self.print), shown=True)
            if _width(*paper, *going) > room:
                _show_words((self.pdf, self.print), shown=False)
        self._left.invalidate()
        self.updateGeometry()


def _beside(*widgets: QWidget) -> QWidget:
    """Widgets that stay side by side."""
    together = QWidget()
    row = QHBoxLayout(together)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    for widget in widgets:
        row.addWidget(widget)
    return together


def _show_words(buttons: Sequence[Button], *, shown: bool) -> None:
    for button in buttons:
        button.show_words(shown=shown)


def _width(*widgets: QWidget) -> int:
    return sum(widget.sizeHint().width() for widget in widgets)
