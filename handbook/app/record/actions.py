"""The ways out of the page: a PDF, a Word file, or paper."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from handbook.app.look.look import Look
from handbook.app.look.type import Type
from handbook.app.widgets.button import Button, ButtonKind
from handbook.app.widgets.paint import RING
from handbook.app.widgets.panel import COLUMN, Strip, centre
from handbook.app.widgets.text import Label

_PLACE = "You will be asked where. Choose a place only you can open."
_BLANK = "Nothing typed yet: you get a blank sheet to fill in by hand."
_CHILD = "Hand it in, then delete the file. Keep no copy of your own."


class RecordActions(Strip):
    """Three buttons, and what to know before pressing one."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "surface", line_above=True)
        self.pdf = Button(look, "Save as PDF", ButtonKind.CARE, icon="download", height=44)
        self.word = Button(look, "Save as Word", icon="word", height=44)
        self.print = Button(look, "Print", icon="print", height=44)
        self.pdf.setToolTip("Save as PDF (Ctrl+S)")
        self.print.setToolTip("Print (Ctrl+P)")
        self._about_child = False
        self._blank = True
        self.words = Label(look, _BLANK, Type.META, "ink2", wrap=True)
        self.words.setContentsMargins(RING, 0, RING, 0)
        buttons = QHBoxLayout()
        buttons.setSpacing(10 - 2 * RING)
        for button in (self.pdf, self.word, self.print):
            buttons.addWidget(button)
        buttons.addStretch(1)
        inner = QWidget()
        inner.setMaximumWidth(COLUMN + 2 * RING)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, inner)
        self._line.setContentsMargins(0, 6, 0, 6)
        self._line.setSpacing(0)
        self._line.addLayout(buttons, 1)
        self._line.addWidget(self.words)
        centre(self, inner, 18, 18)
        look.changed.connect(self._fit)

    def show_for(self, *, about_child: bool) -> None:
        """Say what is right for a record about a child, or about anything else."""
        self._about_child = about_child
        self._say()

    def show_blank(self, *, is_blank: bool) -> None:
        """Say that a blank sheet comes out, or what becomes of the words."""
        self._blank = is_blank
        self._say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the words above the buttons where there is no room beside them."""
        super().resizeEvent(event)
        self._fit()

    def _say(self) -> None:
        words = _CHILD if self._about_child else _PLACE
        self.words.setText(_BLANK if self._blank else words)
        self._fit()

    def _fit(self) -> None:
        taken = sum(button.sizeHint().width() for button in (self.pdf, self.word, self.print))
        room = min(self.width() - 36, COLUMN + 2 * RING) - taken - 40
        longest = max(self._look.width_of(text, Type.META) for text in (_PLACE, _BLANK, _CHILD))
        beside = longest <= room
        self.words.setWordWrap(not beside)
        self._line.setContentsMargins(0, 6 if beside else 10, 0, 6)
        direction = QBoxLayout.Direction.LeftToRight
        if not beside:
            direction = QBoxLayout.Direction.BottomToTop
        if direction is not self._line.direction():
            self._line.setDirection(direction)
