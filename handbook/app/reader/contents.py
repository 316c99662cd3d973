"""The list of a policy's clauses: beside the text, or in its place while it is wanted."""

from __future__ import annotations

from PySide6.QtCore import QObject

from handbook.app.look.look import Look
from handbook.app.reader.header import ReaderHeader
from handbook.app.reader.outline import NARROW, WIDE, Outline
from handbook.app.reader.text_view import TextView

_FULL, _LEAST = 1180, 1000
"""The widths, by text size, where the outline narrows and where it hides."""


class Contents(QObject):
    """Shows the outline where there is room for it, and where the reader asks for it."""

    def __init__(self, look: Look, outline: Outline, header: ReaderHeader, text: TextView) -> None:
        super().__init__(outline)
        self._look = look
        self._outline = outline
        self._header = header
        self._text = text
        self._is_open = False
        self._width = 0
        text.outline_wanted.connect(self.open)
        outline.left.connect(self._leave)
        header.contents_pressed.connect(self._toggle)

    def fit(self, width: int) -> None:
        """Step down where the page is narrow."""
        self._width = width
        room = self._look.room(width)
        wide = WIDE if room >= _FULL else NARROW
        self._outline.setFixedWidth(round(wide * min(1.5, self._look.scale)))
        self._outline.setVisible(room >= _LEAST or self._is_open)
        self.fit_header()
        self._text.set_tools(shown=room >= _LEAST)

    def fit_header(self) -> None:
        """Fit the header to the words that it shows now."""
        room = self._look.room(self._width)
        self._header.set_narrow(contents=room < _LEAST, short=room < _FULL)

    def open(self) -> None:
        """Let the reader choose a clause."""
        self._is_open = True
        self.fit(self._width)
        self._outline.setFocus()

    def close(self) -> None:
        """Leave the room to the text again, where there is not enough for both."""
        self._is_open = False
        self.fit(self._width)

    def _leave(self) -> None:
        self.close()
        self._text.setFocus()

    def _toggle(self) -> None:
        if self._outline.isHidden():
            self.open()
        else:
            self._leave()
